// What was read of a message when it was answered, as a hash: an edit that changes nothing of that is not answered again.
import { createHmac } from "node:crypto";
import { moscowDay } from "../../journal/moscow-time.ts";
import { createSqlSecrets } from "../secrets.ts";
import { reporting } from "../statements.ts";
import type { Tables } from "../tables/schema.ts";
import type { Inbox } from "./inbox.ts";
import type { InboxPlace } from "./place.ts";

/** 96 bits. */
const LENGTH = 16;

/** What `reading` of the message of this key is kept as. */
export type HashReading = (key: string, reading: string) => string;

/** The way of today; rejects with the error of the database. */
export type ReadingHashes = () => Promise<HashReading>;

/**
 * With the salt of the day, as everything that could tie a text to a person: whoever guesses the id of a message cannot find
 * out tomorrow what was asked with it. So an edit of yesterday's message is answered, whatever it changed.
 */
export function createReadingHashes(tables: Tables): ReadingHashes {
  const secrets = createSqlSecrets(tables);
  let today: { readonly day: string; readonly hash: HashReading } | undefined;
  return async () => {
    const day = moscowDay(Date.now());
    if (today?.day !== day) today = { day, hash: hashWith(await secrets.saltOf(day)) };
    return today.hash;
  };
}

function hashWith(salt: string): HashReading {
  return (key, reading) => createHmac("sha256", salt).update(`${key}:${reading}`).digest("base64url").slice(0, LENGTH);
}

export function readingsIn({ tables, now }: InboxPlace, hashes: ReadingHashes): Pick<Inbox, "isRead" | "keepRead"> {
  return {
    isRead: (key, reading) =>
      reporting("Reading what was answered", async () => {
        const hash = await hashes();
        const found = tables.selectFrom("inbox").select("key").where("key", "=", key);
        const same = found.where("state", "=", "done").where("reading", "=", hash(key, reading));
        return (await same.executeTakeFirst()) !== undefined;
      }),
    keepRead: (key, reading) =>
      reporting("Noting what was answered", async () => {
        const read = { reading: (await hashes())(key, reading) };
        const done = { lane: "", payload: null, state: "done", finished_at: now() } as const;
        await tables
          .insertInto("inbox")
          .values({ key, ...done, ...read, received_at: now() })
          .onConflict((conflict) => conflict.column("key").doUpdateSet(read))
          .execute();
      }),
  };
}
