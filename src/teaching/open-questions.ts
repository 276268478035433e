// What people asked in vain, in groups: read from the journal and the votes.
import { DAY_MS } from "../text/local-date.ts";
import { type Door, hidesAlike, type OpenGroup, type Pool, POOLS } from "../journal/open-group.ts";
import type { Faq } from "../faq/faq.ts";
import { addTo } from "../journal/counts.ts";
import { groupInSteps } from "../journal/group-questions.ts";
import type { AskedQuestion, Vote, VoteReason } from "../journal/records.ts";
import { inTurns } from "../live/in-turns.ts";
import type { Steps } from "../search/steps.ts";
import type { Journal, Votes } from "../store/journal/journal.ts";

/** How far back an administrator looks. */
const MAX_DAYS = 30;
/** The newest; more are not grouped in the time somebody waits for a tap. */
const MAX_QUESTIONS = 3000;
const HIDDEN = "hidden:";
const REVIEWED = "reviewed:";

export interface OpenQuestions {
  readonly days: number;
  /** What most people asked first. */
  list(pool: Pool): Promise<readonly OpenGroup[]>;
  /**
   * The group with this question; undefined when it is dealt with, or gone. Out of the journal any question is taken up,
   * in its own words, and the group with it that it is listed in.
   */
  find(door: Door, questionId: string): Promise<OpenGroup | undefined>;
  markTaught(group: OpenGroup, ownerId: string, editId: string | undefined): Promise<void>;
  /** Of what the bot did not know, what is asked alike later stays out of the list as well. */
  hide(group: OpenGroup, door: Door, questionId: string): Promise<void>;
  /** Back into the lists: all that were hidden together with this question. */
  unhide(questionId: string): Promise<void>;
  /** Back into the lists: all that were taught by this edit. */
  reopenTaught(editId: string): Promise<void>;
}

export interface OpenQuestionsParts {
  readonly journal: Journal;
  readonly votes: Votes;
  readonly faq: () => Faq;
  readonly now: () => number;
  readonly retentionDays: number;
}

export function createOpenQuestions(parts: OpenQuestionsParts): OpenQuestions {
  const { journal, now, faq, retentionDays } = parts;
  const days = Math.min(MAX_DAYS, retentionDays);
  const from = () => now() - days * DAY_MS;
  const groups = (pool: Pool) =>
    oneAtATime(remembering(async () => ({ ...(await pooled(pool, from(), parts)), faq: faq() })));
  const lists = { unanswered: groups("unanswered"), disliked: groups("disliked") };
  const list = (pool: Pool) => lists[pool]();
  const inList = async (pool: Pool, questionId: string) =>
    (await list(pool)).find(({ ids }) => ids.includes(questionId));

  async function inJournal(questionId: string): Promise<OpenGroup | undefined> {
    const question = await journal.find(questionId);
    if (question === undefined) return undefined;
    const { id, text, at: lastAt } = question;
    const listed = await Promise.all(POOLS.map((pool) => inList(pool, id)));
    const group = listed.find((one) => one !== undefined);
    if (group === undefined) {
      const alone = { ids: [id], people: 1, otherTexts: [], answeredWith: [], inVain: [] };
      return { ...alone, text, lastAt, reasons: new Map(), why: new Map() };
    }
    const otherTexts = [group.text, ...group.otherTexts].filter((other) => other !== text);
    return { ...group, text, otherTexts };
  }

  return {
    days,
    list,
    find: async (door, questionId) => (door === "journal" ? inJournal(questionId) : inList(door, questionId)),
    markTaught: ({ ids }, ownerId, editId) =>
      journal.markHandled(ids, editId === undefined ? taught(ownerId) : taught(ownerId, editId)),
    hide: (group, door, questionId) => {
      const mark = hidesAlike(group, door) ? HIDDEN : REVIEWED;
      return journal.markHandled(group.ids, `${mark}${questionId}`);
    },
    unhide: async (questionId) => {
      const mark = (await journal.find(questionId))?.handled;
      if (mark === undefined || ![HIDDEN, REVIEWED].some((start) => mark.startsWith(start))) return;
      await journal.unmark(mark);
    },
    reopenTaught: (editId) => journal.unmark(`:${editId}`),
  };
}

