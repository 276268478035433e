// What people asked in vain, in groups: read from the journal and the votes.
import { DAY_MS } from "../text/local-date.ts";
import type { OpenGroup, Pool } from "../journal/open-group.ts";
import type { Faq } from "../faq/faq.ts";
import { groupQuestions } from "../journal/group-questions.ts";
import {
  type AskedQuestion,
  type Vote,
  type VoteReason,
  isUnanswered,
} from "../journal/records.ts";
import type { Journal, Votes } from "../store/journal/journal.ts";

/** How far back an administrator looks. */
const MAX_DAYS = 30;
/** The newest; more are not grouped in the time somebody waits for a tap. */
const MAX_QUESTIONS = 3000;
const HIDDEN = "hidden:";
const REVIEWED = "reviewed:";

export interface OpenQuestions {
  readonly days: number;
  /** Most frequent first. */
  list(pool: Pool): Promise<readonly OpenGroup[]>;
  /** The group with this question; undefined when it is dealt with, or gone. */
  find(pool: Pool, questionId: string): Promise<OpenGroup | undefined>;
  markTaught(group: OpenGroup, ownerId: string, editId: string | undefined): Promise<void>;
  /** Of unanswered questions, what is asked alike later stays out of the list as well. */
  hide(group: OpenGroup, pool: Pool, questionId: string): Promise<void>;
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
  const group = { unanswered: remembering(groupsOf), disliked: remembering(groupsOf) };
  const list = async (pool: Pool) => group[pool](await pooled(pool, from(), parts), faq());
  async function reopen(isMeant: (mark: string) => boolean): Promise<void> {
    const recent = await journal.between(from(), now() + 1);
    const meant = recent.filter(({ handled }) => handled !== undefined && isMeant(handled));
    const ids = meant.map(({ id }) => id);
    if (ids.length > 0) await journal.markHandled(ids, undefined);
  }

  return {
    days,
    list,
    find: async (pool, questionId) =>
      (await list(pool)).find(({ ids }) => ids.includes(questionId)),
    markTaught: ({ ids }, ownerId, editId) =>
      journal.markHandled(ids, editId === undefined ? taught(ownerId) : taught(ownerId, editId)),
    hide: ({ ids }, pool, questionId) =>
      journal.markHandled(ids, `${pool === "unanswered" ? HIDDEN : REVIEWED}${questionId}`),
    unhide: async (questionId) => {
      const mark = (await journal.find(questionId))?.handled;
      if (mark === undefined || ![HIDDEN, REVIEWED].some((start) => mark.startsWith(start))) return;
      await reopen((handled) => handled === mark);
    },
    reopenTaught: (editId) => reopen((handled) => handled.endsWith(`:${editId}`)),
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

async function pooled(
  pool: Pool,
  from: number,
  { journal, votes, now }: OpenQuestionsParts,
): Promise<Pooled> {
  const disliked = pool === "disliked" ? downVotes(await votes.between(from, now() + 1)) : [];
  // A journal of a month is worth a tenth of a second.
  if (pool === "disliked" && disliked.length === 0) return { questions: [], disliked };
  const dislikedIds = new Set(disliked.map(({ questionId }) => questionId));
  const isOfPool =
    pool === "unanswered" ? isUnanswered : ({ id }: AskedQuestion) => dislikedIds.has(id);
  const all = await journal.between(from, now() + 1);
  const open = all.filter((one) => one.handled === undefined && isOfPool(one));
  // Another 👎 is news, however well the question is known.
  const hidden = open.length === 0 || pool === "disliked" ? [] : all.filter(isHidden);
  return { questions: [...newest(open), ...newest(hidden)], disliked };
}

function newest(questions: readonly AskedQuestion[]): readonly AskedQuestion[] {
  return questions.slice(-MAX_QUESTIONS);
}

function groupsOf({ questions, disliked }: Pooled, faq: Faq): readonly OpenGroup[] {
  if (questions.length === 0) return [];
  const byId = new Map(questions.map((one) => [one.id, one]));
  return groupQuestions(questions, faq).flatMap((group) => {
    const members = group.ids.flatMap((id) => byId.get(id) ?? []);
    if (members.some(isHidden)) return [];
    const ids = new Set(group.ids);
    const own = disliked.filter(({ questionId }) => ids.has(questionId ?? ""));
    return [{ ...group, reasons: reasonsOf(own), answeredWith: itemsOf(own) }];
  });
}

interface Remembered {
  readonly key: string;
  readonly faq: Faq;
  readonly groups: readonly OpenGroup[];
}

/** Grouping takes most of a second, and every tap on the way to an entry needs the same groups. */
function remembering(group: typeof groupsOf): typeof groupsOf {
  let last: Remembered | undefined;
  return (from, faq) => {
    const questions = from.questions.map(({ id, handled }) => [id, handled]);
    const key = JSON.stringify([questions, from.disliked]);
    if (last?.key !== key || last.faq !== faq) last = { key, faq, groups: group(from, faq) };
    return last.groups;
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
  for (const { reason } of votes)
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

function itemsOf(votes: readonly Vote[]): readonly string[] {
  return [...new Set(votes.map(({ entryId }) => entryId))];
}
