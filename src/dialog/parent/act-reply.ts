// The replies to talk about the talk: each about the entry, the topic or the choice that was replied with last.
import { originOf } from "../../faq/compose-answer.ts";
import type { Entry } from "../../faq/faq.ts";
import type { Outcome } from "../../faq/outcome.ts";
import { richTextOf } from "../../markup/markdown.ts";
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import type { Matcher } from "../../search/matcher.ts";
import type { LastReply } from "../last-reply.ts";
import type { Button, OutMessage } from "../reply.ts";
import { askedOfStaff } from "../wording.ts";
import { answerMessage, asSentence, type Asking } from "./answers.ts";
import * as said from "./act-wording.ts";
import { entriesOf, type Content } from "./content.ts";
import type { DialogueAct } from "./dialogue-act.ts";
import { entryRow, menuRow } from "./menu.ts";
import { otherRow, relatedIds, voteButtons } from "./under-answer.ts";

/** A reply, and what it is about as the outcome of a question. */
export interface ActReply {
  readonly message: OutMessage;
  readonly outcome: Outcome;
  /** The entries or the topic that are said, or offered. */
  readonly ids: readonly string[];
}

export interface ActContext extends Content, Asking {
  readonly matcher: Pick<Matcher, "decide">;
  readonly last: LastReply;
  /** Whether questions can be handed on to a person. */
  readonly hasStaff: boolean;
}

const MAX_OFFERED = 3;

/** The reply to what was said of the last one; undefined where that leaves nothing to say. */
export function replyToAct(act: DialogueAct, text: string, context: ActContext): ActReply | undefined {
  const { last } = context;
  switch (act) {
    case "person":
    case "whom":
      return personReply(act, text, context);
    case "not-that":
      return otherReply(said.NOT_THAT, context, "not-that");
    case "not-helped":
      return last.kind === "answer" ? notHelpedReply(context) : otherReply(said.NOT_THAT, context);
    case "no":
      return last.kind === "suggest" ? otherReply(said.NOT_THAT, context, "not-that") : otherReply("", context);
    case "yes":
      return last.kind === "suggest" ? chosenReply(0, context) : courtesyReply(said.FINE, context);
    case "thanks":
      return courtesyReply(courtesyIn(text, context), context);
    case "where":
    case "next":
    case "doubt":
    case "confused":
    case "more":
    case "again":
      return aboutLast(act, context);
  }
}

/** The reply to «второе»: `place` counts from 0, or from the end where it is negative. */
export function chosenReply(place: number, context: ActContext): ActReply | undefined {
  const { last, username } = context;
  const isNumbered = last.kind === "answer" && last.itemIds.length > 1;
  const ids = isNumbered ? last.itemIds : last.offeredIds;
  const [entry] = entriesOf(context, [ids.at(place) ?? ""]);
  // What an answer counts are its steps.
  if (entry === undefined) return last.kind === "answer" ? aboutLast("where", context) : undefined;
  const { questionId } = last;
  const message = answerMessage(context, entry, { username, questionId });
  const note = { kind: "chosen" as const, questionId: questionId ?? "", entryId: entry.id };
  const isChosen = !isNumbered && questionId !== undefined;
  return about(entry, isChosen ? { ...message, note } : message);
}

function about(entry: Entry, message: OutMessage): ActReply {
  return { message, outcome: "answer", ids: [entry.id] };
}

type AskingOn = Extract<DialogueAct, "where" | "next" | "doubt" | "confused" | "more" | "again">;

function aboutLast(act: AskingOn, context: ActContext): ActReply | undefined {
  const { last, username } = context;
  const [entry] = entriesOf(context, last.itemIds);
  if (entry !== undefined) {
    if (act === "again") return about(entry, answerMessage(context, entry, { username }));
    const text = join([bold(entry.question), textOf(act, entry, context)], "\n\n");
    const { questionId } = last;
    const remembered = { kind: "answer", itemIds: [entry.id], offeredIds: [], questionId } as const;
    return about(entry, { text, about: remembered, keyboard: followingRows(entry, context) });
  }
  if (last.kind === "topic") return aboutTopic(context);
  return last.kind === "suggest" ? offerReply(plain(said.CHOOSE), last.offeredIds, context) : undefined;
}

function textOf(act: Exclude<AskingOn, "again">, entry: Entry, context: ActContext): RichText {
  const details = richTextOf(entry.details ?? "");
  if (act === "doubt") return doubtText(entry, context);
  if (details.length > 0) return details;
  const whom = plain(contactOf(context));
  switch (act) {
    case "more":
      return join([plain(said.NO_DETAILS), originOf(entry), whom], "\n\n");
    case "confused": {
      const short = join([plain(said.IN_SHORT), richTextOf(firstParagraphOf(entry.answer))], "\n");
      return join([short, plain(said.ASK_ONE_THING), whom], "\n\n");
    }
    case "where":
    case "next": {
      const steps = stepsOf(entry.answer);
      const known = steps === "" ? plain(said.NO_STEPS) : plain(said.FROM_ANSWER);
      return join([known, richTextOf(steps), whom], "\n\n");
    }
  }
}

function doubtText(entry: Entry, context: ActContext): RichText {
  const origin = originOf(entry);
  const { name } = context.faq.organization;
  const from = origin.length > 0 ? origin : plain(said.answeredBy(name));
  return join([from, plain(`${said.CHECK_IT} ${contactOf(context)}`)], "\n\n");
}

function contactOf({ faq }: ActContext): string {
  return asSentence(faq.organization.contact);
}

function firstParagraphOf(answer: string): string {
  return answer.trim().split(/\n{2,}/u)[0] ?? "";
}

