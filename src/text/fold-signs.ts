// A text in plain signs, each with its place in the text as it was written: what is found in the one is cut out of the other.

export interface Folded {
  readonly text: string;
  /** For each code unit of the folded text, where the character it comes from begins. */
  readonly starts: Int32Array;
  /** And where that character ends. */
  readonly ends: Int32Array;
}

const PLAIN = /^[\u0020-\u007e\n\u00a0А-яЁё«»–—№]*$/u;
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]+$/u;
const DIGIT = /^\p{Nd}$/u;
const OTHER_NUMBER = /^\p{No}$/u;
/** One sign that stands for a phrase (ﷺ) is no letter of an address. */
const MAX_EXPANSION = 4;

/** A stretch of a folded text, and what stands in its place. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly sign: string;
}

/** The folded text with the cuts (in order, apart) made; each sign has the place of what it replaces. */
export function withCuts(folded: Folded, cuts: readonly Cut[]): Folded {
  if (cuts.length === 0) return folded;
  const parts: string[] = [];
  const length = cuts.reduce((sum, { start, end, sign }) => sum - (end - start) + sign.length, folded.text.length);
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  let at = 0;
  let to = 0;
  const keep = (until: number) => {
    parts.push(folded.text.slice(at, until));
    starts.set(folded.starts.subarray(at, until), to);
    ends.set(folded.ends.subarray(at, until), to);
    to += until - at;
  };
  for (const { start, end, sign } of cuts) {
    keep(start);
    parts.push(sign);
    starts.fill(folded.starts[start] ?? 0, to, to + sign.length);
    ends.fill(folded.ends[end - 1] ?? 0, to, to + sign.length);
    to += sign.length;
    at = end;
  }
  keep(folded.text.length);
  return { text: parts.join(""), starts, ends };
}

/** Digits of all alphabets, full-width, mathematical and circled signs as plain ones; what nobody sees is left out. */
export function foldSigns(text: string): Folded {
  if (PLAIN.test(text)) return inPlace(text);
  const starts: number[] = [];
  const ends: number[] = [];
  const known = new Map<string, string>();
  let folded = "";
  let at = 0;
  for (const sign of text) {
    const plain = known.get(sign) ?? foldSign(sign);
    known.set(sign, plain);
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(at);
      ends.push(at + sign.length);
    }
    folded += plain;
    at += sign.length;
  }
  return { text: folded, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

function inPlace(text: string): Folded {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  for (let at = 0; at < text.length; at++) {
    starts[at] = at;
    ends[at] = at + 1;
  }
  return { text, starts, ends };
}

function foldSign(sign: string): string {
  if (UNSEEN.test(sign)) return "";
  const unified = sign.normalize("NFKC");
  if (DIGIT.test(unified)) return String(valueOf(unified));
  // ❶ has a value, but no form in which it could be read.
  if (unified === sign && OTHER_NUMBER.test(sign)) return "1";
  return unified.length > MAX_EXPANSION ? sign : unified;
}

/** Unicode keeps the ten digits of an alphabet side by side. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
