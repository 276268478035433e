// The messages a decision turns into: answer, suggestions, side topic, "I do not know".
import { composeAnswer, sentLengthOf } from "../../faq/compose-answer.ts";
import { TEXT_LENGTH } from "../../markup/max-limits.ts";
import type { SideTopic, Entry, Faq } from "../../faq/faq.ts";
import { richTextOf } from "../../markup/markdown.ts";
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import type { Decision, Scored } from "../../search/decide.ts";
import { entryLink } from "../deep-link.ts";
import { categoryRow, entryRow, filledCategories, menuRow } from "./menu.ts";
import { VOTE_VALUES, type VoteValue } from "../../journal/records.ts";
import type { VoteSubject } from "../payload.ts";
import type { Button, OutMessage } from "../reply.ts";
import * as said from "../wording.ts";
import { callbackButton } from "../buttons.ts";

const MAX_RELATED = 4;
/** Under a pointer elsewhere: more would say that the bot knows after all. */
const MAX_UNDER_SIDE_TOPIC = 3;
const MAX_NEAR_CATEGORIES = 4;

/** The content by id, for one version of the file. */
export interface Content {
  readonly faq: Faq;
  readonly entryById: ReadonlyMap<string, Entry>;
  readonly sideTopicById: ReadonlyMap<string, SideTopic>;
  /** Ids of entries near to an entry. */
  readonly relatedTo: (entryId: string) => readonly string[];
  /** An entry as it is sent, made of its Markdown once. */
  readonly answerOf: (entry: Entry) => RichText;
}

/** `answerOf` for one version of the content: reading the Markdown is a fourth of the time that the talk takes. */
export function rememberingAnswers(): (entry: Entry) => RichText {
  const known = new Map<Entry, RichText>();
  return (entry) => {
    const answer = known.get(entry) ?? composeAnswer(entry);
    known.set(entry, answer);
    return answer;
  };
}

/** The text of an answer, with its link at the end where the bot's name is known. */
function answerText({ answerOf }: Content, entry: Entry, username: string | undefined): RichText {
  const answer = answerOf(entry);
  if (username === undefined) return answer;
  return join([answer, plain(`${said.LINK_TO_ANSWER} ${entryLink(username, entry.id)}`)], "\n\n");
}

export interface Asking {
  /** The bot's name in links, as MAX gives it. */
  readonly username: string | undefined;
  /** The question that is answered; undefined where an entry is just opened. */
  readonly questionId?: string | undefined;
  /** What the asker has voted on this answer. */
  readonly vote?: VoteValue | undefined;
}

/** An answer with what else the question may have meant first, then the related questions. */
export function answerMessage(
  content: Content,
  entry: Entry,
  { username, questionId, vote }: Asking,
  alternatives: readonly Entry[] = [],
): OutMessage {
  const related = entriesOf(content, entry.related ?? content.relatedTo(entry.id));
  const others = [...new Set([...alternatives, ...related])].filter((other) => other !== entry);
  const otherIds = alternatives.slice(0, MAX_RELATED).map(({ id }) => id);
  const rowOf = (other: Entry) =>
    entryRow(other, alternatives.includes(other) ? questionId : undefined);
  return {
    text: answerText(content, entry, username),
    about: { kind: "answer", itemIds: [entry.id], offeredIds: otherIds, questionId },
    keyboard: [
      voteRow({ entryId: entry.id, questionId, otherIds }, vote),
      ...others.slice(0, MAX_RELATED).map(rowOf),
      ...(username === undefined
        ? []
        : [[callbackButton(said.SHARE, { kind: "share", entryId: entry.id })]]),
      [
        callbackButton(said.BACK_TO_CATEGORY, {
          kind: "category",
          categoryId: entry.categoryId,
          page: 0,
        }),
        callbackButton(said.ALL_QUESTIONS, { kind: "menu", page: 0 }),
      ],
    ],
  };
}

/** Both votes in one row; the one that was given is marked. */
export function voteRow(
  subject: VoteSubject,
  chosen: VoteValue | undefined,
  titles: Readonly<Record<VoteValue, string>> = { up: said.VOTE_UP, down: said.VOTE_DOWN },
): readonly Button[] {
  return VOTE_VALUES.map((value) =>
    callbackButton(marked(titles[value], chosen === value), { kind: "vote", value, subject }),
  );
}

function marked(title: string, isChosen: boolean): string {
  return isChosen ? `${title} ${said.CHOSEN}` : title;
}

/** The answers to all questions of a message in one; what does not fit MAX's limit becomes a button. */
export function answersMessage(
  content: Content,
  decision: Decision,
  asking: Asking,
): OutMessage | undefined {
  const entries = entriesOf(content, idsOf(decision.answers));
  const [first] = entries;
  if (first === undefined) return undefined;
  const others = entriesOf(content, idsOf(decision.suggestions));
  const message = togetherMessage(content, entries, { ...asking, entry: first }, others);
  const text = withAsides(message.text, content, decision);
  return { ...message, text };
}

interface AskingOne extends Asking {
  /** The answer that the vote is on. */
  readonly entry: Entry;
}

