// Words why a database file cannot be opened, for whoever set DATABASE_URL.
import { access, constants, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError } from "../../runtime/errors.ts";

const HINT =
  "Set DATABASE_URL to a file in a folder that the bot may write to, for example file:./data/bot.db";

export async function cannotOpen(path: string, error: unknown): Promise<UsageError> {
  const reason = (await reasonOnDisk(path)) ?? reasonOf(error);
  return new UsageError(`Opening the database "${path}": ${reason}`, HINT);
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
  [/\bENOSPC\b|SQLITE_FULL/u, "the disk is full"],
  [/SQLITE_NOTADB/u, "the file is not a database"],
  [/SQLITE_CORRUPT/u, "the file is damaged"],
  [/SQLITE_BUSY|SQLITE_LOCKED/u, "another program keeps it locked"],
  [/ConnectionFailed.*: 14\b/su, "the file cannot be opened or made"],
];

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code =
    error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const words = WORDS.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
  if (words === undefined) return message;
  // Where it was not the file itself, the words of Node name the folder.
  return message.includes("ConnectionFailed") ? words : `${words} (${message})`;
}