/** The lines of an answer that say what to do or where: of lists, with links, with what is to be tapped. */
function stepsOf(answer: string): string {
  const lines = answer.split("\n").filter((line) => /^\s*(?:[-*]|\d+[.)])\s|https?:|\*\*/u.test(line));
  return lines.join("\n");
}

/** What one may go on with: the related questions, and all of them. */
function followingRows(entry: Entry, context: ActContext): readonly (readonly Button[])[] {
  const related = relatedTo(entry, context);
  return [...related.map((other) => otherRow(context, other, undefined)), menuRow()];
}

function relatedTo(entry: Entry, context: ActContext): readonly Entry[] {
  return entriesOf(context, relatedIds(context, entry.id)).slice(0, MAX_OFFERED);
}

function aboutTopic(context: ActContext): ActReply | undefined {
  const [id = ""] = context.last.itemIds;
  const topic = context.sideTopicById.get(id);
  if (topic === undefined) return undefined;
  const text = join([plain(said.NO_MORE), richTextOf(topic.answer.trim())], "\n\n");
  const { offeredIds, questionId } = context.last;
  const offered = entriesOf(context, offeredIds).map((one) => otherRow(context, one, questionId));
  return { message: { text, keyboard: [...offered, menuRow()] }, outcome: "topic", ids: [id] };
}

/** Entries to choose from; where there are none, how to ask. */
function offerReply(text: RichText, ids: readonly string[], context: ActContext): ActReply {
  const { questionId } = context.last;
  const entries = entriesOf(context, ids).slice(0, MAX_OFFERED);
  const offeredIds = entries.map(({ id }) => id);
  const keyboard = [...entries.map((entry) => entryRow(entry, questionId)), menuRow()];
  if (entries.length === 0) return { message: { text, keyboard }, outcome: "none", ids: [] };
  const remembered = { kind: "suggest", itemIds: [], offeredIds, questionId } as const;
  return { message: { text, keyboard, about: remembered }, outcome: "suggest", ids: offeredIds };
}

/** What else may have been meant: what was offered beside the answer first, then what is near to it. */
function otherReply(opening: string, context: ActContext, setback?: "not-that"): ActReply {
  const { last } = context;
  const shown = last.kind === "suggest" ? [] : entriesOf(context, last.itemIds);
  const near = shown.flatMap((entry) => relatedTo(entry, context).map(({ id }) => id));
  const ids = last.kind === "suggest" ? [] : [...last.offeredIds, ...near];
  const others = ids.filter((id) => !last.itemIds.includes(id));
  const hint = others.length > 0 ? said.MAYBE_THIS : said.OTHER_WORDS;
  const contact = others.length > 0 ? "" : contactOf(context);
  const reply = offerReply(join([plain(`${opening} ${hint}`.trim()), plain(contact)], "\n\n"), others, context);
  return setback === undefined ? reply : withSetback(reply, setback, context);
}

function notHelpedReply(context: ActContext): ActReply {
  const { last, hasStaff } = context;
  const [entry] = entriesOf(context, last.itemIds);
  const near = entry === undefined ? [] : relatedTo(entry, context).map(({ id }) => id);
  const text = [said.NOT_HELPED, contactOf(context), said.WHAT_IS_MISSING];
  const reply = offerReply(join(text.map(plain), "\n\n"), near, context);
  const openQuestion = askedOfStaff(entry?.question ?? "");
  const open = hasStaff && entry !== undefined ? { ...reply.message, openQuestion } : reply.message;
  return withSetback({ ...reply, message: open }, "disliked", context);
}

function withSetback(
  reply: ActReply,
  setback: "not-that" | "disliked",
  { last: { questionId } }: ActContext,
): ActReply {
  if (questionId === undefined) return reply;
  return {
    ...reply,
    message: { ...reply.message, note: { kind: "setback", questionId, setback } },
  };
}

/** A person is asked the question that the talk is about. */
function personReply(act: "person" | "whom", text: string, context: ActContext): ActReply {
  const { last, hasStaff } = context;
  const [entry] = entriesOf(context, last.itemIds);
  const openQuestion = entry === undefined ? text : `${entry.question}\n${text}`;
  const opening = act === "whom" ? said.PASS_ON : hasStaff ? "" : said.NO_PERSON;
  const message: OutMessage = {
    text: join([plain(opening), plain(contactOf(context))], "\n\n"),
    keyboard: [menuRow()],
    ...(hasStaff ? { openQuestion } : {}),
  };
  return { message, outcome: "none", ids: [] };
}

/** So sure must small talk be that its own answer is given. */
const LEAST_SURE_COURTESY = 0.5;

/** What the content answers to thanks. */
function courtesyIn(text: string, { matcher, sideTopicById }: ActContext): string {
  const { outcome, answers } = matcher.decide(text);
  const [best] = outcome === "smalltalk" ? answers : [];
  if (best === undefined || best.confidence < LEAST_SURE_COURTESY) return said.WELCOME;
  return sideTopicById.get(best.item.id)?.answer.trim() ?? said.WELCOME;
}

/** With the votes, where it was one answer: who thanks may say so there too. */
function courtesyReply(courtesy: string, context: ActContext): ActReply {
  const { last } = context;
  const entries = last.kind === "answer" ? entriesOf(context, last.itemIds) : [];
  const [entry] = entries;
  const outcome = "smalltalk";
  if (entry === undefined || entries.length > 1)
    return { message: { text: plain(courtesy), keyboard: [menuRow()] }, outcome, ids: [] };
  const subject = { entryId: entry.id, questionId: last.questionId, otherIds: last.offeredIds };
  const message = {
    text: join([plain(courtesy), plain(said.DID_IT_HELP)], "\n\n"),
    keyboard: [voteButtons(subject, undefined), menuRow()],
  };
  return { message, outcome, ids: [] };
}
