// GET questions: the questions behind a figure, newest first, a page at a time.
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import type { Faq } from "../../faq/faq.ts";
import { OUTCOMES } from "../../faq/outcome.ts";
import type { JournalFilter, JournalPages, JournalPlace, PagedQuestion } from "../../store/journal/journal.ts";
import { SETBACKS } from "../../journal/records.ts";
import { moscowOffsetMs } from "../../journal/moscow-time.ts";
import { foldCase } from "../../text/normalise.ts";
import type { JournalRow, QuestionPage } from "./figures-api.ts";
import type { ConsoleArea, Download } from "../routes.ts";
import { questionsCsv } from "./questions-csv.ts";
import { titleOf, type TaughtContent } from "../../dialog/admin/taught-content.ts";
import type { Titled } from "../api.ts";
import { teachablePhrase } from "../../teaching/teach.ts";
import { filterOf, isInOrder, PERIOD } from "./period.ts";

export interface QuestionsParts {
  readonly pages: Pick<JournalPages, "page" | "count">;
  readonly faq: () => Faq;
}

const MAX_TEXT = 200;
const PAGE_LENGTH = 50;
/** What is looked through at once for a text: small enough that the bot answers in between. */
const SLICE_LENGTH = 500;

const outcomes = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.enum(OUTCOMES)).min(1));

const QUERY = z
  .object({
    ...PERIOD,
    outcome: outcomes.optional(),
    solved: z.enum(["by-tap", "anyhow"]).optional(),
    setback: z.enum(SETBACKS).optional(),
    item: z.string().min(1).max(MAX_TEXT).optional(),
    hour: z.coerce.number().int().min(0).max(23).optional(),
    vote: z.literal("down").optional(),
    text: z.string().max(MAX_TEXT).optional(),
    before: z
      .string()
      .regex(/^\d{1,15}-.{1,100}$/u)
      .transform(placeOf)
      .optional(),
  })
  .refine(isInOrder);

type Query = z.infer<typeof QUERY>;

export function questionsArea(parts: QuestionsParts): ConsoleArea {
  return (routes) => {
    routes.get("questions", QUERY, (query) => questionPage(query, parts));
    routes.get("questions.csv", QUERY, async (query) => questionsTable(query, parts));
  };
}

function questionsTable(query: Query, { pages, faq }: QuestionsParts): Download {
  const content = { faq: faq() };
  async function* rows() {
    for await (const slice of slicesOf(journalFilter(query), pages))
      yield slice.filter(hasText(query)).map((question) => rowOf(question, content));
  }
  const csv = questionsCsv(rows());
  return { kind: "download", name: `questions-${query.from}-${query.to}.csv`, csv };
}

async function questionPage(query: Query, { pages, faq }: QuestionsParts): Promise<QuestionPage> {
  const filter = journalFilter(query);
  const { total, found } =
    (query.text ?? "").trim() === ""
      ? await readPage(filter, query.before, pages)
      : await search(slicesOf(filter, pages), query.before, hasText(query));
  const questions = found.slice(0, PAGE_LENGTH);
  const last = questions.at(-1);
  const content = { faq: faq() };
  return {
    total,
    questions: questions.map((question) => rowOf(question, content)),
    next: found.length > PAGE_LENGTH && last !== undefined ? `${last.at}-${last.id}` : undefined,
    item: query.item === undefined ? undefined : titled(content, query.item),
  };
}

function journalFilter(query: Query): JournalFilter {
  const { outcome, solved, setback, item, hour, vote } = query;
  return {
    ...filterOf(query),
    outcomes: outcome,
    solved,
    setback,
    itemId: item,
    hour: hour === undefined ? undefined : { hour, offsetMs: moscowOffsetMs(query.from) },
    isDisliked: vote === "down",
  };
}

interface Found {
  readonly total: number;
  /** One more than a page where there are more. */
  readonly found: readonly PagedQuestion[];
}

async function readPage(
  filter: JournalFilter,
  before: JournalPlace | undefined,
  pages: QuestionsParts["pages"],
): Promise<Found> {
  const [total, found] = await Promise.all([
    pages.count(filter),
    pages.page(filter, { limit: PAGE_LENGTH + 1, before }),
  ]);
  return { total, found };
}

/** Neither database folds Russian letters as people expect, so the texts are compared here. */
function hasText({ text = "" }: Query): (question: PagedQuestion) => boolean {
  const wanted = foldCase(text.trim());
  return (question) => foldCase(question.text).includes(wanted);
}

/** All of them, newest first, with time for others in between: SQLite answers at once, and would give them none. */
async function* slicesOf(filter: JournalFilter, pages: QuestionsParts["pages"]) {
  for (let last: JournalPlace | undefined; ;) {
    const slice = await pages.page(filter, { limit: SLICE_LENGTH, before: last });
    yield slice;
    last = slice.at(-1);
    if (slice.length < SLICE_LENGTH) return;
    await setImmediate();
  }
}

async function search(
  slices: AsyncIterable<readonly PagedQuestion[]>,
  before: JournalPlace | undefined,
  isWanted: (question: PagedQuestion) => boolean,
): Promise<Found> {
  const found: PagedQuestion[] = [];
  let total = 0;
  // By the order of the database, whose way to sort ids need not be ours.
  let isPast = before === undefined;
  for await (const slice of slices)
    for (const question of slice) {
      isPast ||= question.at < (before?.at ?? 0);
      if (isWanted(question)) {
        total += 1;
        if (found.length <= PAGE_LENGTH && isPast) found.push(question);
      }
      isPast ||= question.id === before?.id;
    }
  return { total, found };
}

function placeOf(text: string): JournalPlace {
  const [at = ""] = text.split("-", 1);
  return { at: Number(at), id: text.slice(at.length + 1) };
}

type NamedContent = Pick<TaughtContent, "faq">;

function titled(content: NamedContent, id: string): Titled {
  return { id, title: titleOf(content, id) };
}

function rowOf(question: PagedQuestion, content: NamedContent): JournalRow {
  const { id, at, text, outcome, confidence, place, itemId, chosenEntryId, handled } = question;
  return {
    id,
    at,
    text,
    outcome,
    confidence,
    place,
    item: itemId === undefined ? undefined : titled(content, itemId),
    chosen: chosenEntryId === undefined ? undefined : titled(content, chosenEntryId),
    vote: question.isDisliked ? "down" : undefined,
    handled: handled === undefined ? undefined : handledInWords(handled, content),
    phrase: teachablePhrase([text]),
  };
}

/** What an administrator did about a question, as the journal keeps it: "taught:<entry id>:<edit id>" and the like. */
function handledInWords(handled: string, content: NamedContent): string {
  const [what, id = ""] = handled.split(":");
  if (what === "taught") return `Стал формулировкой: «${titleOf(content, id)}»`;
  return what === "reviewed" ? "Просмотрен" : "Убран из списка: не наш вопрос";
}
