// The talk: what happened in MAX to what the bot says. Pure; keeps nothing between messages.
import type { Faq } from "../faq/faq.ts";
import { bold, join, plain, type RichText } from "../markup/rich-text.ts";
import type { Explanation } from "../search/explain.ts";
import type { Matcher } from "../search/matcher.ts";
import { answerMessage, notThatMessage, topicMessage } from "./parent/answers.ts";
import { contentOf } from "./parent/content.ts";
import { askedReply, type Asked, type AskingContext } from "./parent/question.ts";
import { privateCommandOf, type Command } from "./command.ts";
import { describedAttachment } from "./described-attachment.ts";
import type { AttachmentKind, MembershipEvent, MessageEvent, StartedEvent, TapEvent } from "./event.ts";
import { turnInGroup, type GroupSituation, type GroupTurn } from "./group/group.ts";
import { categoryMessage, menuMessage, menuRow } from "./parent/menu.ts";
import type { LastReply } from "./last-reply.ts";
import type { Payload } from "./payload.ts";
import { posterOf } from "./parent/poster-content.ts";
import { forgottenMessage, privacyMessage, type Forgotten, type Keeping } from "./parent/privacy.ts";
import type { ForgetReply, OutMessage, PosterReply, ReplaceReply, SendReply } from "./reply.ts";
import { withPersonOffer } from "./support-messages.ts";
import { titledEntry } from "./parent/under-answer.ts";
import { shareBotMessage, shareEntryMessage } from "./parent/share.ts";
import { votedMessage } from "./parent/vote.ts";
import * as said from "./wording.ts";

export type PrivateEvent = StartedEvent | MessageEvent | TapEvent;
type PrivateReply = SendReply | ReplaceReply | PosterReply | ForgetReply;
export type GroupEvent = MessageEvent | TapEvent | MembershipEvent;

/** What the shell knows when a private event is answered. */
export interface PrivateSituation extends Keeping {
  /** The bot's name in links, as MAX gives it. */
  readonly username: string | undefined;
  /** By what the question of this event will be found again. */
  readonly questionId: string | undefined;
  /** What was said last to this person, if that was lately. */
  readonly last?: LastReply | undefined;
}

export interface Talk {
  /** The one reply to an event in a private chat. Never throws. */
  replyTo(event: PrivateEvent, situation: PrivateSituation): PrivateReply;
  /** The turn in a group: a reply or silence, and what to remember. Never throws. */
  turnInGroup(event: GroupEvent, situation: GroupSituation): GroupTurn;
  /** What is said to somebody whose data was deleted. */
  forgotten(deleted: Forgotten): OutMessage;
  /** What comes of a text in a private chat after what was said last; commands are texts like others here. */
  ask(text: string, last: LastReply | undefined, username?: string): Asked;
  /** Why a message in a private chat is answered so. */
  explain(text: string): Explanation;
}

/** What a private reply is made of. */
type Context = AskingContext & PrivateSituation;

/** The talk over one version of the content. */
export function createTalk(faq: Faq, matcher: Matcher): Talk {
  const content = contentOf(faq, matcher);
  return {
    replyTo: (event, situation) => replyTo(event, { ...content, matcher, ...situation }),
    ask: (text, last, username) => askedReply(text, "", { ...content, matcher, last, username, hasStaff: false }),
    forgotten: forgottenMessage,
    explain: (text) => (privateCommandOf(text) === undefined ? matcher.explain(text) : ofCommand(text)),
    turnInGroup: (event, situation) => turnInGroup(event, content, matcher, situation),
  };
}

function ofCommand(text: string): Explanation {
  return {
    question: text,
    understoodAs: text,
    repairs: [],
    outcome: "smalltalk",
    reasons: [said.COMMAND_REASON],
    candidates: [],
  };
}

function replyTo(event: PrivateEvent, context: Context): PrivateReply {
  const { place } = event;
  switch (event.kind) {
    case "started":
      return { kind: "send", place, message: startMessage(event.payload ?? "", context) };
    case "message":
      return posterFor(event, context) ?? { kind: "send", place, message: messageFor(event, context) };
    case "tap":
      return replyToTap(event, context);
  }
}

function replyToTap(event: TapEvent, context: Context): PrivateReply {
  const { place, callbackId, payload } = event;
  if (payload?.kind === "forget") return { kind: "forget", place, callbackId };
  const message = tappedMessage(payload, context);
  // What shares an answer always stood under it, and is to leave it there.
  const isAnew = payload?.isAnew === true || payload?.kind === "share";
  return isAnew ? { kind: "send", place, message } : { kind: "replace", place, callbackId, message };
}

