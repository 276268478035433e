// Before all test files: the program, built once for those that run it.
import type { TestProject } from "vitest/node";
import { compile, type Compiled } from "./compiled.ts";
import { openDesk } from "../handout.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly programDesk: string;
  }
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let program: Promise<Compiled> | undefined;
  const desk = await openDesk(async () => {
    // Only when somebody asks: a build takes seconds.
    program ??= compile();
    return (await program).main;
  });
  provide("programDesk", desk.url);
  return async () => {
    desk.close();
    const built = await program?.catch(() => undefined);
    await built?.remove();
  };
}
