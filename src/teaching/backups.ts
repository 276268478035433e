// What the content file was before each edit, in the folder `backups` beside it, and what the edit was.
import { mkdir, open, readdir, readFile, realpath, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Log } from "../runtime/log.ts";
import { keepPrivate, PRIVATE_FILE, PRIVATE_FOLDER } from "../runtime/private-file.ts";
import { localDateOf } from "../text/local-date.ts";
import { codeOf } from "./file-state.ts";
import { z } from "zod";
import { FIELD_KEYS } from "../faq/edit/item-fields.ts";

const fieldValue = z.union([z.string(), z.array(z.string()).readonly()]).optional();

const fieldEdit = z.object({
  key: z.enum(FIELD_KEYS),
  before: fieldValue,
  after: fieldValue,
});

/** What is kept of an edit beside the backup: enough to tell of it, and to take it back. */
const editRecord = z.object({
  /** Hashes of the file before and after the edit. */
  before: z.string(),
  after: z.string(),
  /** Where it took another one back: the id of that. */
  undoes: z.string().optional(),
  splice: z.object({ at: z.number(), removed: z.string(), inserted: z.string() }),
  change: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("phrase"), ownerId: z.string(), phrase: z.string() }),
    z.object({
      kind: z.literal("moved"),
      phrase: z.string(),
      fromId: z.string(),
      ownerId: z.string(),
    }),
    z.object({ kind: z.literal("entry"), id: z.string() }),
    z.object({ kind: z.literal("item"), id: z.string(), fields: z.array(fieldEdit).readonly() }),
  ]),
});

export type EditRecord = Readonly<z.infer<typeof editRecord>>;

const KEPT_BACKUPS = 50;

export interface Backups {
  /** Keeps the bytes, and what is to be done to them, under the time; of all it keeps the newest fifty. */
  keep(bytes: Uint8Array, record: EditRecord, at: Date): Promise<string>;
  /** For an edit that came to nothing. */
  forget(editId: string): Promise<void>;
  find(editId: string): Promise<Found | undefined>;
  /** The ids of all edits that are kept, in the order of time; none where there is no folder. */
  list(): Promise<readonly string[]>;
}

export interface Found {
  readonly bytes: Uint8Array;
  readonly record: EditRecord;
}

/** 2026-11-25T10-15-00, and -2 for a second one in the same second. */
const EDIT_ID = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(?:-\d+)?$/u;

/** Of an older version, which let everybody on the machine read them: closing the folder closes all in it. */
export async function closeBackups(file: string, log: Pick<Log, "info" | "warn">): Promise<void> {
  await keepPrivate([folderOf(await realpath(file).catch(() => file))], log);
}

function folderOf(file: string): string {
  return join(dirname(file), "backups");
}

/** The backups of faq.yaml are backups/faq.yaml.2026-11-25T10-15-00.bak; a .json beside each says what for. */
export function createBackups(file: string): Backups {
  const folder = folderOf(file);
  const stem = `${basename(file)}.`;
  const pathOf = (editId: string, ending: string) => join(folder, `${stem}${editId}${ending}`);

  async function keep(bytes: Uint8Array, record: EditRecord, at: Date): Promise<string> {
    await makeFolder(folder);
    const base = localTime(at);
    for (let number = 1; ; number += 1) {
      const editId = number === 1 ? base : `${base}-${number}`;
      if (!(await writeNew(pathOf(editId, ".bak"), bytes))) continue;
      await writeRecord(editId, record);
      await prune(editId);
      return editId;
    }
  }

  async function writeRecord(editId: string, record: EditRecord): Promise<void> {
    try {
      await writeNew(pathOf(editId, ".json"), JSON.stringify(record));
    } catch (error) {
      await forget(editId);
      throw error;
    }
  }

  async function find(editId: string): Promise<Found | undefined> {
    if (!EDIT_ID.test(editId)) return undefined;
    try {
      const record: unknown = JSON.parse(await readFile(pathOf(editId, ".json"), "utf8"));
      const bytes = await readFile(pathOf(editId, ".bak"));
      const parsed = editRecord.safeParse(record);
      return parsed.success ? { bytes, record: parsed.data } : undefined;
    } catch (error) {
      // A record that somebody wrote into is none.
      if (codeOf(error) === "ENOENT" || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  async function forget(editId: string): Promise<void> {
    for (const ending of [".bak", ".json"]) await rm(pathOf(editId, ending), { force: true });
  }

  async function list(): Promise<readonly string[]> {
    const { compare } = new Intl.Collator("en", { numeric: true });
    return (await namesIn(folder))
      .filter((name) => name.startsWith(stem) && name.endsWith(".bak"))
      .map((name) => name.slice(stem.length, -".bak".length))
      .filter((editId) => EDIT_ID.test(editId))
      .toSorted(compare);
  }

  /** The newest stays even where the clock was set back. */
  async function prune(newest: string): Promise<void> {
    const editIds = await list();
    for (const editId of editIds.slice(0, -KEPT_BACKUPS)) if (editId !== newest) await forget(editId);
  }

  return { keep, forget, find, list };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** Not with `recursive`: for a file system that is read-only Node then reports a missing folder. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, PRIVATE_FOLDER);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/** Writes and syncs a file, unless there is one of that name; half a file on a full disk is removed. */
async function writeNew(path: string, content: Uint8Array | string): Promise<boolean> {
  const handle = await openNew(path);
  if (handle === undefined) return false;
  try {
    await handle.writeFile(content);
    await handle.sync();
    return true;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

async function openNew(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, "wx", PRIVATE_FILE);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return undefined;
    throw error;
  }
}

/** The time of the place where the program runs: people look for a backup by the clock on their wall. */
function localTime(at: Date): string {
  const parts = [at.getHours(), at.getMinutes(), at.getSeconds()];
  return `${localDateOf(at)}T${parts.map((part) => String(part).padStart(2, "0")).join("-")}`;
}

/** When the edit with this id was made, Unix ms, to the second. */
export function timeOf(editId: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = editId.split(/[-T]/u).map(Number);
  return new Date(year, month - 1, day, hour, minute, second).getTime();
}
