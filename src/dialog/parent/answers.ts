// The messages a decision turns into: answer, suggestions, side topic, "I do not know".
import { sentLengthOf } from "../../faq/compose-answer.ts";
import { TEXT_LENGTH } from "../../markup/max-limits.ts";
import type { SideTopic, Entry } from "../../faq/faq.ts";
import { richTextOf } from "../../markup/markdown.ts";
import { bold, join, link, plain, type RichText } from "../../markup/rich-text.ts";
import type { Decision, Scored } from "../../search/decide.ts";
import { callbackButton, messageButton } from "../buttons.ts";
import { entryLink } from "../deep-link.ts";
import { categoryRow, entryRow, filledCategories, menuRow } from "./menu.ts";
import type { VoteValue } from "../../journal/records.ts";
import type { NotThat } from "../payload.ts";
import type { Button, OutMessage } from "../reply.ts";
import * as said from "../wording.ts";
import { NOT_THAT } from "./act-wording.ts";
import { entriesOf, type Content } from "./content.ts";
import {
  backRow,
  MAX_RELATED,
  otherRow,
  relatedIds,
  roomUnder,
  shareButtons,
  voteButtons,
  wrongTopicButton,
} from "./under-answer.ts";

/** With the way to a person and the way back five rows. */
const MAX_NEAR_CATEGORIES = 3;

/** The text of an answer, with its link at the end where the bot's name is known. */
function answerText({ answerOf }: Content, entry: Entry, username: string | undefined): RichText {
  const answer = answerOf(entry);
  if (username === undefined) return answer;
  return join([answer, link(said.LINK_TO_ANSWER, entryLink(username, entry.id))], "\n\n");
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
  const related = entriesOf(content, relatedIds(content, entry.id));
  const others = [...new Set([...alternatives, ...related])].filter((other) => other !== entry);
  const shown = others.slice(0, roomUnder(1));
  const otherIds = shown.filter((other) => alternatives.includes(other)).map(({ id }) => id);
  const subject = { entryId: entry.id, questionId, otherIds };
  return {
    text: answerText(content, entry, username),
    about: { kind: "answer", itemIds: [entry.id], offeredIds: otherIds, questionId },
    keyboard: [
      [...voteButtons(subject, vote), ...shareButtons(entry.id, username)],
      ...shown.map((other) => otherRow(content, other, otherIds.includes(other.id) ? questionId : undefined)),
      backRow(entry),
    ],
  };
}

/** The answers to all questions of a message in one; what does not fit MAX's limit becomes a button. */
export function answersMessage(content: Content, decision: Decision, asking: Asking): OutMessage | undefined {
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
  const shown = others.slice(0, roomUnder(entries.length));
  const { questionId } = asking;
  const about = { kind: "answer" as const, itemIds: entries.map(({ id }) => id), questionId };
  return {
    text,
    about: { ...about, offeredIds: shown.map(({ id }) => id) },
    keyboard: [
      ...entries.map((entry, at) => numberedRow(at + 1, entry, { entries, shown, asking })),
      ...shown.map((other) => otherRow(content, other, questionId)),
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
  const votes = voteButtons(subject, entryId === entry.id ? vote : undefined, place);
  return [...votes, ...shareButtons(entryId, username)];
}

/** With what is said of the topics that the message asks for as well, where it fits. */
function withAsides(text: RichText, { sideTopicById }: Content, { asides = [] }: Decision) {
  const answers = asides.flatMap(({ item }) => sideTopicById.get(item.id)?.answer.trim() ?? []);
  const both = join([text, ...answers.map(richTextOf)], "\n\n");
  return sentLengthOf(both) > TEXT_LENGTH ? text : both;
}

export function suggestMessage(content: Content, decision: Decision, { questionId }: Asking): OutMessage {
  const offeredIds = idsOf(decision.suggestions);
  const text = join([plain(said.SUGGEST), plain(said.SUGGEST_NOTHING)], "\n\n");
  const notThat = callbackButton(said.NOT_THAT, { kind: "not-that", questionId, offeredIds });
  return {
    text: withAsides(text, content, decision),
    about: { kind: "suggest", itemIds: [], offeredIds, questionId },
    keyboard: [
      ...entriesOf(content, offeredIds).map((entry) => entryRow(entry, questionId)),
      [notThat, messageButton(said.ALL_QUESTIONS)],
    ],
  };
}

/** What to do next for whom none of the suggestions was right. */
export function notThatMessage(content: Content, { questionId, offeredIds }: NotThat): OutMessage {
  const contact = plain(asSentence(content.faq.organization.contact));
  return {
    text: join([bold(NOT_THAT), plain(said.UNKNOWN_HINT), contact], "\n\n"),
    keyboard: [...nearCategoryRows(content, offeredIds), menuRow()],
    note: questionId === undefined ? undefined : { kind: "setback", questionId, setback: "not-that" },
  };
}

/** A side topic; with entries the message may have meant after all, and then those that are related to it. */
export function sideTopicMessage(
  content: Content,
  sideTopic: SideTopic,
  decision: Decision,
  { questionId }: Asking,
): OutMessage {
  const isTopic = decision.outcome === "topic";
  const offeredIds = [...idsOf(decision.suggestions), ...relatedIds(content, sideTopic.id)];
  const message = topicMessage(content, sideTopic, { questionId, offeredIds });
  const text = withAsides(message.text, content, decision);
  if (isTopic) return { ...message, text };
  return { text, keyboard: [...message.keyboard.slice(0, -1), menuRow()] };
}

interface AskingTopic extends Pick<Asking, "questionId" | "vote"> {
  readonly offeredIds: readonly string[];
}

/** More entries would say that the bot knows after all. */
export function topicMessage(
  content: Content,
  topic: SideTopic,
  { questionId, vote, offeredIds }: AskingTopic,
): OutMessage {
  const offered = entriesOf(content, offeredIds).slice(0, MAX_RELATED);
  const otherIds = offered.map(({ id }) => id);
  const related = entriesOf(content, topic.related ?? []);
  const isMeant = otherIds.some((id, at) => related[at]?.id !== id);
  const answer = richTextOf(topic.answer.trim());
  const wrong = wrongTopicButton({ entryId: topic.id, questionId, otherIds }, vote);
  return {
    text: isMeant ? join([answer, plain(said.MAYBE_MEANT)], "\n\n") : answer,
    about: { kind: "topic", itemIds: [topic.id], offeredIds: otherIds, questionId },
    keyboard: [
      ...offered.map((entry) => otherRow(content, entry, questionId)),
      [wrong, messageButton(said.ALL_QUESTIONS)],
    ],
  };
}

export function unknownMessage(content: Content, { nearest }: Decision): OutMessage {
  const contact = asSentence(content.faq.organization.contact);
  return {
    text: join([bold(said.UNKNOWN), plain(contact), plain(said.UNKNOWN_HINT)], "\n\n"),
    keyboard: [...nearCategoryRows(content, idsOf(nearest)), menuRow()],
  };
}

export function idsOf(scored: readonly Scored[]): readonly string[] {
  return scored.map(({ item }) => item.id);
}

/** The categories of the nearest entries first, then the others, in the order of the file. */
function nearCategoryRows({ faq, entryById }: Content, nearestIds: readonly string[]) {
  const ids = nearestIds.flatMap((id) => entryById.get(id)?.categoryId ?? []);
  const filled = filledCategories(faq);
  const near = ids.flatMap((id) => filled.find((category) => category.id === id) ?? []);
  return [...new Set([...near, ...filled])].slice(0, MAX_NEAR_CATEGORIES).map(categoryRow);
}

export function asSentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}
