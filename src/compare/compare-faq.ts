// Two versions of the content side by side: what parents read and tap, and how they are understood.
import { type LineChange, lineDiff } from "./line-diff.ts";
import type { SideTopic, Entry, Faq } from "../faq/faq.ts";

export type ItemKind = "entry" | "topic" | "smalltalk";

export interface ItemChange {
  readonly change: "added" | "removed" | "changed";
  readonly kind: ItemKind;
  readonly id: string;
  /** The id it had, where that is what changed: the same question, or the same first phrase, under another id. */
  readonly formerId: string | undefined;
  /** The question of an entry, the title of a side topic; of the new version where there is one. */
  readonly title: string;
  /** Empty unless it changed. */
  readonly fields: readonly FieldChange[];
}

export type FieldName =
  | "title"
  | "question"
  | "button"
  | "category"
  | "source"
  | "checked"
  | "related"
  | "threshold"
  | "name"
  | "contact"
  | "categories"
  | "synonyms"
  | "answer_threshold"
  | "suggest_threshold";

export type FieldChange =
  | {
      readonly kind: "value";
      readonly field: FieldName;
      /** Undefined where the file says nothing. */
      readonly before: string | undefined;
      readonly after: string | undefined;
    }
  | { readonly kind: "answer" | "details"; readonly lines: readonly LineChange[] }
  | {
      readonly kind: "phrases";
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };

export interface ContentChanges {
  /** Of the file as a whole: organisation, categories, synonyms, thresholds. */
  readonly general: readonly FieldChange[];
  /** In the order of the new version; what was removed comes last. */
  readonly items: readonly ItemChange[];
}

export function compareFaqs(before: Faq, after: Faq): ContentChanges {
  return {
    general: generalChanges(before, after),
    items: [
      ...itemChanges("entry", before.entries, after.entries, entryFields),
      ...itemChanges("topic", before.topics, after.topics, sideTopicFields),
      ...itemChanges("smalltalk", before.smalltalk, after.smalltalk, sideTopicFields),
    ],
  };
}

function generalChanges(before: Faq, after: Faq): readonly FieldChange[] {
  const categories = ({ categories }: Faq) => categories.map(({ title }) => title).join(", ");
  const synonyms = ({ synonyms }: Faq) => synonyms.map((group) => group.join(", ")).join("; ");
  return [
    ...value("name", before.organization.name, after.organization.name),
    ...value("contact", before.organization.contact, after.organization.contact),
    ...value("categories", categories(before), categories(after)),
    ...value("synonyms", synonyms(before), synonyms(after)),
    ...value("answer_threshold", String(before.settings.answerThreshold), String(after.settings.answerThreshold)),
    ...value("suggest_threshold", String(before.settings.suggestThreshold), String(after.settings.suggestThreshold)),
  ];
}

function itemChanges<Item extends Entry | SideTopic>(
  kind: ItemKind,
  before: readonly Item[],
  after: readonly Item[],
  fieldsOf: (before: Item, after: Item) => readonly FieldChange[],
): readonly ItemChange[] {
  const kept = new Set(after.map(({ id }) => id));
  const old = new Map(before.map((item) => [item.id, item]));
  const gone = new Map(before.filter(({ id }) => !kept.has(id)).map((item) => [firstTextOf(item), item]));
  const current = after.flatMap((item): readonly ItemChange[] => {
    const title = titleOf(item);
    const earlier = old.get(item.id) ?? gone.get(firstTextOf(item));
    const described = { kind, id: item.id, title, formerId: undefined };
    if (earlier === undefined) return [{ ...described, change: "added", fields: [] }];
    const fields = fieldsOf(earlier, item);
    if (earlier.id === item.id) {
      return fields.length === 0 ? [] : [{ ...described, change: "changed", fields }];
    }
    gone.delete(firstTextOf(item));
    return [{ ...described, change: "changed", formerId: earlier.id, fields }];
  });
  const removed = Array.from(gone.values(), (item): ItemChange => {
    const title = titleOf(item);
    return { kind, id: item.id, title, formerId: undefined, change: "removed", fields: [] };
  });
  return [...current, ...removed];
}

function titleOf(item: SideTopic | Entry): string {
  return "question" in item ? item.question : item.title;
}

/** What an item is known by when its id has changed. */
function firstTextOf(item: SideTopic | Entry): string {
  return "question" in item ? item.question : (item.phrases[0] ?? item.id);
}

function entryFields(before: Entry, after: Entry): readonly FieldChange[] {
  // Without a button of its own an entry shows its question, which is told of already.
  const buttonOf = ({ button, question }: Entry) => (button === question ? undefined : button);
  const sourceOf = ({ source }: Entry) => source && [source.title, source.url ?? ""].join(" ").trim();
  return [
    ...value("question", before.question, after.question),
    ...value("button", buttonOf(before), buttonOf(after)),
    ...value("category", before.categoryId, after.categoryId),
    ...sharedFields(before, after),
    ...text("details", before.details ?? "", after.details ?? ""),
    ...value("source", sourceOf(before), sourceOf(after)),
    ...value("checked", before.checked, after.checked),
    ...value("threshold", before.threshold?.toString(), after.threshold?.toString()),
  ];
}

function sideTopicFields(before: SideTopic, after: SideTopic): readonly FieldChange[] {
  // Without a title of its own it is called by its first phrase, which is told of already.
  const titleOf = ({ title, phrases }: SideTopic) => (title === phrases[0] ? undefined : title);
  return [...value("title", titleOf(before), titleOf(after)), ...sharedFields(before, after)];
}

function sharedFields(before: Entry | SideTopic, after: Entry | SideTopic): readonly FieldChange[] {
  const added = missing(after.phrases, before.phrases);
  const removed = missing(before.phrases, after.phrases);
  const hasOtherPhrases = added.length + removed.length > 0;
  return [
    ...text("answer", before.answer, after.answer),
    ...(hasOtherPhrases ? [{ kind: "phrases", added, removed } as const] : []),
    ...value("related", before.related?.join(", "), after.related?.join(", ")),
  ];
}

function text(kind: "answer" | "details", before: string, after: string): readonly FieldChange[] {
  const lines = lineDiff(before, after);
  return lines.length === 0 ? [] : [{ kind, lines }];
}

function value(field: FieldName, before: string | undefined, after: string | undefined): readonly FieldChange[] {
  return before === after ? [] : [{ kind: "value", field, before, after }];
}

/** Those of `some` that are not among `others`. */
function missing(some: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return some.filter((one) => !known.has(one));
}
