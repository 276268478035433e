// Hashes instead of user ids: who asks cannot be read from them, only that it is the same person again.
import { createHmac } from "node:crypto";
import { moscowDay } from "../journal/moscow-time.ts";
import type { Secrets } from "../store/secrets.ts";

export interface Pseudonyms {
  /** The same for one person within a day of Moscow; with the salt of that day it is forgotten whose it was. */
  person(userId: number): Promise<string>;
  /** The same for one person and entry, so that a vote can be changed; another one for every entry. */
  voter(userId: number, entryId: string): Promise<string>;
  /**
   * The same for the same update within a day of Moscow, so that handling it again after a kill records nothing twice.
   * Without the salt, whoever knows or guesses the id of a message could find the question that was asked with it.
   */
  question(updateKey: string): Promise<string>;
}

/** 128 bits: nobody meets a double. */
const LENGTH = 22;
const QUESTION_ID_LENGTH = 16;

export function createPseudonyms(secrets: Secrets, now: () => number): Pseudonyms {
  /** In memory for its day, like in the database: every message needs it twice. */
  let today: { readonly day: string; readonly salt: Promise<string> } | undefined;

  function salt(): Promise<string> {
    const day = moscowDay(now());
    if (today?.day !== day) {
      const read = { day, salt: secrets.saltOf(day) };
      today = read;
      read.salt.catch(() => {
        if (today === read) today = undefined;
      });
    }
    return today.salt;
  }

  return {
    person: async (userId) => hash(await salt(), `${userId}`),
    voter: async (userId, entryId) => hash(await secrets.secret("votes"), `${userId}:${entryId}`),
    question: async (updateKey) => hash(await salt(), updateKey).slice(0, QUESTION_ID_LENGTH),
  };
}

function hash(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url").slice(0, LENGTH);
}
