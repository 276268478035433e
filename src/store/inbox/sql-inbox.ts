// The inbox in SQL, the same for SQLite and PostgreSQL.
import { createGroupCommit } from "./group-commit.ts";
import { dropAside, readAside, readSize, retryAside } from "./inbox-aside.ts";
import { claim, readPending, release, renew } from "./inbox-pending.ts";
import type { InboxPlace } from "./inbox-place.ts";
import { readMarker, receiveAll, type Receiving } from "./inbox-receive.ts";
import { markDone, markFailed, prune, putAside } from "./inbox-settle.ts";
import type { Inbox } from "./inbox.ts";
import { reporting } from "../reporting.ts";

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
    putAside: (id, error) => reporting("Putting an update aside", () => putAside(place, id, error)),
    aside: (page) => reporting("Reading what was put aside", () => readAside(place, page)),
    retryAside: (id) => reporting("Taking an update up again", () => retryAside(place, id)),
    dropAside: (id) => reporting("Dropping an update", () => dropAside(place, id)),
    size: () => reporting("Counting the inbox", () => readSize(place)),
    prune: (before) => reporting("Pruning the inbox", () => prune(place, "done", before)),
    pruneAside: (before) =>
      reporting("Pruning what was put aside", () => prune(place, "aside", before)),
  };
}
