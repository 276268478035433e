import { expect, it } from "vitest";
import { lineDiff } from "../../compare/line-diff.ts";
import { parseFaq } from "../parse.ts";
import { broken, SMALL_FAQ } from "../../../test/support/faq/small-faq.ts";
import { STYLED_FAQ, edited } from "../../../test/support/faq/edit-cases.ts";
import { changeItem, flawOfFields } from "./change-item.ts";
import { sideTopicFieldsAt, entryFieldsAt, type SideTopicFields, type EntryFields } from "./item-fields.ts";
import { ownersIn, rootOf } from "./sheet-of-text.ts";
import type { EditResult } from "./edit.ts";
import { takeBack } from "./take-back.ts";
import type { YamlNode } from "../yaml/yaml-node.ts";

function placeOf(text: string, id: string) {
  const root = rootOf(text);
  const path = root && ownersIn(root).find((one) => one.id === id)?.path;
  if (root === undefined || path === undefined) throw new Error(`No item "${id}"`);
  return { root, path };
}

function entryOf(text: string, id: string): EntryFields {
  const { root, path } = placeOf(text, id);
  return entryFieldsAt(root, path);
}

function changeEntry(text: string, id: string, change: Partial<EntryFields>): EditResult {
  const before = entryOf(text, id);
  return changeItem(text, { kind: "entry", id, before, after: { ...before, ...change } });
}

/** The lines that went, and then those that came. */
function changedLines(before: string, after: string): readonly string[] {
  const changes = lineDiff(before, after);
  const linesOf = (wanted: "removed" | "added", mark: string) =>
    changes.flatMap(({ kind, line }) => (kind === wanted ? [mark + line] : []));
  return [...linesOf("removed", "-"), ...linesOf("added", "+")];
}

it.each<[string, string, Partial<EntryFields>, readonly string[]]>([
  [
    "quotes stay, a colon needs them",
    "indented",
    { question: "Вопрос: новый?" },
    ['-    question: "Вопрос: первый?"', '+    question: "Вопрос: новый?"'],
  ],
  ["a plain text stays plain", "dense", { question: "Другой?" }, ["-    question: Второй?", "+    question: Другой?"]],
  [
    "what plain text cannot say gets quotes",
    "dense",
    { question: "Что: так? # и так" },
    ["-    question: Второй?", '+    question: "Что: так? # и так"'],
  ],
  ["a button that was not there stands behind the question", "dense", { button: "Кнопка" }, ["+    button: Кнопка"]],
  ["a date is written without quotes", "dense", { checked: "2025-09-15" }, ["+    checked: 2025-09-15"]],
  ["related ones in brackets", "tall", { related: ["dense", "wide"] }, ["+    related: [dense, wide]"]],
  ["none related is not the same as unsaid", "tall", { related: [] }, ["+    related: []"]],
  [
    "a phrase in the middle, its comment and its neighbours untouched",
    "indented",
    { phrases: ["простая фраза", "ещё одна", 'в "кавычках"'] },
    ["+      - ещё одна"],
  ],
  [
    "another word in a phrase keeps the comment beside it",
    "indented",
    { phrases: ["простая фраза", "без кавычек"] },
    [`-      - 'в "кавычках"'   # примечание`, "+      - 'без кавычек'   # примечание"],
  ],
  ["a phrase less", "indented", { phrases: ['в "кавычках"'] }, ["-      - простая фраза"]],
  [
    "a phrase before the first",
    "dense",
    { phrases: ["самая первая", "без отступа", "сложенная фраза"] },
    ["+    - самая первая"],
  ],
  [
    "a phrase of several lines goes with all of them",
    "dense",
    { phrases: ["без отступа"] },
    ["-    -   >-", "-      сложенная", "-      фраза"],
  ],
  [
    "in brackets on one line",
    "flow",
    { phrases: ["ноль", "два", "три, и ещё"] },
    ["-    phrases: [раз,   два, ]", '+    phrases: [ноль,   два, "три, и ещё", ]'],
  ],
  [
    "in brackets, the first less",
    "flow",
    { phrases: ["два"] },
    ["-    phrases: [раз,   два, ]", "+    phrases: [два, ]"],
  ],
  [
    "in brackets on lines of their own",
    "tall",
    { phrases: ["три", "три с половиной", "четыре"] },
    ["+        три с половиной,"],
  ],
  [
    "all keys in braces",
    "braces",
    { question: "Четыре, или?", button: "Кнопка", answer: "Один\n\nДва", checked: "2025-01-01" },
    [
      "-  - { id: braces, category: all, question: Четвёртый?, phrases: [скобки], answer: Коротко }",
      '+  - { id: braces, category: all, question: "Четыре, или?", button: Кнопка, phrases: [скобки], answer: "Один\\n\\nДва", checked: 2025-01-01 }',
    ],
  ],
  ["a line more in a block", "indented", { answer: "Ответ.\n\n- список\n- ещё" }, ["+      - ещё"]],
  [
    "a folded block becomes one that keeps its lines",
    "dense",
    { answer: "Первая\nВторая" },
    ["-    answer: >", "-      Сложенный", "-      ответ", "+    answer: |", "+      Первая", "+      Вторая"],
  ],
  [
    "a plain answer of one line stays one",
    "flow",
    { answer: "Другой ответ" },
    // The other answer of that wording stays.
    ["-    answer: Ответ", "+    answer: Другой ответ"],
  ],
  [
    "a plain answer becomes a block",
    "wide",
    { answer: "Ответ\n\n- раз" },
    ["-      answer: Ответ до фраз", "+      answer: |", "+        Ответ", "+", "+        - раз"].filter(
      (line) => line !== "+",
    ),
  ],
])("changes only its lines: %s", (_why, id, change, expected) => {
  for (const text of [STYLED_FAQ, STYLED_FAQ.replaceAll("\n", "\r\n")]) {
    const edit = edited(changeEntry(text, id, change));
    const lines = changedLines(text, edit.text).map((line) => line.replace(/\r$/u, ""));
    expect(lines.filter((line) => line !== "+" && line !== "-")).toEqual(expected);
    expect(entryOf(edit.text, id)).toEqual({ ...entryOf(text, id), ...change });
    expect(edit.text.includes("\r\n")).toBe(text.includes("\r\n"));
    expect(edit.text.replaceAll("\r\n", "").includes("\r")).toBe(false);
    expect(edited(takeBack(edit.text, edit)).text).toBe(text);
  }
});

