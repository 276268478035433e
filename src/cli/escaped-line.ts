// One message on one line: \n, \t and \\ stand for a line break, a tab and a backslash.
import type { Readable } from "node:stream";

const ESCAPED: Readonly<Record<string, string>> = { n: "\n", t: "\t", "\\": "\\" };

export function unescapeLine(line: string): string {
  return line.replace(/\\([nt\\])/gu, (whole, code: string) => ESCAPED[code] ?? whole);
}

/**
 * The lines of a stream of UTF-8. Not those of node:readline: it parts them at a lone \r as well, which stands in messages
 * as they were typed, and then the answers no longer belong to the lines they are read beside.
 */
export async function* escapedLines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(bytesOf(chunk), { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== "") yield withoutReturn(rest);
}

function bytesOf(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
}

function withoutReturn(line: string): string {
  return line.replace(/\r$/u, "");
}
