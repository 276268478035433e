// What is noted beside an update while it is handled.
import { reporting } from "../statements.ts";
import type { Inbox } from "./inbox.ts";
import type { InboxPlace } from "./place.ts";

export function notesIn({ tables }: InboxPlace): Pick<Inbox, "progress" | "keepProgress"> {
  return {
    progress: (key) =>
      reporting("Reading how far an update has come", async () => {
        const found = tables.selectFrom("inbox").select("progress").where("key", "=", key);
        return (await found.executeTakeFirst())?.progress ?? undefined;
      }),
    keepProgress: (key, progress) =>
      reporting("Noting how far an update has come", async () => {
        const update = tables.updateTable("inbox").set({ progress });
        await update.where("key", "=", key).where("state", "<>", "done").execute();
      }),
  };
}
