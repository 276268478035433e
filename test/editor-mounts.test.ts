import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { SMALL_FAQ } from "./support/faq/small-faq.ts";

// Teaching where the file is mounted as containers do it: real mounts, in a name space of their own.

const ROOT = resolve(import.meta.dirname, "..");
const canMount = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", tmpdir()]).status === 0;

/** Each in a folder of its own that holds host/faq.yaml, app/faq.yaml (another, empty) and what is mounted there. */
const MOUNTS = {
  folder: "mount --bind host app",
  file: "mount --bind host/faq.yaml app/faq.yaml",
  readOnlyFile: "mount --bind host/faq.yaml app/faq.yaml && mount -o remount,ro,bind app/faq.yaml",
  readOnlyFolder: "mount --bind host app && mount -o remount,ro,bind app",
  readOnlyContainer: "mount --bind app app && mount --bind host/faq.yaml app/faq.yaml && mount -o remount,ro,bind app",
  roomForFile: "mount -t tmpfs -o size=4k tmpfs app && cp host/faq.yaml app/",
  roomForBackup: "mount -t tmpfs -o size=8k tmpfs app && cp host/faq.yaml app/",
  roomForRecord: "mount -t tmpfs -o size=12k tmpfs app && cp host/faq.yaml app/",
} as const;

type Mount = keyof typeof MOUNTS;

/** Teaches a phrase, takes it back, teaches another, and prints what came of it. */
const SCRIPT = `
  import { readdir } from "node:fs/promises";
  import { addPhrase } from ${JSON.stringify(join(ROOT, "src/faq/edit/add-phrase.ts"))};
  import { createFaqEditor } from ${JSON.stringify(join(ROOT, "src/teaching/faq-editor.ts"))};
  const results = {};
  for (const mount of ${JSON.stringify(Object.keys(MOUNTS))}) {
    const editor = createFaqEditor({ file: mount + "/app/faq.yaml", now: () => new Date() });
    const first = await editor.apply((text) => addPhrase(text, "chats", "новая"));
    const undone = await editor.undo(first.editId ?? "");
    const second = await editor.apply((text) => addPhrase(text, "chats", "новее"));
    const files = await readdir(mount + "/app");
    const backups = files.includes("backups") ? await readdir(mount + "/app/backups") : [];
    results[mount] = { first, undone, second, files, backups };
  }
  console.log(JSON.stringify(results));
`;

const Outcome = z.looseObject({ kind: z.string() });
const Results = z.record(
  z.string(),
  z.object({
    first: Outcome,
    undone: Outcome,
    second: Outcome,
    files: z.array(z.string()),
    backups: z.array(z.string()),
  }),
);

let folder = "";
let results: z.infer<typeof Results> = {};

beforeAll(() => {
  if (!canMount) return;
  folder = mkdtempSync(join(tmpdir(), "mounts-"));
  for (const mount of Object.keys(MOUNTS)) {
    for (const side of ["host", "app"]) mkdirSync(join(folder, mount, side), { recursive: true });
    writeFileSync(join(folder, mount, "host", "faq.yaml"), SMALL_FAQ);
    writeFileSync(join(folder, mount, "app", "faq.yaml"), "");
  }
  const mounting = Object.entries(MOUNTS).map(([name, commands]) => `cd ${name} && ${commands} && cd ..`);
  const loader = JSON.stringify(join(ROOT, "node_modules/tsx/dist/esm/index.mjs"));
  const node = `${process.execPath} --import ${loader} --input-type=module -e "$SCRIPT"`;
  const run = spawnSync("unshare", ["-rm", "sh", "-c", [...mounting, node].join(" && ")], {
    cwd: folder,
    env: { ...process.env, SCRIPT },
  });
  if (run.status !== 0) throw new Error(run.stderr.toString());
  results = Results.parse(JSON.parse(run.stdout.toString()));
});

const host = (mount: Mount) => readFileSync(join(folder, mount, "host", "faq.yaml"), "utf8");

const TAUGHT = SMALL_FAQ.replace("      - что будет с чатом\n", "$&      - новее\n");

describe.skipIf(!canMount)("a file that is mounted", () => {
  it.each<[string, Mount]>([
    ["in a folder that may be written is replaced", "folder"],
    ["alone cannot be replaced, and is written over", "file"],
  ])("%s", (_how, mount) => {
    expect(results[mount]).toMatchObject({
      first: { kind: "saved" },
      undone: { kind: "undone" },
      second: { kind: "saved" },
      files: ["backups", "faq.yaml"],
    });
    expect(host(mount)).toBe(TAUGHT);
  });

  it.each<[string, Mount]>([
    ["alone with :ro", "readOnlyFile"],
    ["in a folder with :ro, like a ConfigMap", "readOnlyFolder"],
    ["alone into a container that is read-only", "readOnlyContainer"],
  ])("%s gives the lines to paste", (_how, mount) => {
    expect(results[mount]?.first).toEqual({
      kind: "read-only",
      change: { kind: "phrase", ownerId: "chats", phrase: "новая" },
      paste: { afterLine: 14, replacedLines: 0, lines: ["      - новая"] },
    });
    expect(host(mount)).toBe(SMALL_FAQ);
  });

  it.each<[string, Mount]>([
    ["the backup", "roomForFile"],
    ["the record of the edit", "roomForBackup"],
    ["the new file", "roomForRecord"],
  ])("on a disk without room for %s stays as it is, and no rest is left", (_what, mount) => {
    expect(results[mount]).toMatchObject({
      first: { kind: "refused", refusal: { kind: "disk-failed", code: "ENOSPC" } },
      files: ["backups", "faq.yaml"],
      backups: [],
    });
  });
});
