// Which item is open in the editor: what the page was shown, and what has been typed since.
import { signal } from "@preact/signals";
import type { SideTopicView, Content, Edit, EntryView } from "../../../../console/content/content-api.ts";
import type { SideTopicFields, EntryFields } from "../../../../faq/edit/item-fields.ts";
import type { Draft } from "../../drafts/draft.ts";

export interface Opened {
  readonly key: string;
  /** Where nothing was typed, one that changes nothing. */
  readonly edit: Edit;
  readonly hasDraft: boolean;
  /** As the server tells of it now; undefined for a new entry, and for what is gone. */
  readonly view: EntryView | SideTopicView | undefined;
}

/** All fields that any item has. */
export type Typed = Partial<EntryFields & SideTopicFields>;

/** What was saved of an item, until the content is live that has it. */
export interface Saved {
  readonly key: string;
  /** Of the content that has it not yet. */
  readonly version: string;
  readonly fields: EntryFields | SideTopicFields;
}

export const lastSaved = signal<Saved | undefined>(undefined);

/** Undefined where the content has no such item and nothing was typed into it either. */
export function openedOf(
  key: string,
  content: Content,
  { drafts, saved }: { readonly drafts: readonly Draft[]; readonly saved?: Saved | undefined },
): Opened | undefined {
  const draft = drafts.find((one) => one.key === key);
  const [kind = "", ...rest] = key.split(":");
  const id = rest.join(":");
  if (kind === "new-entry") {
    const edit = draft?.edit ?? emptyEntry(content);
    return { key, edit, hasDraft: draft !== undefined, view: undefined };
  }
  const view = viewOf(kind, id, content);
  const isAhead = saved?.key === key && saved.version === content.version;
  const fields = isAhead ? saved.fields : view?.fields;
  const edit = draft?.edit ?? (fields === undefined ? undefined : untouched(id, fields));
  if (edit === undefined) return undefined;
  return { key, edit, hasDraft: draft !== undefined, view };
}

function viewOf(kind: string, id: string, { entries, sideTopics }: Content) {
  const views: readonly (EntryView | SideTopicView)[] = kind === "entry" ? entries : kind === "aside" ? sideTopics : [];
  return views.find((view) => view.id === id);
}

function untouched(id: string, fields: EntryFields | SideTopicFields): Edit {
  return isEntry(fields)
    ? { kind: "entry", id, before: fields, after: fields }
    : { kind: "aside", id, before: fields, after: fields };
}

function emptyEntry({ categories }: Content): Edit {
  const [first] = categories;
  return { kind: "new-entry", categoryId: first?.id ?? "", question: "", answer: "", phrases: [] };
}

/** The edit with something typed into it. */
export function typedInto(edit: Edit, typed: Typed): Edit {
  switch (edit.kind) {
    case "entry":
      return { ...edit, after: { ...edit.after, ...typed } };
    case "aside": {
      const { title, phrases, answer, related } = { ...edit.after, ...typed };
      return { ...edit, after: { title, phrases, answer, related } };
    }
    case "new-entry": {
      const { categoryId, question, phrases, answer } = { ...edit, ...typed };
      return { ...edit, categoryId, question, phrases, answer };
    }
  }
}

/** What the fields of the editor show; a side topic has no question. */
export function fieldsOf(edit: Edit): EntryFields | SideTopicFields {
  if (edit.kind !== "new-entry") return edit.after;
  const { categoryId, question, phrases, answer } = edit;
  const none = { button: undefined, related: undefined, checked: undefined };
  return { categoryId, question, phrases, answer, ...none };
}

export function isEntry(fields: EntryFields | SideTopicFields): fields is EntryFields {
  return "question" in fields;
}

/** By its fields: JSON leaves out what is undefined, such as its source. */
export function isEntryView(view: EntryView | SideTopicView | undefined): view is EntryView {
  return view !== undefined && isEntry(view.fields);
}

/** The questions that the bot itself finds related; none for what it does not know yet. */
export function neighboursOf({ view }: Opened): readonly string[] {
  return isEntryView(view) ? view.neighbours : [];
}

/** What was typed on while this was being saved: it begins with what is saved. */
export function startingFrom(edit: Edit, saved: EntryFields | SideTopicFields): Edit {
  if (edit.kind === "entry") return isEntry(saved) ? { ...edit, before: saved } : edit;
  return edit.kind === "aside" ? { ...edit, before: saved } : edit;
}

/** What was written of an entry that is gone, as a new one. */
export function asNewEntry(edit: Edit): Edit | undefined {
  if (edit.kind !== "entry") return undefined;
  const { categoryId, question, answer, phrases } = edit.after;
  return { kind: "new-entry", categoryId, question, answer, phrases };
}