it.each<[readonly string[], readonly string[]]>([
  [["где чаты"], ["-      - чат из дневника переедет", "-      - >-", "-        что будет с чатом"]],
  [["чат из дневника переедет"], ["-      - >-", "-        что будет с чатом", "-      - где чаты # рядом"]],
])("leaves comments between neighbours that go: only %j stay", (phrases, expected) => {
  const text = broken(
    "- что будет с чатом",
    "# Сложено.\n      - >-\n        что будет с чатом\n\n      # Ещё.\n      - где чаты # рядом",
  );
  const edit = edited(changeEntry(text, "chats", { phrases }));
  expect(changedLines(text, edit.text)).toEqual(expected);
  expect(edited(takeBack(edit.text, edit)).text).toBe(text);
});

it("takes keys out that are no longer wanted", () => {
  const without = { button: undefined, related: undefined, checked: undefined };
  const edit = edited(changeEntry(SMALL_FAQ, "chats", without));
  expect(changedLines(SMALL_FAQ, edit.text)).toEqual([
    "-    button: Какие чаты останутся",
    "-    related: [role]",
    "-    checked: 2025-09-15",
  ]);
  expect(parseFaq(edit.text).kind).toBe("ok");
  expect(edited(takeBack(edit.text, edit)).text).toBe(SMALL_FAQ);
});

it("moves an entry to another category by its key", () => {
  const text = SMALL_FAQ.replace("entries:", "  - { id: other, title: Иное }\nentries:");
  const edit = edited(changeEntry(text, "role", { categoryId: "other" }));
  expect(edit.text).toBe(text.replace("id: role\n    category: transfer", "id: role\n    category: other"));
});

it("changes topics and small talk too", () => {
  const { root, path } = placeOf(STYLED_FAQ, "thanks");
  const before: SideTopicFields = sideTopicFieldsAt(root, path);
  const after = { phrases: ["благодарю"], answer: "Не за что" };
  const edit = edited(changeItem(STYLED_FAQ, { kind: "aside", id: "thanks", before, after }));
  expect(changedLines(STYLED_FAQ, edit.text)).toEqual([
    "-    answer: Пожалуйста",
    "-      - спасибо",
    "+    answer: Не за что",
    "+      - благодарю",
  ]);
});

it("gives a topic a title and entries to lead to, and takes them back", () => {
  const { root, path } = placeOf(STYLED_FAQ, "thanks");
  const before: SideTopicFields = sideTopicFieldsAt(root, path);
  const after = { ...before, title: "Код: из СМС", related: ["dense"] };
  const edit = edited(changeItem(STYLED_FAQ, { kind: "aside", id: "thanks", before, after }));
  expect(changedLines(STYLED_FAQ, edit.text)).toEqual(['+    title: "Код: из СМС"', "+    related: [dense]"]);
  expect(takeBack(edit.text, edit)).toMatchObject({ text: STYLED_FAQ });
});

it.each<[string, Partial<EntryFields>, string]>([
  ["a phrase of another", { phrases: ["простая фраза", "Мимо!"] }, "known-phrase"],
  ["a question that is a phrase of another", { question: "спасибо" }, "known-phrase"],
  ["a phrase twice", { phrases: ["простая фраза", "Простая фраза!"] }, "known-phrase"],
  ["a phrase that is a story", { phrases: ["а".repeat(501)] }, "phrase-too-long"],
  ["no phrases at all", { phrases: [" "] }, "no-phrases"],
  ["an empty answer", { answer: " \n " }, "empty-text"],
  ["an empty question", { question: "\t" }, "empty-text"],
  ["an unknown category", { categoryId: "нет" }, "unknown-category"],
  ["nothing", {}, "nothing-to-change"],
])("refuses %s", (_what, change, kind) => {
  expect(changeEntry(STYLED_FAQ, "indented", change)).toMatchObject({ refusal: { kind } });
});

