// The program as it is started in production, for tests of whole processes.
import { inject } from "vitest";
import { askDesk } from "../handout.ts";

/** The path of its main file; it starts several times as fast as the sources do. */
export function compiledMain(): Promise<string> {
  return askDesk(inject("programDesk"), "program");
}
