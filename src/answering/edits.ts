// An edited message is answered again only where what the bot reads of it is another.
import type { Event } from "../dialog/event.ts";
import { type Reading, readingOf } from "../max/reading.ts";
import type { ReadUpdate } from "../max/wire.ts";
import type { Log } from "../runtime/log.ts";
import type { Inbox } from "../store/inbox/inbox.ts";

export interface EditParts {
  readonly inbox: Pick<Inbox, "isRead" | "keepRead">;
  readonly log: Log;
}

/** What `answer` gives, or undefined for an edit that changes nothing. Rejects as `answer` and the inbox do. */
export async function answeringEdits<T>(
  event: Event,
  update: ReadUpdate,
  { inbox, log }: EditParts,
  answer: () => Promise<T>,
): Promise<T | undefined> {
  const isEdit = event.kind === "message" && event.isEdited;
  const reading = isEdit ? readingOf(update, event) : undefined;
  if (reading === undefined) return answer();
  if (await inbox.isRead(reading.key, reading.text)) return undefined;
  const result = await answer();
  await keep(reading, { inbox, log });
  return result;
}

/** Never rejects: it is answered, and must not be so again because of a full disk. */
async function keep({ key, text }: Reading, { inbox, log }: EditParts): Promise<void> {
  try {
    await inbox.keepRead(key, text);
  } catch (error) {
    log.warn({ err: error }, "What was read of an edited message cannot be noted");
  }
}
