// The program as it is started in production, built for tests of whole processes: it starts several times as fast as from the sources.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { askHandout } from "../handout.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

export interface Compiled {
  readonly main: string;
  remove(): Promise<void>;
}

/** Below node_modules, where the packages are found from. */
export async function compile(): Promise<Compiled> {
  const cache = join(ROOT, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "compiled-"));
  await promisify(execFile)(process.execPath, [join(ROOT, "scripts/build.mjs"), relative(ROOT, folder)]);
  return {
    main: join(folder, "main.js"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The path of its main file; it starts several times as fast as the sources do. */
export function compiledMain(): Promise<string> {
  return askHandout(inject("programHandout"), "program");
}
