import { chmod, link, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addEntry } from "../faq/edit/add-entry.ts";
import { addPhrase } from "../faq/edit/add-phrase.ts";
import { edited } from "../../test/support/faq/edit-cases.ts";
import { broken, SMALL_FAQ } from "../../test/support/faq/small-faq.ts";
import { silentLog } from "../../test/support/logs.ts";
import { closeBackups } from "./backups.ts";
import { createFaqEditor, type EditOutcome, type FaqEditorParts } from "./faq-editor.ts";

const NOW = new Date(2026, 10, 25, 10, 15, 0);
const teach = (phrase: string) => (text: string) => addPhrase(text, "chats", phrase);
const NEW_ENTRY = { categoryId: "transfer", question: "Где справка?", answer: "В канцелярии" };
const withPhrase = (phrase: string) => edited(addPhrase(SMALL_FAQ, "chats", phrase)).text;

let folder = "";
let file = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "editor-"));
  file = join(folder, "faq.yaml");
  await writeFile(file, SMALL_FAQ);
});

afterEach(() => rm(folder, { recursive: true }));

function editorWith(parts: Partial<FaqEditorParts> = {}) {
  return createFaqEditor({ file, now: () => NOW, ...parts });
}

const content = () => readFile(file, "utf8");

function idOf(outcome: EditOutcome): string {
  if (outcome.kind !== "saved") throw new Error(`Not saved: ${JSON.stringify(outcome)}`);
  return outcome.editId;
}

async function backups(): Promise<readonly string[]> {
  return (await readdir(folder)).includes("backups") ? readdir(join(folder, "backups")) : [];
}

describe("an edit", () => {
  it("is saved with a dated backup, and says where it went", async () => {
    await chmod(file, 0o640);
    expect(await editorWith().apply(teach("новая"))).toEqual({
      kind: "saved",
      editId: "2026-11-25T10-15-00",
      change: { kind: "phrase", ownerId: "chats", phrase: "новая" },
      paste: { afterLine: 14, replacedLines: 0, lines: ["      - новая"] },
    });
    expect(await content()).toBe(withPhrase("новая"));
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(["backups", "faq.yaml"]);
    const backup = join(folder, "backups", "faq.yaml.2026-11-25T10-15-00.bak");
    expect(await readFile(backup, "utf8")).toBe(SMALL_FAQ);
  });

  it("lets nobody else on the machine read the backups, and those of an older version no more", async () => {
    const modeOf = async (path: string) => (await stat(join(folder, path))).mode & 0o777;
    await editorWith().apply(teach("новая"));
    expect(await modeOf("backups")).toBe(0o700);
    for (const name of await backups()) expect(await modeOf(`backups/${name}`)).toBe(0o600);
    await chmod(join(folder, "backups"), 0o755);
    await closeBackups(file, silentLog);
    expect(await modeOf("backups")).toBe(0o700);
    await closeBackups(join(folder, "elsewhere", "faq.yaml"), silentLog);
  });

  it("keeps a byte order mark and Windows line ends", async () => {
    await writeFile(file, `\uFEFF${SMALL_FAQ.replaceAll("\n", "\r\n")}`);
    const editor = editorWith();
    const outcome = await editor.apply(teach("новая"));
    expect(await content()).toBe(`\uFEFF${withPhrase("новая").replaceAll("\n", "\r\n")}`);
    await editor.undo(idOf(outcome));
    expect(await content()).toBe(`\uFEFF${SMALL_FAQ.replaceAll("\n", "\r\n")}`);
  });

  it("of a link changes the file behind it, and the link stays one", async () => {
    const real = join(folder, "real", "content.yaml");
    await mkdir(join(folder, "real"));
    await writeFile(real, SMALL_FAQ);
    await rm(file);
    await symlink(join("real", "content.yaml"), file);
    await editorWith().apply(teach("новая"));
    expect(await readFile(real, "utf8")).toBe(withPhrase("новая"));
    expect(await readdir(join(folder, "real"))).toEqual(["backups", "content.yaml"]);
  });

  it("of a file with several names changes all of them", async () => {
    await link(file, join(folder, "other.yaml"));
    await editorWith().apply(teach("новая"));
    expect(await readFile(join(folder, "other.yaml"), "utf8")).toBe(withPhrase("новая"));
  });

  it("keeps the newest fifty backups, and its own even when the clock was set back", async () => {
    let second = 0;
    const editor = editorWith({ now: () => new Date(2026, 10, 25, 10, 15, (second += 1)) });
    const ids: string[] = [];
    for (let n = 0; n < 53; n += 1) ids.push(idOf(await editor.apply(teach(`слово${n}`))));
    second = -3600;
    ids.push(idOf(await editor.apply(teach("вчера"))));
    const kept = (await backups()).filter((name) => name.endsWith(".bak"));
    expect(kept.toSorted()).toEqual(
      ids
        .slice(3)
        .map((id) => `faq.yaml.${id}.bak`)
        .toSorted(),
    );
    expect(await editor.undo(ids[0] ?? "")).toMatchObject({ refusal: { kind: "unknown-edit" } });
    expect(await editor.undo(ids[53] ?? "")).toMatchObject({ kind: "undone" });
  });

  it("has a name of its own when there are several in a second", async () => {
    const editor = editorWith();
    const ids = [];
    for (const word of ["раз", "два", "три"]) ids.push(idOf(await editor.apply(teach(word))));
    expect(ids).toEqual(["2026-11-25T10-15-00", "2026-11-25T10-15-00-2", "2026-11-25T10-15-00-3"]);
    expect(await editor.undo(ids[1] ?? "")).toMatchObject({ change: { phrase: "два" } });
  });
});

