// A week of a school in the database, for the pictures of /stats and /unanswered: what was asked, decided by the matcher.
import { DAY_MS } from "../src/text/local-date.ts";
import type { Matcher } from "../src/search/matcher.ts";
import { moscowDay } from "../src/journal/moscow-time.ts";
import { openDatabase } from "../src/store/database.ts";
import type { AskedQuestion, Vote } from "../src/journal/records.ts";

const HOUR_MS = 3_600_000;

/** How often parents asked it. */
const ASKED: readonly (readonly [question: string, times: number])[] = [
  ["обязательно ли ставить макс", 23],
  ["у бабушки кнопочный телефон, как быть", 14],
  ["не утекут ли данные", 12],
  ["какие чаты не перенесутся", 11],
  ["почему не остаться в вотсапе", 9],
  ["два одинаковых чата класса", 7],
  ["не хочу ставить макс, что делать", 6],
  ["зачем нам вообще этот макс", 6],
  ["не приходит код", 5],
  ["спасибо", 8],
  ["когда 5б переедет", 4],
  ["не получается, кому показать телефон", 4],
  ["кому показать телефон, если не получается", 2],
  ["логопед тоже перейдёт?", 3],
  ["кто завтра дежурит", 2],
  ["бассейн в четверг отменили?", 1],
];

/** The hours of Moscow at which people write: evenings more than mornings. */
const HOURS = [8, 18, 20, 13, 19, 21, 20, 9, 19, 16];
/** How many days ago. */
const DAYS = [1, 1, 2, 3, 1, 5, 6, 4, 2, 3, 5, 2];
const PEOPLE = 61;
/** One person in so many votes, and one in so many of these against the answer. */
const VOTES_EVERY = 4;
const DOWN_EVERY = 5;

/** Fills the database at this address, which the bot opens afterwards. */
export async function recordSampleWeek(databaseUrl: string, decide: Matcher["decide"]): Promise<void> {
  const store = await openDatabase(databaseUrl);
  const midnight = Date.parse(`${moscowDay(Date.now())}T00:00:00+03:00`);
  const texts = ASKED.flatMap(([text, times]) => Array.from({ length: times }, () => text));
  for (const [index, text] of texts.entries()) {
    const at = midnight - cycled(DAYS, index) * DAY_MS + cycled(HOURS, index) * HOUR_MS;
    const question = { ...asked(text, decide), id: `sample-${`${index}`.padStart(9, "0")}`, at };
    const person = `person-${(index * 7) % PEOPLE}`;
    const place = index % 9 === 0 ? "group" : "private";
    await store.journal.record({ ...question, person, place });
    if (question.outcome === "answer" && index % VOTES_EVERY === 0)
      await store.votes.cast(voteOn(question, (index / VOTES_EVERY) % DOWN_EVERY === 0));
  }
  await store.close();
}

function asked(text: string, decide: Matcher["decide"]) {
  const { outcome, answers, suggestions } = decide(text);
  const [first] = answers;
  const confidence = (first ?? suggestions[0])?.confidence;
  const nothingYet = { chosenEntryId: undefined, handled: undefined, setback: undefined };
  return { text, outcome, itemId: first?.item.id, confidence, ...nothingYet };
}

function voteOn({ id, itemId, at }: Pick<AskedQuestion, "id" | "itemId" | "at">, isDown: boolean): Vote {
  const vote = { voter: id, entryId: itemId ?? "", questionId: id, at };
  return { ...vote, value: isDown ? "down" : "up", reason: isDown ? "unclear" : undefined };
}

function cycled(values: readonly number[], index: number): number {
  return values[index % values.length] ?? 0;
}
