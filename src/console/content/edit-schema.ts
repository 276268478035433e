// Changes of the content as pages send them: read before anything works with them.
import { z } from "zod";
import type { SideTopicFields, EntryFields } from "../../faq/edit/item-fields.ts";
import type { Edit } from "./content-api.ts";
import { GROUP } from "../unanswered/unanswered.ts";

const ID = z.string().min(1).max(100);
/** MAX takes 4,000 characters; what is longer is refused with its reason, unless it is absurd. */
const TEXT = z.string().max(20_000);
const PHRASES = z.array(TEXT).max(2_000);
const RELATED = z.array(ID).max(100);

const ENTRY_FIELDS: z.ZodType<EntryFields> = z
  .object({
    categoryId: ID,
    question: TEXT,
    button: TEXT.optional(),
    phrases: PHRASES,
    answer: TEXT,
    related: RELATED.optional(),
    checked: z.string().max(20).optional(),
  })
  // JSON has no undefined: what is not there is meant to be absent.
  .transform(({ button, related, checked, ...rest }) => ({ ...rest, button, related, checked }));

const SIDE_TOPIC_FIELDS: z.ZodType<SideTopicFields> = z.object({
  title: TEXT.optional(),
  phrases: PHRASES,
  answer: TEXT,
  related: RELATED.optional(),
});

const NEW_ENTRY = z
  .object({
    kind: z.literal("new-entry"),
    categoryId: ID,
    question: TEXT,
    answer: TEXT,
    phrases: PHRASES,
    from: GROUP.optional(),
  })
  .transform(({ from, ...rest }) => (from === undefined ? rest : { ...rest, from }));

export const EDIT: z.ZodType<Edit> = z.union([
  z.object({ kind: z.literal("entry"), id: ID, before: ENTRY_FIELDS, after: ENTRY_FIELDS }),
  z.object({
    kind: z.literal("aside"),
    id: ID,
    before: SIDE_TOPIC_FIELDS,
    after: SIDE_TOPIC_FIELDS,
  }),
  NEW_ENTRY,
]);

/** A draft of more is no draft. */
export const EDITS = z.array(EDIT).max(100);
