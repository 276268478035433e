// The messages a decision turns into: answer, suggestions, side topic, "I do not know".
import { composeAnswer, sentLengthOf } from "../../faq/compose-answer.ts";
import { TEXT_LENGTH } from "../../markup/max-limits.ts";
import type { SideTopic, Entry, Faq } from "../../faq/faq.ts";
import { richTextOf } from "../../markup/markdown.ts";
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import type { Decision, Scored } from "../../search/decide.ts";
import { entryLink } from "../deep-link.ts";
import { categoryRow, entryRow, filledCategories, menuRow } from "./menu.ts";
import type { VoteValue } from "../../journal/records.ts";
import type { VoteSubject } from "../payload.ts";
import type { Button, OutMessage } from "../reply.ts";
import * as said from "../wording.ts";
import { callbackButton } from "../buttons.ts";

const MAX_RELATED = 4;
/** Between two answers in one message. */
const SEPARATOR = "\n\n";
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
export function voteRow(subject: VoteSubject, chosen: VoteValue | undefined): readonly Button[] {
  return [
    callbackButton(marked(said.VOTE_UP, chosen === "up"), { kind: "vote", value: "up", subject }),
    callbackButton(marked(said.VOTE_DOWN, chosen === "down"), {
      kind: "vote",
      value: "down",
      subject,
    }),
  ];
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
  const [first, ...rest] = entriesOf(content, idsOf(decision.answers));
  if (first === undefined) return undefined;
  const [second] = rest;
  const both = join(
    [first, ...rest].map((entry) => answerText(content, entry, asking.username)),
    SEPARATOR,
  );
  if (second === undefined || sentLengthOf(both) > TEXT_LENGTH) {
    return answerMessage(content, first, asking, [
      ...rest,
      ...entriesOf(content, idsOf(decision.suggestions)),
    ]);
  }
  return { text: both, keyboard: [menuRow()] };
}

export function suggestMessage(
  content: Content,
  decision: Decision,
  { questionId }: Asking,
): OutMessage {
  return {
    text: join([plain(said.SUGGEST), plain(said.SUGGEST_NOTHING)], "\n\n"),
    keyboard: [...suggestionRows(content, decision.suggestions, questionId), menuRow()],
  };
}

/** A side topic; with entries the message may have meant after all. */
export function sideTopicMessage(
  content: Content,
  sideTopic: SideTopic,
  decision: Decision,
  { questionId }: Asking,
): OutMessage {
  const rows = suggestionRows(content, decision.suggestions, questionId);
  const answer = richTextOf(sideTopic.answer.trim());
  return {
    text: rows.length > 0 ? join([answer, plain(said.MAYBE_MEANT)], "\n\n") : answer,
    keyboard: [...rows, menuRow()],
  };
}

export function unknownMessage(content: Content, decision: Decision): OutMessage {
  const contact = asSentence(content.faq.organization.contact);
  return {
    text: join([bold(said.UNKNOWN), plain(contact), plain(said.UNKNOWN_HINT)], "\n\n"),
    keyboard: [...nearCategoryRows(content, decision), menuRow()],
  };
}

function suggestionRows(
  content: Content,
  suggestions: readonly Scored[],
  questionId: string | undefined,
) {
  return entriesOf(content, idsOf(suggestions)).map((entry) => entryRow(entry, questionId));
}

function idsOf(scored: readonly Scored[]): readonly string[] {
  return scored.map(({ item }) => item.id);
}

function entriesOf(content: Content, ids: readonly string[]): readonly Entry[] {
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
