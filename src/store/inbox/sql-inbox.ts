// The inbox in SQL, the same for SQLite and PostgreSQL.
import { createGroupCommit } from "./group-commit.ts";
import { claim, readPending, readSize, release, renew } from "./pending.ts";
import {
  dropDeadLetter,
  giveUp,
  markDone,
  markFailed,
  prune,
  readDeadLetters,
  retryDeadLetter,
} from "./settle.ts";
import type { InboxPlace } from "./place.ts";
import { readMarker, receiveAll, type Receiving } from "./receive.ts";
import type { Inbox } from "./inbox.ts";
import { reporting } from "../statements.ts";

export function createSqlInbox(place: InboxPlace): Inbox {
  const receiveGrouped = createGroupCommit((items: readonly Receiving[]) =>
    receiveAll(place, items),
  );
  const doneGrouped = createGroupCommit(async (ids: readonly number[]) => {
    await markDone(place, ids);
    return ids;
  });
  return {
    isShared: !place.isAlone,
    receive: (updates, marker) =>
      reporting("Saving updates", () => receiveGrouped({ updates, marker })),
    marker: (source) => reporting("Reading the marker", () => readMarker(place, source)),
    pending: (query) => reporting("Reading the inbox", () => readPending(place, query)),
    claim: (ids) => reporting("Claiming updates", () => claim(place, ids)),
    renew: () => reporting("Renewing claims", () => renew(place)),
    release: (unsettled) => reporting("Releasing claims", () => release(place, unsettled)),
    done: (id) =>
      reporting("Marking an update as done", async () => {
        await doneGrouped(id);
      }),
    failed: (id, error, waitMs) =>
      reporting("Marking an update as failed", () => markFailed(place, id, error, waitMs)),
    giveUp: (id, error) => reporting("Giving an update up", () => giveUp(place, id, error)),
    deadLetters: (page) =>
      reporting("Reading what was given up", () => readDeadLetters(place, page)),
    retryDeadLetter: (id) =>
      reporting("Taking an update up again", () => retryDeadLetter(place, id)),
    dropDeadLetter: (id) => reporting("Dropping an update", () => dropDeadLetter(place, id)),
    size: () => reporting("Counting the inbox", () => readSize(place)),
    prune: (before) => reporting("Pruning the inbox", () => prune(place, "done", before)),
    pruneDeadLetters: (before) =>
      reporting("Pruning what was given up", () => prune(place, "aside", before)),
  };
}
