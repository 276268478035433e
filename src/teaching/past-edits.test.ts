import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addPhrase } from "../faq/edit/add-phrase.ts";
import { changeItem } from "../faq/edit/change-item.ts";
import { SMALL_FAQ } from "../../test/support/faq/small-faq.ts";
import { createFaqEditor, type EditOutcome } from "./faq-editor.ts";

const START = new Date(2026, 10, 25, 10, 15, 0).getTime();
const thanks = { phrases: ["спасибо", "👍"], answer: "Пожалуйста!" };

let folder = "";
let file = "";
let now = START;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "past-"));
  file = join(folder, "faq.yaml");
  now = START;
  await writeFile(file, SMALL_FAQ);
});

afterEach(() => rm(folder, { recursive: true }));

const editor = () => createFaqEditor({ file, now: () => new Date(now) });
const content = () => readFile(file, "utf8");
const teach = (phrase: string) => editor().apply((text) => addPhrase(text, "chats", phrase));
const answer = (to: string) =>
  editor().apply((text) =>
    changeItem(text, {
      kind: "aside",
      id: "thanks",
      before: thanks,
      after: { ...thanks, answer: to },
    }),
  );

function idOf(outcome: EditOutcome): string {
  if (outcome.kind !== "saved") throw new Error(`Not saved: ${JSON.stringify(outcome)}`);
  return outcome.editId;
}

/** The id of the edit that took the one with this id back. */
async function undoOf(editId: string): Promise<string> {
  now += 1000;
  expect(await editor().undo(editId)).toMatchObject({ kind: "undone" });
  now += 1000;
  const [undo] = await editor().history();
  return undo?.editId ?? "";
}

async function told() {
  const edits = await editor().history();
  return edits.map(({ at, change, undoes, isUndone }) => ({
    second: (at - START) / 1000,
    kind: change.kind,
    undoes,
    isUndone,
  }));
}

it("tells of edits, the newest first, also to a program that was started anew", async () => {
  expect(await told()).toEqual([]);
  await teach("первая");
  now += 5000;
  await answer("Не за что!");
  expect(await told()).toEqual([
    { second: 5, kind: "item", undoes: undefined, isUndone: false },
    { second: 0, kind: "phrase", undoes: undefined, isUndone: false },
  ]);
  const [last] = await editor().history();
  expect(last?.before).toContain("первая");
  expect(last?.splice).toMatchObject({
    removed: "    answer: Пожалуйста!\n",
    inserted: "    answer: Не за что!\n",
  });
});

it("takes an edit of an item back after another edit", async () => {
  const edit = idOf(await answer("Не за что!"));
  now += 1000;
  await teach("потом");
  now += 1000;
  expect(await editor().undo(edit)).toMatchObject({ kind: "undone", change: { kind: "item" } });
  const withPhrase = addPhrase(SMALL_FAQ, "chats", "потом");
  expect(await content()).toBe(withPhrase.kind === "edited" ? withPhrase.text : "");
  expect(await told()).toEqual([
    { second: 2, kind: "item", undoes: edit, isUndone: false },
    { second: 1, kind: "phrase", undoes: undefined, isUndone: false },
    { second: 0, kind: "item", undoes: undefined, isUndone: true },
  ]);
});

it("takes an undo back, as long as nobody else wrote", async () => {
  const edit = idOf(await teach("первая"));
  const taught = await content();
  now += 1000;
  await editor().undo(edit);
  now += 1000;
  const [undo] = await editor().history();
  expect(await editor().undo(undo?.editId ?? "")).toMatchObject({ kind: "undone" });
  expect(await content()).toBe(taught);
  expect((await told()).map(({ isUndone }) => isUndone)).toEqual([false, true, false]);
  await writeFile(file, `${taught}# ещё\n`);
  expect(await editor().undo(undo?.editId ?? "")).toMatchObject({ refusal: { kind: "not-there" } });
});

it("knows after any number of undos in a row what is in the file", async () => {
  const edit = idOf(await teach("первая"));
  const taught = await content();
  let last = edit;
  for (const isBack of [true, false, true, false]) {
    last = await undoOf(last);
    expect(await content()).toBe(isBack ? SMALL_FAQ : taught);
    const [newest, ...rest] = await editor().history();
    expect(newest).toMatchObject({ direction: isBack ? "undo" : "redo", isUndone: false });
    expect(rest.at(-1)).toMatchObject({ editId: edit, direction: "edit", isUndone: isBack });
  }
});

it("takes an undo of an item's edit back after another edit", async () => {
  const edit = idOf(await answer("Не за что!"));
  const undo = await undoOf(edit);
  await teach("потом");
  now += 1000;
  expect(await editor().undo(undo)).toMatchObject({ kind: "undone", change: { kind: "item" } });
  expect(await content()).toContain("answer: Не за что!");
  expect(await content()).toContain("- потом");
  expect((await told()).map(({ isUndone }) => isUndone)).toEqual([false, false, true, false]);
});

it("does not take an undo back where the item was edited since", async () => {
  const undo = await undoOf(idOf(await answer("Не за что!")));
  await answer("Не за что!");
  await teach("потом");
  now += 1000;
  const before = await content();
  expect(await editor().undo(undo)).toMatchObject({ refusal: { kind: "not-there" } });
  expect(await content()).toBe(before);
});

it("leaves out what somebody spoiled, and needs no file to tell of nothing", async () => {
  const edit = idOf(await teach("первая"));
  now += 1000;
  await teach("вторая");
  await writeFile(join(folder, "backups", `faq.yaml.${edit}.json`), "{");
  expect((await told()).map(({ second }) => second)).toEqual([1]);
  await rm(file);
  expect(await told()).toEqual([]);
});