function startMessage(payload: string, context: Context): OutMessage {
  const entry = context.entryById.get(payload.trim());
  if (entry !== undefined) return answerMessage(context, entry, { username: context.username });
  const greeting = join([bold(said.GREETING_HEADING), plain(said.GREETING)], "\n\n");
  return payload.trim() === ""
    ? menuMessage(context, greeting)
    : menuMessage(context, join([plain(said.OUTDATED_LINK), greeting], "\n\n"));
}

/** The poster, for the command that asks for it; of the whole bot, or of the entry it names. */
function posterFor({ text, place }: MessageEvent, context: Context): PosterReply | undefined {
  const command = privateCommandOf(text);
  const { username, faq } = context;
  if (command?.name !== "poster" || username === undefined) return undefined;
  const message = { text: plain(said.POSTER_HINT), keyboard: [menuRow()] };
  return { kind: "poster", place, poster: posterOf(faq, username, command.argument), message };
}

function messageFor(event: MessageEvent, context: Context): OutMessage {
  const command = privateCommandOf(event.text);
  if (command !== undefined) return commandMessage(command, context);
  const own = event.text.trim();
  const forwarded = event.forwardedText?.trim() ?? "";
  const titled = context.last && titledEntry(own, context, context.last);
  if (titled !== undefined) return openedMessage(titled.entryId, titled.questionId, context);
  if (own === "" && forwarded === "") return withoutText(event.attachments[0], context);
  const described = describedAttachment(own || forwarded);
  const isKnown = () => context.matcher.decide(own || forwarded).outcome === "smalltalk";
  if (described !== undefined && !isKnown()) return withoutText(described, context);
  return askedReply(own, forwarded, context).message;
}

function withoutText(kind: AttachmentKind | undefined, context: Context): OutMessage {
  return menuMessage(context, plain(kind === undefined ? said.NO_WORDS : said.WITHOUT_TEXT[kind]));
}

function commandMessage(command: Command, context: Context): OutMessage {
  switch (command.name) {
    case "start":
      return startMessage(command.argument, context);
    case "menu":
      return menuMessage(context);
    case "help":
      return menuMessage(context, helpText());
    case "privacy":
      return privacyMessage(context.faq, context);
    case "faq":
      return command.argument === "" ? menuMessage(context) : askedReply(command.argument, "", context).message;
    default:
      return menuMessage(context, join([plain(said.UNKNOWN_COMMAND), helpText()], "\n\n"));
  }
}

function helpText(): RichText {
  return join([bold(said.HELP_HEADING), plain(said.HELP)], "\n\n");
}

function tappedMessage(
  payload: Exclude<Payload, { readonly kind: "forget" }> | undefined,
  context: Context,
): OutMessage {
  switch (payload?.kind) {
    case "menu":
      return menuMessage(context, undefined, payload.page);
    case "category": {
      const category = context.faq.categories.find(({ id }) => id === payload.categoryId);
      return category === undefined ? outdated(context) : categoryMessage(context.faq, category, payload.page);
    }
    case "entry":
      return openedMessage(payload.entryId, payload.questionId, context);
    case "share": {
      const entry = context.entryById.get(payload.entryId);
      return entry !== undefined && context.username !== undefined
        ? shareEntryMessage(entry, context.username)
        : openedMessage(payload.entryId, undefined, context);
    }
    case "share-bot":
      return context.username === undefined ? outdated(context) : shareBotMessage(context.username);
    case "vote":
      return votedMessage(context, payload, context.username) ?? outdated(context);
    case "reason": {
      const vote = { ...payload, value: "down" as const };
      return votedMessage(context, vote, context.username) ?? outdated(context);
    }
    case "not-that":
      return withPerson(notThatMessage(context, payload), payload.personId);
    // Those of an administrator do not come here.
    case "admin":
    // Where there are persons to ask, this does not come here.
    case "person":
    case undefined:
      return outdated(context);
  }
}

function openedMessage(entryId: string, questionId: string | undefined, context: Context): OutMessage {
  const entry = context.entryById.get(entryId);
  if (entry === undefined) return openedTopic(entryId, context) ?? outdated(context);
  const { username } = context;
  const message = answerMessage(context, entry, { username, questionId });
  return questionId === undefined ? message : { ...message, note: { kind: "chosen", questionId, entryId } };
}

function openedTopic(topicId: string, context: Context): OutMessage | undefined {
  const topic = context.sideTopicById.get(topicId);
  return topic && topicMessage(context, topic, { offeredIds: topic.related ?? [] });
}

/** The way to a person that the tapped message had. */
function withPerson(message: OutMessage, personId: string | undefined): OutMessage {
  return personId === undefined ? message : withPersonOffer(message, personId);
}

function outdated(context: Context): OutMessage {
  return menuMessage(context, plain(said.OUTDATED_BUTTON));
}
