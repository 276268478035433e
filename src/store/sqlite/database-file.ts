// The file of SQLite: made and opened, with words why it cannot be for whoever set DATABASE_URL.
import { access, constants, mkdir, open, stat, statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import SqliteFile from "libsql";
import { PRIVATE_FILE, PRIVATE_FOLDER } from "../../runtime/private-file.ts";
import { UsageError } from "../../runtime/errors.ts";

export type DatabaseFile = InstanceType<typeof SqliteFile>;

const HINT = "Set DATABASE_URL to a file in a folder that the bot may write to, for example file:./data/bot.db";
const BUSY_TIMEOUT_MS = 5_000;

/** Makes what is missing of it. Throws UsageError where that cannot be done, or `prepare` fails. */
export async function openDatabaseFile(path: string, prepare: (file: DatabaseFile) => void): Promise<DatabaseFile> {
  let file: DatabaseFile | undefined;
  try {
    await makeFolder(dirname(path));
    await makeFile(path);
    file = connectTo(path, BUSY_TIMEOUT_MS);
    prepare(file);
    return file;
  } catch (error) {
    file?.close();
    throw await cannotOpen(path, error);
  }
}

/** A connection that holds up the program for `busyTimeoutMs` at most where somebody else writes. */
export function connectTo(path: string, busyTimeoutMs: number): DatabaseFile {
  return new SqliteFile(path, { timeout: busyTimeoutMs });
}

/**
 * Makes a folder with all above it that are missing, one at a time from the top: Node's own recursive mkdir never
 * returns where the system answers "no such file" to the making of a folder (below /proc, for one).
 */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above);
  try {
    await mkdir(path, PRIVATE_FOLDER);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(await isFolder(path))) throw error;
  }
}

/** SQLite would make it for everybody to read, and makes what stands beside it with the same mode. */
async function makeFile(path: string): Promise<void> {
  // Where it cannot be made, SQLite cannot either, and says so. Nothing is opened that is there: its locks would be lost.
  const made = await open(path, "wx", PRIVATE_FILE).catch(() => undefined);
  await made?.close();
}

/** What is worded already stays as it is. */
export async function cannotOpen(path: string, error: unknown): Promise<UsageError> {
  if (error instanceof UsageError) return error;
  const reason = (await reasonOnDisk(path)) ?? wordsOf(error) ?? (await reasonOfTrouble(path, error));
  const hint = reason.startsWith(FULL)
    ? `Make room on the disk of "${dirname(resolve(path))}", then start the bot again`
    : HINT;
  return new UsageError(`Opening the database "${path}": ${reason}`, hint);
}

const FULL = "the disk is full";
/** With less not even the tables can be made. */
const ROOM_BYTES = 1_000_000;

/** Where its shared memory finds no room, SQLite tells of an "I/O error" only. */
async function reasonOfTrouble(path: string, error: unknown): Promise<string> {
  const disk = await statfs(dirname(path)).catch(() => undefined);
  const isFull = disk !== undefined && disk.blocks > 0 && disk.bavail * disk.bsize < ROOM_BYTES;
  const message = error instanceof Error ? error.message : String(error);
  return isFull ? `${FULL} (${message})` : message;
}

/** What can be seen without SQLite, whose own words for all of it are "14". */
async function reasonOnDisk(path: string): Promise<string | undefined> {
  const folder = dirname(path);
  if (!(await isAllowed(folder, constants.F_OK))) return undefined;
  if (await isFolder(path)) return "it is a folder; the name of a file is missing";
  if (!(await isAllowed(path, constants.F_OK))) {
    const mayWrite = await isAllowed(folder, constants.W_OK);
    return mayWrite ? undefined : `the bot may not write to the folder "${folder}"`;
  }
  const mayUse = await isAllowed(path, constants.R_OK | constants.W_OK);
  return mayUse ? undefined : "the bot may not read and write the file";
}

async function isAllowed(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch {
    return false;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** By the code of Node or SQLite; the words of libsql hold only the number. */
const WORDS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/\bEACCES\b|\bEPERM\b/u, "the bot may not make the folder or the file"],
  [/\bEROFS\b|SQLITE_READONLY/u, "the file system can only be read"],
  [/\bENOTDIR\b|\bEEXIST\b/u, "a part of the path is a file and not a folder"],
  [/\bENOENT\b/u, "the folder cannot be made there"],
  [/\bENOSPC\b|SQLITE_FULL|disk is full/u, FULL],
  [/SQLITE_NOTADB/u, "the file is not a database"],
  [/SQLITE_CORRUPT/u, "the file is damaged"],
  [/SQLITE_BUSY|SQLITE_LOCKED/u, "another program keeps it locked"],
  [/ConnectionFailed.*: 14\b/su, "the file cannot be opened or made"],
];

function wordsOf(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words = WORDS.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
  // Where it was not the file itself, the words of Node name the folder.
  const isPlain = words === undefined || message.includes("ConnectionFailed");
  return isPlain ? words : `${words} (${message})`;
}
