// New bytes for a file, so that nobody ever reads half of them where the file system can help it.
import type { Stats } from "node:fs";
import { open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { codeOf, isReadOnly } from "./file-state.ts";

export interface Replacement {
  /** The file itself, not a link to it. */
  readonly path: string;
  readonly before: Uint8Array;
  readonly bytes: Uint8Array;
  /** Asked at the last moment; otherwise nothing is written. */
  readonly isUnchanged: () => Promise<boolean>;
}

type Written = "written" | "changed";

/**
 * Writes a file beside the old one and renames it; mode and owner stay. Where that is not possible the old file is
 * written over: a file that is mounted alone cannot be replaced (EBUSY), a name of several would part from the
 * others, another owner cannot be kept, and the folder may be closed while the file is open. A crash in the middle of
 * that leaves half a file; whoever calls has a backup of it. "changed" also when another process is writing.
 */
export async function replaceFile(replacement: Replacement): Promise<Written> {
  const { path } = replacement;
  const beside = join(dirname(path), `.${basename(path)}.tmp`);
  const handle = await openBeside(beside);
  if (handle === "taken") return "changed";
  if (handle === "closed") return overwrite(replacement);
  let isRenamed = false;
  try {
    const isAlike = await writeAlike(handle, replacement);
    if (!(await replacement.isUnchanged())) return "changed";
    isRenamed = isAlike && (await canRename(beside, path));
    if (!isRenamed) return await overwrite(replacement);
    await syncFolder(dirname(path));
    return "written";
  } finally {
    await handle.close();
    // After the renaming the name may be another's.
    if (!isRenamed) await rm(beside, { force: true });
  }
}

/** Older than this the new file was left by a process that was killed. */
const STALE_MS = 30_000;

/**
 * The new file, which also keeps other processes from writing at the same time: between the last look at the old file
 * and the renaming there must be nobody else.
 */
async function openBeside(file: string): Promise<FileHandle | "taken" | "closed"> {
  try {
    return await open(file, "wx", 0o600);
  } catch (error) {
    if (isReadOnly(error)) return "closed";
    if (codeOf(error) !== "EEXIST") throw error;
  }
  if (!(await isStale(file))) return "taken";
  await rm(file, { force: true });
  return openBeside(file);
}

async function isStale(file: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > STALE_MS;
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return true;
  }
}

/** Says whether the new file has all that the old one has. */
async function writeAlike(handle: FileHandle, { path, bytes }: Replacement): Promise<boolean> {
  const old = await stat(path);
  if (old.nlink > 1 || !(await canDress(handle, old))) return false;
  await handle.writeFile(bytes);
  await handle.sync();
  return true;
}

async function canDress(handle: FileHandle, { uid, gid, mode }: Stats): Promise<boolean> {
  try {
    const own = await handle.stat();
    if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid);
    await handle.chmod(mode & 0o7777);
    return true;
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    return false;
  }
}

async function canRename(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) !== "EBUSY" && !isReadOnly(error)) throw error;
    return false;
  }
}

async function overwrite({ path, before, bytes, isUnchanged }: Replacement): Promise<Written> {
  const handle = await open(path, "r+");
  try {
    if (!(await isUnchanged())) return "changed";
    await fill(handle, bytes);
    return "written";
  } catch (error) {
    // A full disk, most likely: the old bytes had room there.
    await fill(handle, before);
    throw error;
  } finally {
    await handle.close();
  }
}

async function fill(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at, bytes.length - at, at)).bytesWritten;
  await handle.truncate(bytes.length);
  await handle.sync();
}

/** So that the new name survives a power failure; not every file system offers it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  } finally {
    await handle.close();
  }
}
