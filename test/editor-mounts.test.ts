import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { SMALL_FAQ } from "../src/faq/testing/small-faq.ts";

// Teaching where the file is mounted as containers do it: real mounts, in a name space of their own.

const ROOT = resolve(import.meta.dirname, "..");
const canMount =
  spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", tmpdir()]).status === 0;

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mounts-"));
  writeFileSync(join(folder, "faq.yaml"), SMALL_FAQ);
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "app", "faq.yaml"), "");
});

/** Adds a phrase to app/faq.yaml behind the mounts, twice with one undone between, and prints what came of it. */
const SCRIPT = `
  import { addPhrase } from ${JSON.stringify(join(ROOT, "src/faq/edit/add-phrase.ts"))};
  import { createFaqEditor } from ${JSON.stringify(join(ROOT, "src/editor/faq-editor.ts"))};
  const editor = createFaqEditor({ file: "app/faq.yaml", now: () => new Date() });
  const first = await editor.apply((text) => addPhrase(text, "chats", "новая"));
  const undone = await editor.undo(first.editId ?? "");
  const second = await editor.apply((text) => addPhrase(text, "chats", "новее"));
  console.log(JSON.stringify([first, undone, second]));
`;

function teachBehind(mounts: string): readonly unknown[] {
  const script = `${mounts} && ${process.execPath} --import ${JSON.stringify(join(ROOT, "node_modules/tsx/dist/esm/index.mjs"))} --input-type=module -e "$SCRIPT"`;
  const env = { ...process.env, SCRIPT };
  const run = spawnSync("unshare", ["-rm", "sh", "-c", script], { cwd: folder, env });
  expect(run.stderr.toString()).toBe("");
  const outcomes: unknown = JSON.parse(run.stdout.toString());
  return Array.isArray(outcomes) ? outcomes : [];
}

const TAUGHT = SMALL_FAQ.replace("      - что будет с чатом\n", "$&      - новее\n");
const PASTE = { afterLine: 14, replacedLines: 0, lines: ["      - новая"] };

describe.skipIf(!canMount)("a file that is mounted", () => {
  it("in a folder that may be written is replaced", () => {
    mkdirSync(join(folder, "content"));
    writeFileSync(join(folder, "content", "faq.yaml"), SMALL_FAQ);
    const [first, undone, second] = teachBehind("mount --bind content app");
    expect([first, undone, second]).toMatchObject([
      { kind: "saved", paste: PASTE },
      { kind: "undone" },
      { kind: "saved" },
    ]);
    expect(readFileSync(join(folder, "content", "faq.yaml"), "utf8")).toBe(TAUGHT);
  });

  it("alone cannot be replaced, and is written over", () => {
    const outcomes = teachBehind("mount --bind faq.yaml app/faq.yaml");
    expect(outcomes).toMatchObject([{ kind: "saved" }, { kind: "undone" }, { kind: "saved" }]);
    expect(readFileSync(join(folder, "faq.yaml"), "utf8")).toBe(TAUGHT);
    expect(readdirSync(join(folder, "app"))).toEqual(["backups", "faq.yaml"]);
  });

  it.each([
    [
      "alone with :ro",
      "mount --bind faq.yaml app/faq.yaml && mount -o remount,ro,bind app/faq.yaml",
    ],
    [
      "in a folder with :ro, like a ConfigMap",
      "cp faq.yaml app/ && mount --bind app app && mount -o remount,ro,bind app",
    ],
    [
      "alone into a container that is read-only",
      "mount --bind app app && mount --bind faq.yaml app/faq.yaml && mount -o remount,ro,bind app",
    ],
  ])("%s gives the lines to paste", (_how, mounts) => {
    const [first] = teachBehind(mounts);
    expect(first).toEqual({
      kind: "read-only",
      change: { kind: "phrase", ownerId: "chats", phrase: "новая" },
      paste: PASTE,
    });
    expect(readFileSync(join(folder, "faq.yaml"), "utf8")).toBe(SMALL_FAQ);
  });
});
