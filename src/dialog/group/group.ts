// The talk in a group: only when spoken to, one short reply to the asker, everything longer in the private chat.
import type { Decision } from "../../search/decide.ts";
import type { Matcher } from "../../search/matcher.ts";
import { plain } from "../../markup/rich-text.ts";
import { idsOf } from "../parent/answers.ts";
import { replyToAct } from "../parent/act-reply.ts";
import { entriesOf, type Content } from "../parent/content.ts";
import { dialogueActOf, type DialogueAct } from "../parent/dialogue-act.ts";
import { commandOf, isGroupCommand, isPrivateCommand, isVolumeCommand, type Command } from "../command.ts";
import type { MembershipEvent, MessageEvent, TapEvent } from "../event.ts";
import {
  chatIdMessage,
  elsewhere,
  entryRows,
  howTo,
  message,
  shortAnswer,
  sideTopicMessage,
  suggestions,
  welcome,
} from "./group-messages.ts";
import { answerAbove, isFlood, lastOf, NEW_GROUP, withoutOld, withTurn, type GroupState } from "./group-state.ts";
import type { LastReply } from "../last-reply.ts";
import { askedNote, hasWord, type Note } from "../note.ts";
import type { OutMessage, SendReply, ToastReply } from "../reply.ts";
import * as said from "../wording.ts";

/** What the shell knows when a group event is answered. */
export interface GroupSituation {
  readonly now: number;
  /** The bot's name in links, as MAX gives it. */
  readonly username: string | undefined;
  readonly state: GroupState;
  /** Whether the person administers the chat; only asked for where it matters. */
  readonly isChatAdmin: boolean | undefined;
  /** Whether the bot may read the chat; only known when it was added. */
  readonly canRead: boolean | undefined;
}

type GroupReply = SendReply | ToastReply;

export interface GroupTurn {
  readonly reply: GroupReply | undefined;
  /** What is to be remembered; undefined when the bot left. */
  readonly state: GroupState | undefined;
  /** The entry the reply answers with: its message is to be remembered as the answer. */
  readonly answeredEntryId?: string;
  /** What is to be recorded once the reply is sent. */
  readonly note?: Note | undefined;
}

export function turnInGroup(
  event: MessageEvent | TapEvent | MembershipEvent,
  content: Content,
  matcher: Matcher,
  situation: GroupSituation,
): GroupTurn {
  const state = withoutOld(situation.state, situation.now);
  switch (event.kind) {
    case "added":
      return {
        reply: send(event, welcome(situation.username, situation.canRead)),
        state: NEW_GROUP,
      };
    case "removed":
      return { reply: undefined, state: undefined };
    case "tap":
      return { reply: toast(event), state };
    case "message":
      return turnOnMessage(event, content, matcher, { ...situation, state });
  }
}

function toast({ place, callbackId }: TapEvent): GroupReply {
  return { kind: "toast", place, callbackId, text: said.GROUP_TAP };
}

function turnOnMessage(event: MessageEvent, content: Content, matcher: Matcher, situation: GroupSituation): GroupTurn {
  const { state, now } = situation;
  const isSpokenTo = event.isAddressed && !event.isEdited;
  if (!isSpokenTo || isFlood(state, event.place.userId)) return { reply: undefined, state };
  const command = commandOf(event.text);
  const isForOthers = command !== undefined && !isGroupCommand(event.text, situation.username);
  if (isForOthers) return { reply: undefined, state };
  const isMuted = state.isQuiet && situation.isChatAdmin !== true;
  const next = withTurn(state, { userId: event.place.userId, at: now });
  if (isVolumeCommand(command)) {
    return turnOnMood(event, command, { ...situation, state: next });
  }
  if (isMuted) return { reply: undefined, state };
  if (command?.name === "chatid") return { reply: send(event, chatIdMessage(event.place.chatId)), state: next };
  if (isPrivateCommand(command)) {
    return { reply: send(event, elsewhere(said.GROUP_ELSEWHERE, situation.username)), state: next };
  }
  const question = questionOf(event, command);
  if (command === undefined && isGesture(question, event)) return { reply: undefined, state };
  if (question === "") return { reply: send(event, howTo(situation.username)), state: next };
  const last = lastOf(event, state);
  const about = last && aboutAnswer(question, last, content, { matcher, username: situation.username });
  if (about !== undefined) return { reply: send(event, about), state: next };
  const { text, decision } = readQuestion(question, event, last, matcher);
  const turn = turnOnQuestion(event, decision, content, { ...situation, state: next });
  return { ...turn, note: askedNote(text, decision) };
}

