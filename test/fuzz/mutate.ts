// Damages JSON values and texts in the ways in which other programs and networks do.
import type { Random } from "../chaos/random.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const ODD: readonly [Json, ...Json[]] = [
  null,
  true,
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER * 4,
  1e308,
  "",
  " ",
  "0",
  "null",
  "\u0000",
  "\ud800",
  "‮обратно",
  "а".repeat(5_000),
  "/start",
  "/quiet",
  "@school_bot",
  [],
  {},
  [[[[[[]]]]]],
  { constructor: { prototype: null } },
];

/** The same value with one place changed, anywhere in it. */
export function mutateJson(value: unknown, random: Random): unknown {
  if (random.next() < 0.15 || typeof value !== "object" || value === null) return random.pick(ODD);
  if (Array.isArray(value)) return mutateList(value, random);
  const entries = Object.entries(value);
  const at = random.between(0, Math.max(0, entries.length - 1));
  const kind = random.between(0, 5);
  if (kind === 0) return Object.fromEntries(entries.filter((_, index) => index !== at));
  if (kind === 1)
    return {
      ...value,
      [random.pick(["__proto__", "toString", "text", "payload"])]: random.pick(ODD),
    };
  return Object.fromEntries(
    entries.map(([key, child], index) => [key, index === at ? mutateJson(child, random) : child]),
  );
}

function mutateList(list: readonly unknown[], random: Random): readonly unknown[] {
  if (list.length === 0) return [random.pick(ODD)];
  const at = random.between(0, list.length - 1);
  if (random.next() < 0.2) return [...list, ...list, ...list];
  return list.map((child, index) => (index === at ? mutateJson(child, random) : child));
}

/** The same bytes with some of them changed, lost or repeated. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const at = random.between(0, Math.max(0, bytes.length - 1));
  const length = random.between(1, 8);
  switch (random.between(0, 3)) {
    case 0:
      return Uint8Array.from(bytes.subarray(0, at));
    case 1:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
    case 2:
      return Uint8Array.from([...bytes.subarray(0, at + length), ...bytes.subarray(at)]);
    default:
      return Uint8Array.from(bytes, (byte, index) =>
        index >= at && index < at + length ? random.between(0, 255) : byte,
      );
  }
}

const YAML_PIECES: readonly [string, ...string[]] = [
  "\t",
  "\u0000",
  "&a ",
  "*a ",
  "<<: *a\n",
  "!!binary ",
  "!!js/function ",
  "? ",
  "- - - ",
  "{{{{",
  "}",
  "|+\n",
  "'",
  '"',
  "\r",
  "---\n",
  "...\n",
  "%YAML 9.9\n",
  "a: &b [*b, *b]\n",
  "99999999999999999999",
  ".nan",
  "2025-99-99",
  "\ufeff",
];

/** The same text with a line lost, moved, indented anew, or something put into it. */
export function mutateText(text: string, random: Random): string {
  const lines = text.split("\n");
  const at = random.between(0, lines.length - 1);
  const line = lines[at] ?? "";
  const column = random.between(0, line.length);
  switch (random.between(0, 4)) {
    case 0:
      return lines.toSpliced(at, random.between(1, 5)).join("\n");
    case 1:
      return lines.toSpliced(at, 1, `${" ".repeat(random.between(0, 9))}${line.trimStart()}`).join("\n");
    case 2:
      return lines.toSpliced(at, 0, ...lines.slice(at, at + random.between(1, 9))).join("\n");
    case 3:
      return text.slice(0, random.between(0, text.length));
    default:
      return lines.toSpliced(at, 1, line.slice(0, column) + random.pick(YAML_PIECES) + line.slice(column)).join("\n");
  }
}