describe("edits at the same time", () => {
  it("of one process are made one after another", async () => {
    const editor = editorWith();
    const words = Array.from({ length: 10 }, (_, n) => `слово${n}`);
    const outcomes = await Promise.all(words.map((word) => editor.apply(teach(word))));
    expect(outcomes.filter(({ kind }) => kind !== "saved")).toEqual([]);
    expect(words.filter((word) => !readLines(SMALL_FAQ).includes(word))).toEqual(words);
    const lines = readLines(await content());
    expect(words.filter((word) => !lines.includes(`      - ${word}`))).toEqual([]);
  });

  it("of two processes are both in the file, or one of them is refused", async () => {
    const editors = [editorWith(), editorWith()];
    for (let round = 0; round < 20; round += 1) {
      const words = [`слева${round}`, `справа${round}`];
      const outcomes = await Promise.all(editors.map((editor, side) => editor.apply(teach(words[side] ?? ""))));
      const lines = readLines(await content());
      for (const [side, outcome] of outcomes.entries()) {
        const isThere = lines.includes(`      - ${words[side]}`);
        expect(isThere).toBe(outcome.kind === "saved");
        expect(["saved", "file-changed"]).toContain(outcome.kind === "refused" ? outcome.refusal.kind : outcome.kind);
      }
    }
    expect(await readdir(folder)).toEqual(["backups", "faq.yaml"]);
  });

  it("what a killed process left behind does not stop the next one for ever", async () => {
    const left = join(folder, ".faq.yaml.tmp");
    await writeFile(left, "half");
    expect(await editorWith().apply(teach("новая"))).toMatchObject({
      refusal: { kind: "file-changed" },
    });
    await utimes(left, 0, 0);
    expect(await editorWith().apply(teach("новая"))).toMatchObject({ kind: "saved" });
    expect(await readdir(folder)).toEqual(["backups", "faq.yaml"]);
  });
});

