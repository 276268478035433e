// The talk in a group: only when spoken to, one short reply to the asker, everything longer in the private chat.
import { composeAnswer, sentLengthOf } from "../../faq/compose-answer.ts";
import type { Entry } from "../../faq/faq.ts";
import { richTextOf } from "../../markup/markdown.ts";
import { bold, join, link, plain, plainOf, type RichText } from "../../markup/rich-text.ts";
import type { Decision, Scored } from "../../search/decide.ts";
import type { Matcher } from "../../search/matcher.ts";
import type { Content } from "../parent/answers.ts";
import { buttonTitle } from "../buttons.ts";
import { commandOf, isVolumeCommand, type Command } from "../command.ts";
import { botLink, entryLink } from "../deep-link.ts";
import type { MembershipEvent, MessageEvent, TapEvent } from "../event.ts";
import { isFlood, NEW_GROUP, withoutOld, withTurn, type GroupState } from "./group-state.ts";
import { askedNote, hasWord, type Note } from "../note.ts";
import type { Button, OutMessage, SendReply, ToastReply } from "../reply.ts";
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

/** Answers longer than this are cut to their beginning: thirty families read over everybody's shoulder. */
const MAX_SHORT_LENGTH = 700;
const MAX_RELATED = 2;

export function turnInGroup(
  event: MessageEvent | TapEvent | MembershipEvent,
  content: Content,
  matcher: Matcher,
  situation: GroupSituation,
): GroupTurn {
  const state = withoutOld(situation.state, situation.now);
  switch (event.kind) {
    case "added":
      return { reply: send(event, welcome(situation)), state: NEW_GROUP };
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

function turnOnMessage(
  event: MessageEvent,
  content: Content,
  matcher: Matcher,
  situation: GroupSituation,
): GroupTurn {
  const { state, now } = situation;
  const isSpokenTo = event.isAddressed && !event.isEdited;
  if (!isSpokenTo || isFlood(state, event.place.userId)) return { reply: undefined, state };
  const command = commandOf(event.text);
  const isMuted = state.isQuiet && situation.isChatAdmin !== true;
  const next = withTurn(state, { userId: event.place.userId, at: now });
  if (isVolumeCommand(command)) {
    return turnOnMood(event, command, { ...situation, state: next });
  }
  if (isMuted) return { reply: undefined, state };
  if (command?.name === "chatid") return { reply: send(event, chatIdMessage(event)), state: next };
  const question = questionOf(event, command);
  if (command === undefined && isGesture(question, event)) return { reply: undefined, state };
  if (question === "") return { reply: send(event, howTo(situation)), state: next };
  const decision = matcher.decide(question);
  const turn = turnOnQuestion(event, decision, content, { ...situation, state: next });
  return { ...turn, note: askedNote(question, decision) };
}

/** A smile or a sticker in reply to the bot asks nothing, and thirty families need no answer to it. */
function isGesture(question: string, { attachments }: MessageEvent): boolean {
  return !hasWord(question) && (question !== "" || attachments.length > 0);
}

/** What is asked: the text after the command, or else the text, or else what was forwarded. */
function questionOf(event: MessageEvent, command: Command | undefined): string {
  if (command !== undefined) return command.name === "faq" ? command.argument : "";
  return event.text.trim() === "" ? (event.forwardedText?.trim() ?? "") : event.text.trim();
}

function turnOnMood(
  event: MessageEvent,
  command: Command,
  { state, isChatAdmin }: GroupSituation,
): GroupTurn {
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
    const given = state.answers.find(({ entryId }) => entryId === entry.id);
    const [, ...more] = entriesOf(content, decision.answers);
    const others = [...more, ...entriesOf(content, decision.suggestions)];
    const answer = shortAnswer(entry, content, username, others);
    if (given !== undefined) {
      const rows = entryRows(more, username);
      const pointer = send(event, message(plain(said.ALREADY_ANSWERED), rows), given.messageId);
      return { reply: { ...pointer, unquoted: answer }, state };
    }
    return { reply: send(event, answer), state, answeredEntryId: entry.id };
  }
  if (sideTopic !== undefined) {
    const related = knownEntries(content, sideTopic.related);
    const rows = entryRows(related.slice(0, MAX_RELATED), username);
    return { reply: send(event, message(richTextOf(sideTopic.answer.trim()), rows)), state };
  }
  const text =
    decision.suggestions.length > 0
      ? suggestions(decision.suggestions, content, username)
      : unknown(username);
  return { reply: send(event, text), state };
}

function send(
  { place, ...event }: MessageEvent | MembershipEvent,
  text: OutMessage,
  replyTo = "messageId" in event ? event.messageId : "",
): SendReply {
  return { kind: "send", place, message: text, replyTo };
}

function message(text: RichText, keyboard: OutMessage["keyboard"] = []): OutMessage {
  return { text, keyboard };
}

/** Whoever runs the bot needs it for the settings, and MAX shows it nowhere. */
function chatIdMessage({ place }: MessageEvent): OutMessage {
  const id = String(place.chatId ?? "");
  return message(plain(`${said.CHAT_ID} ${id}`), [
    [{ kind: "clipboard", text: said.COPY, payload: id }],
  ]);
}

function linkRow(title: string, url: string | undefined): readonly (readonly Button[])[] {
  return url === undefined ? [] : [[{ kind: "link", text: buttonTitle(title), url }]];
}

function entryRows(entries: readonly Entry[], username: string | undefined) {
  return username === undefined
    ? []
    : entries.flatMap((entry) => linkRow(entry.button, entryLink(username, entry.id)));
}

function entriesOf(content: Content, scored: readonly Scored[]): readonly Entry[] {
  return knownEntries(
    content,
    scored.map(({ item }) => item.id),
  );
}

function knownEntries({ entryById }: Content, ids: readonly string[] = []): readonly Entry[] {
  return ids.flatMap((id) => entryById.get(id) ?? []);
}

/**
 * The whole answer where it is short, its beginning otherwise; what else was asked, and related questions, open in the
 * private chat.
 */
function shortAnswer(
  entry: Entry,
  content: Content,
  username: string | undefined,
  others: readonly Entry[],
): OutMessage {
  const whole = composeAnswer(entry);
  const isShort = sentLengthOf(whole) <= MAX_SHORT_LENGTH || username === undefined;
  const url = username === undefined ? undefined : entryLink(username, entry.id);
  const related = knownEntries(content, entry.related ?? content.relatedTo(entry.id));
  const shown = [...new Set([...others, ...related])].slice(0, MAX_RELATED);
  const text = isShort ? whole : join([bold(entry.question), beginningOf(entry)], "\n\n");
  const shared = url === undefined ? text : join([text, plain(url)], "\n\n");
  return message(shared, [
    ...(isShort ? [] : linkRow(said.FULL_ANSWER, url)),
    ...entryRows(shown, username),
  ]);
}

/** The first paragraph, or its first sentences where it is long too. */
function beginningOf(entry: Entry): RichText {
  const [paragraph = ""] = plainOf(richTextOf(entry.answer)).split("\n\n");
  if (paragraph.length <= MAX_SHORT_LENGTH / 2) return plain(paragraph);
  const cut = paragraph.slice(0, MAX_SHORT_LENGTH / 2);
  const border = Math.max(cut.lastIndexOf(". ") + 1, cut.lastIndexOf("; ") + 1);
  return plain(border > 1 ? cut.slice(0, border) : `${cut.slice(0, cut.lastIndexOf(" "))}…`);
}

function suggestions(
  scored: readonly Scored[],
  { entryById }: Content,
  username: string | undefined,
): OutMessage {
  const entries = scored.flatMap(({ item }) => entryById.get(item.id) ?? []);
  const list = username === undefined ? entries.map(({ question }) => `• ${question}`) : [];
  const text = join([plain(said.GROUP_SUGGEST), plain(list.join("\n"))], "\n");
  return message(text, entryRows(entries, username));
}

function unknown(username: string | undefined): OutMessage {
  if (username === undefined) return message(plain(said.GROUP_UNKNOWN));
  return message(
    join([plain(said.GROUP_UNKNOWN), link(said.PRIVATE_CHAT, botLink(username))], " "),
  );
}

function howTo({ username }: GroupSituation): OutMessage {
  const url = username === undefined ? undefined : botLink(username);
  return message(
    join([plain(said.GROUP_HELP), plain(said.groupHowTo(username))], "\n\n"),
    linkRow(said.PRIVATE_CHAT, url),
  );
}

function welcome({ username, canRead }: GroupSituation): OutMessage {
  const rights =
    canRead === true ? "" : canRead === false ? said.GROUP_RIGHTS : said.GROUP_RIGHTS_UNKNOWN;
  const text = join(
    [plain(said.GROUP_WELCOME), plain(said.groupHowTo(username)), plain(rights)],
    "\n\n",
  );
  return message(text);
}