it("leaves phrases alone that were there twice before", () => {
  const text = SMALL_FAQ.replace("- что будет с чатом", "- что будет с чатом\n      - Что будет с чатом?");
  const { phrases } = entryOf(text, "chats");
  expect(changeEntry(text, "chats", { phrases: [...phrases, "новая"] }).kind).toBe("edited");
});

it("says what the file says where somebody else changed the same field", () => {
  const before = entryOf(SMALL_FAQ, "role");
  const text = SMALL_FAQ.replace("Как изменить роль?", "Как сменить роль?");
  const theirs = entryOf(text, "role");
  const result = changeItem(text, {
    kind: "entry",
    id: "role",
    before,
    after: { ...before, question: "Как поменять роль в MAX?" },
  });
  expect(result).toEqual({ kind: "refused", refusal: { kind: "changed-meanwhile", theirs } });
});

it("lets a change of another field of the same item stand", () => {
  const before = entryOf(SMALL_FAQ, "role");
  const text = SMALL_FAQ.replace("[поменять роль]", "[поменять роль, стать учителем]");
  const after = { ...before, answer: "Спросите завуча" };
  const edit = edited(changeItem(text, { kind: "entry", id: "role", before, after }));
  expect(entryOf(edit.text, "role")).toEqual({
    ...after,
    phrases: ["поменять роль", "стать учителем"],
  });
});

it.each([
  ["gone", "- id: role\n", "- id: rolle\n"],
  ["a topic by now", "- id: role\n", "- id: code2\n"],
])("knows an item that is %s", (_why, part, replacement) => {
  const before = entryOf(SMALL_FAQ, "role");
  const after = { ...before, question: "Другой?" };
  const text = SMALL_FAQ.replace(part, replacement).replace("- id: code\n", "- id: role\n");
  expect(changeItem(text, { kind: "entry", id: "role", before, after })).toEqual({
    kind: "refused",
    refusal: { kind: "changed-meanwhile", theirs: undefined },
  });
});

it.each([
  ["the answer others refer to", "answer: &a |", "answer: *a"],
  ["an answer that refers to another", "answer: &a |", "answer: *a"],
])("refuses to change %s", (what, named, reference) => {
  const text = SMALL_FAQ.replace("answer: |", named).replace('answer: "{{contact}}"', reference);
  const id = what.includes("others") ? "chats" : "role";
  const line = text.split("\n").findIndex((one) => one.includes(id === "chats" ? named : reference)) + 1;
  expect(changeEntry(text, id, { answer: "Иначе" })).toEqual({
    kind: "refused",
    refusal: { kind: "shared-text", line },
  });
  expect(changeEntry(text, id, { question: "Совсем иначе?" }).kind).toBe("edited");
});

it("keeps the name of a text that nobody refers to", () => {
  const text = SMALL_FAQ.replace('answer: "{{contact}}"', 'answer: &a "{{contact}}"');
  expect(edited(changeEntry(text, "role", { answer: "Иначе" })).text).toContain('answer: &a "Иначе"');
});

it("sets fields back though the lines around them changed, and not where they changed themselves", () => {
  const edit = edited(changeEntry(SMALL_FAQ, "chats", { question: "Что не переносится?", phrases: ["одна"] }));
  const later = edit.text.replace("button: Какие чаты останутся", "button: Иная кнопка");
  expect(edited(takeBack(later, edit)).text).toBe(
    SMALL_FAQ.replace("button: Какие чаты останутся", "button: Иная кнопка"),
  );
  const touched = edit.text.replace("- одна", "- другая");
  expect(takeBack(touched, edit)).toMatchObject({ refusal: { kind: "not-there" } });
});

/** The tree, with `onRead` called whenever somebody reads its entries. */
function watched(text: string, onRead: () => void): YamlNode {
  const root = rootOf(text);
  const field = root?.kind === "mapping" ? root.fields.get("entries") : undefined;
  if (root?.kind !== "mapping" || field?.node.kind !== "list") throw new Error("No entries");
  const { items } = field.node;
  const node: YamlNode = {
    ...field.node,
    get items() {
      onRead();
      return items;
    },
  };
  return { ...root, fields: new Map(root.fields).set("entries", { ...field, node }) };
}

it("goes through the phrases of the others no more often for many new ones than for one", () => {
  const readsFor = (count: number) => {
    let reads = 0;
    const root = watched(SMALL_FAQ, () => (reads += 1));
    const after = Array.from({ length: count }, (_, number) => `код ${number}`);
    const fields = [{ key: "phrases", before: [], after }] as const;
    expect(flawOfFields(root, ["topics", 0], fields)).toBeUndefined();
    return reads;
  };
  expect(readsFor(50)).toBe(readsFor(1));
  expect(readsFor(1)).toBeGreaterThan(0);
});
