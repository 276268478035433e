import { signal } from "@preact/signals";
import { expect, it } from "vitest";
import type { Content, Edit, SaveResult } from "../../../../console/content/content-api.ts";
import { createDraftStore } from "../../drafts/draft-store.ts";
import type { Answer } from "../../shell/api-client.ts";
import { tidyEdit } from "../../drafts/tidy-edit.ts";
import { createEditing, type Ports } from "./editing.ts";
import { openedOf, typedInto, type Opened, type Saved } from "./opened.ts";
import { entryView, SAMPLE } from "../../../../../test/support/console/sample-content.ts";

const SAVED: SaveResult = { kind: "saved", editId: "e1", isLive: true, message: "Сохранено." };
const MADE: Answer<SaveResult> = { kind: "ok", value: { ...SAVED, entryId: "kak" } };

function scene(
  key: string,
  answer: Answer<SaveResult> = { kind: "ok", value: SAVED },
  meanwhile: () => void = () => {},
) {
  let content: Content = SAMPLE;
  const drafts = createDraftStore(undefined, () => 1);
  const saved = signal<Saved | undefined>(undefined);
  const log: string[] = [];
  const posted: Edit[] = [];
  const opened = (): Opened => {
    const found = openedOf(key, content, { drafts: drafts.all.value, saved: saved.value });
    if (found === undefined) throw new Error(`nothing at ${key}`);
    return found;
  };
  const ports: Ports = {
    opened,
    content: () => content,
    drafts,
    saved,
    post: async (edit) => {
      posted.push(edit);
      meanwhile();
      return answer;
    },
    tell: ({ text, look }, editId) => log.push(`${look}: ${text} ${editId ?? ""}`.trim()),
    openPaste: ({ message }) => log.push(`paste: ${message}`),
    reload: () => log.push("reload"),
    open: (next) => log.push(`open ${next}`),
    openList: () => log.push("open the list"),
  };
  const editing = createEditing(ports);
  const arrive = (next: Partial<Content>) => {
    content = { ...content, ...next };
    editing.follow(content);
  };
  const look = () => {
    const edit = tidyEdit(opened().edit);
    editing.look(edit && { edit, fit: FIT });
  };
  return { editing, drafts, log, posted, opened, arrive, look };
}

const FIT = { kind: "fit", diff: [], warnings: [], replies: [] } as const;

it("saves what was typed, tidy, and shows it before the content is live", async () => {
  const { editing, drafts, log, posted, opened, look } = scene("entry:no-phone");
  editing.type({ answer: "Новое. " });
  look();
  expect(await editing.save()).toBe(true);
  expect(posted).toMatchObject([{ kind: "entry", id: "no-phone", after: { answer: "Новое." } }]);
  expect(log).toEqual(["good: Сохранено. e1", "reload"]);
  expect(editing.looked.value).toBeUndefined();
  expect(drafts.all.value).toEqual([]);
  expect(opened().edit).toMatchObject({ before: { answer: "Новое." } });
});

it("keeps what is typed on while it is being saved, on top of what is saved", async () => {
  let goOn = () => {};
  const { editing, drafts, log, look } = scene("entry:no-phone", undefined, () => goOn());
  editing.type({ answer: "Раз." });
  goOn = () => editing.type({ answer: "Раз. Два" });
  look();
  await editing.save();
  expect(log).toEqual(["good: Сохранено. e1", "reload"]);
  expect(drafts.all.value).toMatchObject([{ edit: { before: { answer: "Раз." }, after: { answer: "Раз. Два" } } }]);
});

it("keeps the changes in sight while they are being saved", async () => {
  let close = () => {};
  const seen: boolean[] = [];
  const { editing, look } = scene("entry:no-phone", undefined, () => close());
  close = () => {
    editing.look(undefined);
    seen.push(editing.isSaving.value, editing.looked.value !== undefined);
  };
  editing.type({ answer: "Раз." });
  look();
  await editing.save();
  expect(seen).toEqual([true, true]);
  expect([editing.isSaving.value, editing.looked.value]).toEqual([false, undefined]);
});

it("opens a new entry once the content has it", async () => {
  const { editing, drafts, log, arrive, look } = scene("new-entry", MADE);
  editing.type({ question: "Как?", answer: "Так.", phrases: ["как"] });
  look();
  await editing.save();
  editing.type({ question: "слишком поздно" });
  arrive({});
  expect(log).toEqual(["good: Сохранено. e1", "reload"]);
  expect(drafts.all.value).toEqual([]);
  expect(editing.leaving.value?.edit).toMatchObject({ question: "Как?" });
  arrive({ entries: [...SAMPLE.entries, entryView("other", {})] });
  expect(log.at(-1)).toBe("reload");
  arrive({ entries: [...SAMPLE.entries, entryView("kak", { question: "Как?" })] });
  expect(log.at(-1)).toBe("open entry:kak");
});

it.each<[string, boolean, boolean, readonly string[]]>([
  ["the content will have it soon, but one has left", true, true, ["good: Сохранено. e1"]],
  ["the file is not in service", false, false, ["bad: Сохранено. e1", "open the list"]],
  ["the file is not in service, and one has left", false, true, ["bad: Сохранено. e1"]],
])("drops the draft of a new entry that is saved: %s", async (_what, isLive, hasLeft, expected) => {
  let leave = () => {};
  const answer = { kind: "ok", value: { ...SAVED, entryId: "kak", isLive } } as const;
  const { editing, drafts, log, arrive, look } = scene("new-entry", answer, () => leave());
  if (hasLeft) leave = () => editing.stop();
  editing.type({ question: "Как?", answer: "Так.", phrases: ["как"] });
  look();
  await editing.save();
  expect(drafts.all.value).toEqual([]);
  if (hasLeft) arrive({ entries: [...SAMPLE.entries, entryView("kak", {})] });
  expect(log).toEqual([...expected, "reload"]);
});

