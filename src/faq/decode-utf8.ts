// Bytes of faq.yaml to text, or why they are not UTF-8.
import { problem, type Problem, type Encoding } from "./problems/problem.ts";

/** Larger than any FAQ a school could write by a factor of ten. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

export type Decoded =
  { readonly kind: "ok"; readonly text: string } | { readonly kind: "problems"; readonly problems: readonly Problem[] };

/** The text without a byte order mark. */
export function decodeUtf8(bytes: Uint8Array, maxBytes = MAX_FILE_BYTES): Decoded {
  if (bytes.length > maxBytes) {
    return failed(problem("file-too-large", undefined, { maxBytes }));
  }
  if (looksLikeUtf16(bytes)) return failed(problem("not-utf8", undefined, { encoding: "UTF-16" }));
  const text = tryUtf8(bytes);
  if (text !== undefined) return { kind: "ok", text };
  const place = { line: firstBadLine(bytes), column: 1, length: 1 };
  return failed(problem("not-utf8", place, { encoding: guessEncoding(bytes) }));
}

function failed(found: Problem): Decoded {
  return { kind: "problems", problems: [found] };
}

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The only thing `decode` throws for: bytes that are not UTF-8.
    return undefined;
  }
}

/** A byte order mark of UTF-16, or a zero in every other byte, as Latin letters and line breaks have there. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const sample = bytes.subarray(0, 1000);
  const zeros = sample.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  return zeros > sample.length / 10;
}

const LINE_FEED = 0x0a;

/** A line feed is never part of a longer UTF-8 sequence, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  for (let start = 0, line = 1; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    if (tryUtf8(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
  }
  return 1;
}

/** In CP1251 the small Russian letters are 0xE0…0xFF; in KOI8-R those are the capitals, in CP866 mostly signs. */
function guessEncoding(bytes: Uint8Array): Encoding {
  let high = 0;
  let small = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) high += 1;
    if (byte >= 0xe0) small += 1;
  }
  return small > high / 2 ? "CP1251" : "unknown";
}
