// The inbox in SQL, the same for SQLite and PostgreSQL.
import type { Inbox } from "./inbox.ts";
import { notesIn } from "./notes.ts";
import { pendingIn } from "./pending.ts";
import type { InboxPlace } from "./place.ts";
import { createReadingHashes, readingsIn } from "./readings.ts";
import { receivingIn } from "./receive.ts";
import { settlingIn } from "./settle.ts";

export function createSqlInbox(place: InboxPlace): Inbox {
  const hashes = createReadingHashes(place.tables);
  return {
    isShared: !place.isAlone,
    ...receivingIn(place, hashes),
    ...pendingIn(place),
    ...settlingIn(place),
    ...notesIn(place),
    ...readingsIn(place, hashes),
  };
}