describe("an edit is refused, and the file stays as it is,", () => {
  it.each<[string, Partial<FaqEditorParts>, string]>([
    ["when the new text is invalid", {}, "{{school}} где"],
    ["when the check of the content says so", { check: async () => ["Ответ изменится"] }, "новая"],
  ])("%s", async (_when, parts, phrase) => {
    const outcome = await editorWith(parts).apply(teach(phrase));
    expect(outcome).toMatchObject({
      kind: "refused",
      refusal: { lines: [expect.stringMatching(/faq\.yaml:15:\d+: ошибка|Ответ изменится/u)] },
    });
    expect(await content()).toBe(SMALL_FAQ);
    expect(await backups()).toEqual([]);
  });

  it("when somebody saves the file meanwhile", async () => {
    const check = async () => {
      await writeFile(file, broken("№ 5", "№ 6"));
      return [];
    };
    expect(await editorWith({ check }).apply(teach("новая"))).toEqual({
      kind: "refused",
      refusal: { kind: "file-changed" },
    });
    expect(await content()).toBe(broken("№ 5", "№ 6"));
    expect(await backups()).toEqual([]);
    expect(await readdir(folder)).not.toContain(".faq.yaml.tmp");
  });

  it("when the edit itself refuses", async () => {
    expect(await editorWith().apply(teach(" "))).toMatchObject({ refusal: { kind: "empty-text" } });
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ["unreadable-file", "missing", () => rm(file)],
    ["unreadable-file", "a folder", () => rm(file).then(() => mkdir(file))],
    ["broken-file", "in another encoding", () => writeFile(file, Buffer.from(SMALL_FAQ, "utf16le"))],
    ["broken-file", "too large", () => writeFile(file, Buffer.alloc(3_000_000, 32))],
  ])("as %s when the file is %s", async (kind, _how, act) => {
    await act();
    expect(await editorWith().apply(teach("новая"))).toMatchObject({ refusal: { kind } });
  });

  it("when the disk says no: a file is where the backups go", async () => {
    await writeFile(join(folder, "backups"), "");
    expect(await editorWith().apply(teach("новая"))).toEqual({
      kind: "refused",
      refusal: { kind: "disk-failed", code: "ENOTDIR" },
    });
    expect(await content()).toBe(SMALL_FAQ);
  });
});

describe("undo", () => {
  it.each<[string, Parameters<ReturnType<typeof editorWith>["apply"]>[0]]>([
    ["a phrase", teach("новая")],
    ["an entry", (text) => addEntry(text, NEW_ENTRY)],
  ])("takes %s back to the byte, once, in another process too", async (_what, edit) => {
    const editId = idOf(await editorWith().apply(edit));
    expect(await editorWith().undo(editId)).toMatchObject({ kind: "undone" });
    expect(await content()).toBe(SMALL_FAQ);
    expect(await editorWith().undo(editId)).toMatchObject({ refusal: { kind: "not-there" } });
  });

  it("leaves what others changed meanwhile", async () => {
    const editor = editorWith();
    const editId = idOf(await editor.apply(teach("новая")));
    await editor.apply(teach("новее"));
    await editor.undo(editId);
    expect(await content()).toBe(withPhrase("новее"));
  });

  it("is refused when the file would not be valid without it", async () => {
    await writeFile(file, broken("[поменять роль]", "[]"));
    const editor = editorWith();
    const editId = idOf(await editor.apply((text) => addPhrase(text, "role", "новая")));
    await editor.apply(teach("другое"));
    expect(await editor.undo(editId)).toMatchObject({ refusal: { kind: "invalid" } });
  });

  it.each(["", "nonsense", "../faq", "2026-11-25T10-15-00", "2026-11-25T10-15-00/../x"])(
    "is refused for the unknown id %j",
    async (editId) => {
      expect(await editorWith().undo(editId)).toEqual({
        kind: "refused",
        refusal: { kind: "unknown-edit" },
      });
    },
  );

  it("is refused when its record is damaged", async () => {
    const editId = idOf(await editorWith().apply(teach("новая")));
    for (const damage of ["{", "{}"]) {
      await writeFile(join(folder, "backups", `faq.yaml.${editId}.json`), damage);
      expect(await editorWith().undo(editId)).toMatchObject({ refusal: { kind: "unknown-edit" } });
    }
  });
});

function readLines(text: string): readonly string[] {
  return text.split("\n");
}
