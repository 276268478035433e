import { expect, it } from "vitest";
import type { Edit } from "../../../console/content/content-api.ts";
import type { EntryFields } from "../../../faq/edit/item-fields.ts";
import { createDraftStore, type DraftStorage } from "./draft-store.ts";

const FIELDS: EntryFields = {
  categoryId: "why",
  question: "Почему MAX?",
  button: undefined,
  phrases: ["почему макс"],
  answer: "Так решили.",
  related: undefined,
  checked: undefined,
};

function edited(id: string, answer: string): Edit {
  return { kind: "entry", id, before: FIELDS, after: { ...FIELDS, answer } };
}

function memoryStorage(): DraftStorage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    get length() {
      return texts.size;
    },
    key: (at) => [...texts.keys()][at] ?? null,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
    removeItem: (name) => void texts.delete(name),
  };
}

function ticking(): () => number {
  let time = 0;
  return () => (time += 1);
}

const FROM = { pool: "unanswered", questionId: "q1" } as const;
const NEW: Edit = { kind: "new-entry", categoryId: "why", question: "", answer: "", phrases: [] };

it("gives back after a reload what was kept, an item each", () => {
  const storage = memoryStorage();
  const store = createDraftStore(storage, ticking());
  store.keep(edited("a", "Раз."));
  store.keep({ kind: "aside", id: "a", before: FIELDS, after: { answer: "О", phrases: ["п"] } });
  store.keep({ ...NEW, question: "Новый?", phrases: ["спросили"], from: FROM });
  store.keep(edited("a", "Два."));
  const reloaded = createDraftStore(storage, ticking());
  expect(reloaded.all.value.map(({ key }) => key)).toEqual(["entry:a", "new-entry:q1", "aside:a"]);
  expect(reloaded.edits.value.at(-1)).toEqual(edited("a", "Два."));
  expect(reloaded.edits.value[1]).toMatchObject({ question: "Новый?", from: FROM });
});

it("forgets a draft that is dropped, and one that was changed back", () => {
  const storage = memoryStorage();
  const store = createDraftStore(storage, ticking());
  store.keep(edited("a", "Раз."));
  store.keep(edited("b", "Раз."));
  store.drop("entry:a");
  store.keep(edited("b", FIELDS.answer));
  expect(store.all.value).toEqual([]);
  expect(storage.texts.size).toBe(0);
});

it("begins a draft once, and does not write over what was written since", () => {
  const store = createDraftStore(memoryStorage(), ticking());
  const begun: Edit = { ...NEW, question: "Где столовая?", from: FROM };
  expect(store.begin(begun)).toBe(true);
  store.keep({ ...begun, answer: "На первом этаже." });
  expect(store.begin(begun)).toBe(false);
  expect(store.edits.value).toEqual([{ ...begun, answer: "На первом этаже." }]);
});

it("lives on where the browser has no room for it", () => {
  const full = memoryStorage();
  const store = createDraftStore(
    {
      ...full,
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    },
    ticking(),
  );
  store.keep(edited("a", "Раз."));
  expect(store.edits.value).toEqual([edited("a", "Раз.")]);
});

it.each([
  ["no JSON", "{"],
  ["nothing", "null"],
  ["another kind of edit", JSON.stringify({ key: "x", changedAt: 1, edit: { kind: "rename" } })],
  [
    "an entry without an answer",
    JSON.stringify({
      key: "x",
      changedAt: 1,
      edit: { kind: "entry", id: "x", before: FIELDS, after: { ...FIELDS, answer: 5 } },
    }),
  ],
  [
    "phrases that are no texts",
    JSON.stringify({
      key: "x",
      changedAt: 1,
      edit: { kind: "aside", id: "x", before: FIELDS, after: { answer: "а", phrases: [1] } },
    }),
  ],
])("passes over what it cannot read and leaves it there: %s", (_what, text) => {
  const storage = memoryStorage();
  storage.setItem("max-faq-bot.draft.x", text);
  storage.setItem("somebody.else", "{}");
  expect(createDraftStore(storage, ticking()).all.value).toEqual([]);
  expect(storage.texts.get("max-faq-bot.draft.x")).toBe(text);
});

it("sees what another tab has kept", () => {
  const storage = memoryStorage();
  const store = createDraftStore(storage, ticking());
  createDraftStore(storage, ticking()).keep(edited("a", "Раз."));
  expect(store.all.value).toEqual([]);
  store.reread("somebody.else");
  expect(store.all.value).toEqual([]);
  store.reread("max-faq-bot.draft.entry:a");
  expect(store.all.value).toHaveLength(1);
  storage.texts.clear();
  store.reread(null);
  expect(store.all.value).toEqual([]);
});

it("keeps every letter that is typed, and hands on what changes something", () => {
  const store = createDraftStore(memoryStorage(), ticking());
  store.keep(edited("a", `${FIELDS.answer} `));
  store.keep({ ...NEW, question: " " });
  expect(store.all.value).toHaveLength(2);
  expect(store.edits.value).toEqual([]);
});
