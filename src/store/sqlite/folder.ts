// Makes the folder of a file, with all folders above it that are missing.
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * One folder at a time, from the top: Node's own recursive mkdir never returns where the system answers
 * "no such file" to the making of a folder (below /proc, for one).
 */
export async function makeFolder(path: string): Promise<void> {
  if (await isThere(path)) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above);
  try {
    await mkdir(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(await isThere(path))) throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