/** What people say of an answer they reply to, and want to hear more of it. */
const ASKING_ON: ReadonlySet<DialogueAct | undefined> = new Set([
  "where",
  "next",
  "doubt",
  "confused",
  "more",
] as const);

/** The reply to that: what is said in a private chat, and the way there in place of its buttons. */
function aboutAnswer(
  text: string,
  last: LastReply,
  content: Content,
  { matcher, username }: { readonly matcher: Matcher; readonly username: string | undefined },
): OutMessage | undefined {
  const act = dialogueActOf(text);
  if (act === undefined || !ASKING_ON.has(act)) return undefined;
  const reply = replyToAct(act, text, { ...content, matcher, username, last, hasStaff: false });
  if (reply?.outcome !== "answer") return undefined;
  return message(reply.message.text, entryRows(entriesOf(content, reply.ids), username));
}

/** Who asks nothing themselves and replies to somebody has that answered: "@bot, скажи ему". */
function readQuestion(
  text: string,
  { repliedText: quoted = "" }: MessageEvent,
  last: LastReply | undefined,
  matcher: Matcher,
) {
  const own = { text, decision: decideAfter(last, text, matcher) };
  const { outcome } = own.decision;
  if (!hasWord(quoted) || (outcome !== "none" && outcome !== "suggest")) return own;
  const other = { text: quoted, decision: matcher.decide(quoted) };
  return outcome === "none" || other.decision.outcome === "answer" ? other : own;
}

/** A text alone, or where it replies to an answer of the bot, after that. */
function decideAfter(last: LastReply | undefined, text: string, matcher: Matcher): Decision {
  return matcher.decide(text, last?.itemIds);
}

/** A smile or a sticker in reply to the bot asks nothing, and thirty families need no answer to it. */
function isGesture(question: string, { attachments }: MessageEvent): boolean {
  return !hasWord(question) && (question !== "" || attachments.length > 0);
}

/** What is asked: the text after the command, or else the text, what was forwarded, or what is replied to. */
function questionOf(event: MessageEvent, command: Command | undefined): string {
  const { text, forwardedText = "", repliedText = "" } = event;
  if (command !== undefined && command.name !== "faq") return "";
  const texts = [command?.argument ?? text, forwardedText, repliedText].map((one) => one.trim());
  return texts.find(hasWord) ?? texts.find((one) => one !== "") ?? "";
}

function turnOnMood(event: MessageEvent, command: Command, { state, isChatAdmin }: GroupSituation): GroupTurn {
  if (isChatAdmin !== true) {
    const reply = state.isQuiet ? undefined : send(event, message(plain(said.GROUP_ADMINS_ONLY)));
    return { reply, state };
  }
  const isQuiet = command.name === "quiet";
  const text = isQuiet ? said.GROUP_QUIET : said.GROUP_LOUD;
  return { reply: send(event, message(plain(text))), state: { ...state, isQuiet } };
}

function turnOnQuestion(
  event: MessageEvent,
  decision: Decision,
  content: Content,
  situation: GroupSituation,
): GroupTurn {
  const { state, username } = situation;
  const [first] = decision.answers;
  const entry = content.entryById.get(first?.item.id ?? "");
  const sideTopic = content.sideTopicById.get(first?.item.id ?? "");
  if (decision.outcome === "answer" && entry !== undefined) {
    const given = answerAbove(state, entry.id, situation.now);
    const [, ...more] = entriesOf(content, idsOf(decision.answers));
    const others = [...more, ...entriesOf(content, idsOf(decision.suggestions))];
    const answer = shortAnswer(entry, content, username, others);
    if (given !== undefined) {
      const rows = entryRows(more, username);
      const pointer = send(event, message(plain(said.ALREADY_ANSWERED), rows), given.messageId);
      return { reply: { ...pointer, unquoted: answer }, state };
    }
    return { reply: send(event, answer), state, answeredEntryId: entry.id };
  }
  if (sideTopic !== undefined) {
    return { reply: send(event, sideTopicMessage(sideTopic, content, username)), state };
  }
  const text =
    decision.suggestions.length > 0
      ? suggestions(decision.suggestions, content, username)
      : elsewhere(said.UNKNOWN, username);
  return { reply: send(event, text), state };
}

function send(
  { place, ...event }: MessageEvent | MembershipEvent,
  text: OutMessage,
  replyTo = "messageId" in event ? event.messageId : "",
): SendReply {
  return { kind: "send", place, message: text, replyTo };
}
