// What is kept of an edit beside the backup: enough to tell of it, and to take it back.
import { z } from "zod";
import { FIELD_KEYS } from "../faq/edit/item-fields.ts";

const fieldValue = z.union([z.string(), z.array(z.string()).readonly()]).optional();

const fieldEdit = z.object({
  key: z.enum(FIELD_KEYS),
  before: fieldValue,
  after: fieldValue,
});

export const editRecord = z.object({
  /** Hashes of the file before and after the edit. */
  before: z.string(),
  after: z.string(),
  /** Where it took another one back: the id of that. */
  undoes: z.string().optional(),
  splice: z.object({ at: z.number(), removed: z.string(), inserted: z.string() }),
  change: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("phrase"), ownerId: z.string(), phrase: z.string() }),
    z.object({ kind: z.literal("entry"), id: z.string() }),
    z.object({ kind: z.literal("item"), id: z.string(), fields: z.array(fieldEdit).readonly() }),
  ]),
});

/** What an edit was. */
export type EditRecord = Readonly<z.infer<typeof editRecord>>;
