// Whether answers helped: votes by entry, with the reasons of those it did not help.
import type { Vote, VoteReason } from "./records.ts";
import { groupBy, totalOf } from "./counts.ts";

export interface VoteTally extends Pick<Vote, "entryId" | "value" | "reason"> {
  readonly count: number;
}

export interface VoteFigures {
  readonly up: number;
  readonly down: number;
  /** Those with most 👎 first. */
  readonly entries: readonly EntryVotes[];
}

export interface EntryVotes {
  readonly entryId: string;
  readonly up: number;
  readonly down: number;
  /** Of the 👎; who gave no reason is in none of them. */
  readonly reasons: Readonly<Record<VoteReason, number>>;
}

export function countVotes(votes: readonly Vote[]): VoteFigures {
  return votesOfTallies(votes.map((vote) => ({ ...vote, count: 1 })));
}

/** The same from votes that were counted already. */
export function votesOfTallies(votes: readonly VoteTally[]): VoteFigures {
  const entries = Array.from(
    groupBy(votes, ({ entryId }) => entryId),
    ([entryId, cast]) => votesOf(entryId, cast),
  ).sort((a, b) => b.down - a.down || b.up - a.up || (a.entryId < b.entryId ? -1 : 1));
  return { up: countOf(votes, "up"), down: countOf(votes, "down"), entries };
}

function votesOf(entryId: string, votes: readonly VoteTally[]): EntryVotes {
  const because = (reason: VoteReason) =>
    totalOf(votes.filter((vote) => vote.value === "down" && vote.reason === reason));
  return {
    entryId,
    up: countOf(votes, "up"),
    down: countOf(votes, "down"),
    reasons: {
      "not-my-question": because("not-my-question"),
      unclear: because("unclear"),
      outdated: because("outdated"),
    },
  };
}

function countOf(votes: readonly VoteTally[], value: Vote["value"]): number {
  return totalOf(votes.filter((vote) => vote.value === value));
}