function taught(...what: readonly string[]): string {
  return ["taught", ...what].join(":");
}

/** What a list is made of: questions that are not dealt with, hidden ones among them, and the votes against answers. */
interface Pooled {
  readonly questions: readonly AskedQuestion[];
  readonly disliked: readonly Vote[];
}

async function pooled(pool: Pool, from: number, { journal, votes, now }: OpenQuestionsParts): Promise<Pooled> {
  if (pool === "unanswered") {
    const open = await journal.unanswered(from, MAX_QUESTIONS);
    const hidden = open.length === 0 ? [] : await journal.marked(HIDDEN, from, MAX_QUESTIONS);
    return { questions: [...open, ...hidden], disliked: [] };
  }
  // Another 👎 is news, however well the question is known.
  const disliked = downVotes(await votes.between(from, now() + 1)).slice(-MAX_QUESTIONS);
  const open = await journal.findOpen([...new Set(disliked.flatMap(({ questionId }) => questionId ?? []))]);
  return { questions: open.filter(({ at }) => at >= from), disliked };
}

type Grouped = Pooled & { readonly faq: Faq };

function* groupsOf({ questions, disliked, faq }: Grouped): Steps<readonly OpenGroup[]> {
  if (questions.length === 0) return [];
  const hidden = new Set(questions.filter(isHidden).map(({ id }) => id));
  const votes = new Map<string | undefined, Vote[]>();
  for (const vote of disliked) addTo(votes, vote.questionId, vote);
  return (yield* groupInSteps(questions, faq)).flatMap((group) => {
    if (group.ids.some((id) => hidden.has(id))) return [];
    const own = group.ids.flatMap((id) => votes.get(id) ?? []);
    const answeredWith = [...new Set([...itemsOf(own), ...group.inVain])];
    return [{ ...group, reasons: reasonsOf(own), answeredWith }];
  });
}

type List = () => Promise<readonly OpenGroup[]>;

/** Grouping takes most of a second, and every tap on the way to an entry needs the same groups. */
function remembering(read: () => Promise<Grouped>): List {
  let last: { readonly key: string; readonly faq: Faq; readonly groups: readonly OpenGroup[] } | undefined;
  return async () => {
    const found = await read();
    const { faq, disliked } = found;
    const questions = found.questions.map(({ id, handled, setback, chosenEntryId }) => [
      id,
      handled,
      setback,
      chosenEntryId,
    ]);
    const key = JSON.stringify([questions, disliked]);
    if (last?.key !== key || last.faq !== faq) last = { key, faq, groups: await inTurns(groupsOf(found)) };
    return last.groups;
  };
}

/**
 * Whoever asks while it is being done gets the next one, together with all others who do: what was dealt with meanwhile
 * is gone from it, and however often somebody asks, there is one at a time.
 */
function oneAtATime(list: List): List {
  let running: ReturnType<List> | undefined;
  let next: ReturnType<List> | undefined;
  function begin(): ReturnType<List> {
    next = undefined;
    const done = list().finally(() => {
      if (next === undefined) running = undefined;
    });
    running = done;
    return done;
  }
  return () => {
    if (running === undefined) return begin();
    return (next ??= running.then(begin, begin));
  };
}

function isHidden({ handled }: AskedQuestion): boolean {
  return handled?.startsWith(HIDDEN) === true;
}

function downVotes(votes: readonly Vote[]): readonly Vote[] {
  return votes.filter(({ value, questionId }) => value === "down" && questionId !== undefined);
}

function reasonsOf(votes: readonly Vote[]): OpenGroup["reasons"] {
  const counts = new Map<VoteReason, number>();
  for (const { reason } of votes) if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

function itemsOf(votes: readonly Vote[]): readonly string[] {
  return [...new Set(votes.map(({ entryId }) => entryId))];
}