it("opens a new entry that the content had sooner than the answer came", async () => {
  let heard = () => {};
  const { editing, log, arrive, look } = scene("new-entry", MADE, () => heard());
  heard = () => arrive({ entries: [...SAMPLE.entries, entryView("kak", { question: "Как?" })] });
  editing.type({ question: "Как?", answer: "Так.", phrases: ["как"] });
  look();
  await editing.save();
  expect(log).toEqual(["good: Сохранено. e1", "open entry:kak", "reload"]);
});

it("opens a new entry that an earlier try had saved", async () => {
  const { editing, log, arrive, look } = scene("new-entry", MADE);
  arrive({ entries: [...SAMPLE.entries, entryView("kak", { question: "Как?" })] });
  editing.type({ question: "Как?", answer: "Так.", phrases: ["как"] });
  look();
  await editing.save();
  expect(log).toEqual(["good: Сохранено. e1", "open entry:kak", "reload"]);
});

const NOT_HEARD: Answer<SaveResult> = { kind: "failed", message: "Нет связи.", status: undefined };
const KAK = entryView("kak", { question: "Как?", answer: "Так.", phrases: ["как", "как же"] });

it.each([
  ["comes later", false],
  ["came sooner", true],
])("opens a new entry whose saving nobody heard of: the content %s", async (_what, isSooner) => {
  let heard = () => {};
  const { editing, drafts, log, arrive, look } = scene("new-entry", NOT_HEARD, () => heard());
  const come = () => arrive({ entries: [...SAMPLE.entries, KAK] });
  if (isSooner) heard = come;
  editing.type({ categoryId: KAK.fields.categoryId, question: "Как?", answer: "Так. " });
  editing.type({ phrases: ["как", "Как"] });
  look();
  await editing.save();
  if (!isSooner) come();
  const found = ["good: Эти правки уже в файле.", "open entry:kak"];
  expect(log).toEqual(["bad: Нет связи.", ...found]);
  expect(drafts.all.value).toEqual([]);
});

it("keeps a new entry that the content has with another answer", () => {
  const { editing, drafts, log, arrive } = scene("new-entry");
  editing.type({ categoryId: KAK.fields.categoryId, question: "Как?", answer: "Иначе." });
  arrive({ entries: [...SAMPLE.entries, KAK] });
  expect(drafts.all.value).toHaveLength(1);
  expect(log).toEqual([]);
});

it.each<[string, Answer<SaveResult>, readonly string[], boolean]>([
  [
    "the file is not in service afterwards",
    { kind: "ok", value: { ...SAVED, isLive: false, message: "Не работает." } },
    ["bad: Не работает. e1", "reload"],
    false,
  ],
  [
    "nobody may write the file",
    {
      kind: "ok",
      value: {
        kind: "read-only",
        message: "Впишите сами.",
        paste: { afterLine: 1, replacedLines: 1, lines: ["а"] },
      },
    },
    ["paste: Впишите сами."],
    true,
  ],
  ["it is refused", { kind: "ok", value: { kind: "refused", message: "Файл сломан." } }, ["bad: Файл сломан."], true],
  ["nobody answers", { kind: "failed", message: "Нет связи.", status: undefined }, ["bad: Нет связи."], true],
])("says so and keeps what is not saved: %s", async (_what, answer, expected, isKept) => {
  const { editing, drafts, log, look } = scene("entry:no-phone", answer);
  editing.type({ answer: "Новое." });
  look();
  expect(await editing.save()).toBe(true);
  expect(editing.looked.value).toBeUndefined();
  expect(log).toEqual(expected);
  expect(drafts.all.value.length > 0).toBe(isKept);
});

it("leaves it to the page to show a conflict", async () => {
  const conflict = { kind: "conflict", message: "Изменили.", theirs: undefined } as const;
  const { editing, log, look, posted } = scene("entry:no-phone", { kind: "ok", value: conflict });
  editing.type({ answer: "Новое." });
  look();
  expect(await editing.save()).toBe(false);
  expect(posted).toHaveLength(1);
  expect(log).toEqual([]);
});

it.each<[string, (draft: ReturnType<typeof scene>["drafts"], edit: Edit) => void]>([
  ["was typed on in another tab", (drafts, edit) => drafts.keep(typedInto(edit, { answer: "Б." }))],
  ["is gone", (drafts) => drafts.drop("entry:no-phone")],
])("saves nothing but what was looked at: the draft %s", async (_what, change) => {
  const { editing, drafts, log, posted, opened, look } = scene("entry:no-phone");
  editing.type({ answer: "А." });
  look();
  change(drafts, opened().edit);
  expect(await editing.save()).toBe(false);
  expect(posted).toEqual([]);
  expect(log).toEqual([]);
});

it("drops a draft that the file has by now, and no other", () => {
  const { editing, drafts, log, arrive } = scene("entry:no-phone");
  editing.type({ answer: "Новое." });
  arrive({ version: "2" });
  expect(drafts.all.value).toHaveLength(1);
  const others = SAMPLE.entries.filter(({ id }) => id !== "no-phone");
  const question = "Что делать без смартфона?";
  arrive({ entries: [...others, entryView("no-phone", { question, answer: "Новое." })] });
  expect(drafts.all.value).toEqual([]);
  expect(log).toEqual(["good: Эти правки уже в файле."]);
});
