// Before all test files: the program, built once for those that run it.
import type { TestProject } from "vitest/node";
import { openHandout } from "../handout.ts";
import { compile, type Compiled } from "./compiled.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly programHandout: string;
  }
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let program: Promise<Compiled> | undefined;
  const handout = await openHandout(async () => {
    // Only when somebody asks: a build takes seconds.
    program ??= compile();
    return (await program).main;
  });
  provide("programHandout", handout.url);
  return async () => {
    handout.close();
    const built = await program?.catch(() => undefined);
    await built?.remove();
  };
}