/** As many of the answers as fit in one message, each with a number, its votes and a way to share it. */
export function togetherMessage(
  content: Content,
  entries: readonly Entry[],
  asking: AskingOne,
  others: readonly Entry[],
): OutMessage {
  const last = entries.at(-1);
  const fewer = entries.slice(0, -1);
  if (last === undefined || fewer.length === 0) {
    return answerMessage(content, last ?? asking.entry, asking, others);
  }
  const numbered = entries.map((entry, at) =>
    join([plain(`${at + 1}.`), answerText(content, entry, asking.username)], " "),
  );
  const text = join(numbered, "\n\n");
  if (sentLengthOf(text) > TEXT_LENGTH) {
    return togetherMessage(content, fewer, asking, [last, ...others]);
  }
  const shown = others.slice(0, MAX_RELATED);
  const { questionId } = asking;
  const about = { kind: "answer" as const, itemIds: entries.map(({ id }) => id), questionId };
  return {
    text,
    about: { ...about, offeredIds: shown.map(({ id }) => id) },
    keyboard: [
      ...entries.map((entry, at) => numberedRow(at + 1, entry, { entries, shown, asking })),
      ...shown.map((other) => entryRow(other, asking.questionId)),
      menuRow(),
    ],
  };
}

interface Together {
  readonly entries: readonly Entry[];
  readonly shown: readonly Entry[];
  readonly asking: AskingOne;
}

function numberedRow(
  place: number,
  { id: entryId }: Entry,
  { entries, shown, asking: { entry, questionId, username, vote } }: Together,
): readonly Button[] {
  const otherIds = shown.map(({ id }) => id);
  const subject = { entryId, questionId, otherIds, answerIds: entries.map(({ id }) => id) };
  const titles = { up: `${place} 👍`, down: `${place} 👎` };
  const votes = voteRow(subject, entryId === entry.id ? vote : undefined, titles);
  if (username === undefined) return votes;
  return [...votes, callbackButton(`${place} ${said.SHARE_ONE}`, { kind: "share", entryId })];
}

/** With what is said of the topics that the message asks for as well, where it fits. */
function withAsides(text: RichText, { sideTopicById }: Content, { asides = [] }: Decision) {
  const answers = asides.flatMap(({ item }) => sideTopicById.get(item.id)?.answer.trim() ?? []);
  const both = join([text, ...answers.map(richTextOf)], "\n\n");
  return sentLengthOf(both) > TEXT_LENGTH ? text : both;
}

export function suggestMessage(
  content: Content,
  decision: Decision,
  { questionId }: Asking,
): OutMessage {
  const offeredIds = idsOf(decision.suggestions);
  const text = join([plain(said.SUGGEST), plain(said.SUGGEST_NOTHING)], "\n\n");
  return {
    text: withAsides(text, content, decision),
    about: { kind: "suggest", itemIds: [], offeredIds, questionId },
    keyboard: [...rowsOf(content, offeredIds, questionId), menuRow()],
  };
}

/** A side topic; with entries the message may have meant after all, and then those that are related to it. */
export function sideTopicMessage(
  content: Content,
  sideTopic: SideTopic,
  decision: Decision,
  { questionId }: Asking,
): OutMessage {
  const meant = idsOf(decision.suggestions);
  const offered = entriesOf(content, [...meant, ...(sideTopic.related ?? [])]);
  const offeredIds = offered.slice(0, MAX_UNDER_SIDE_TOPIC).map(({ id }) => id);
  const answer = withAsides(richTextOf(sideTopic.answer.trim()), content, decision);
  const about = { kind: "topic" as const, itemIds: [sideTopic.id], offeredIds };
  return {
    text: meant.length > 0 ? join([answer, plain(said.MAYBE_MEANT)], "\n\n") : answer,
    ...(decision.outcome === "topic" ? { about: { ...about, questionId } } : {}),
    keyboard: [...rowsOf(content, offeredIds, questionId), menuRow()],
  };
}

export function unknownMessage(content: Content, decision: Decision): OutMessage {
  const contact = asSentence(content.faq.organization.contact);
  return {
    text: join([bold(said.UNKNOWN), plain(contact), plain(said.UNKNOWN_HINT)], "\n\n"),
    keyboard: [...nearCategoryRows(content, decision), menuRow()],
  };
}

function rowsOf(content: Content, ids: readonly string[], questionId: string | undefined) {
  return entriesOf(content, ids).map((entry) => entryRow(entry, questionId));
}

function idsOf(scored: readonly Scored[]): readonly string[] {
  return scored.map(({ item }) => item.id);
}

export function entriesOf(
  content: Pick<Content, "entryById">,
  ids: readonly string[],
): readonly Entry[] {
  return [...new Set(ids)].flatMap((id) => content.entryById.get(id) ?? []);
}

/** The categories of the nearest entries first, then the others, in the order of the file. */
function nearCategoryRows({ faq, entryById }: Content, { nearest }: Decision) {
  const ids = nearest.flatMap(({ item }) => entryById.get(item.id)?.categoryId ?? []);
  const filled = filledCategories(faq);
  const near = ids.flatMap((id) => filled.find((category) => category.id === id) ?? []);
  return [...new Set([...near, ...filled])].slice(0, MAX_NEAR_CATEGORIES).map(categoryRow);
}

export function asSentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}
