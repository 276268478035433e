// A folder that nobody may write into for a while, also not the superuser.
import { chmod } from "node:fs/promises";
import type { School } from "./school.ts";

const NOBODY = 65_534;

/** The superuser may write everything, so he is somebody else for a while. */
export async function readOnly<T>({ file, folder }: School, run: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  await chmod(file, 0o444);
  await chmod(folder, 0o555);
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return await run();
  } finally {
    if (isRoot) process.seteuid?.(0);
    await chmod(folder, 0o755);
  }
}
