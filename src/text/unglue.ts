// Words written together that belong apart: "непереносятся", "вмаксе".

/** The negation has to stay a word of its own: "не переносятся" is not "переносятся". */
const NEGATIONS: readonly string[] = ["не", "ни"];
const PREPOSITIONS: readonly string[] = "без для из на от по за до в с к".split(" ");
/** Shorter rests are accidents: "некто", "село". */
const MIN_REST = 4;

type IsKnown = (word: string) => boolean;

/** The negation and the known word after it, or undefined. */
export function withoutNegation(
  word: string,
  isKnown: IsKnown,
): readonly [string, string] | undefined {
  return parted(word, NEGATIONS, isKnown);
}

/** The preposition and the known word after it, or undefined. */
export function withoutPreposition(
  word: string,
  isKnown: IsKnown,
): readonly [string, string] | undefined {
  return parted(word, PREPOSITIONS, isKnown);
}

function parted(
  word: string,
  prefixes: readonly string[],
  isKnown: IsKnown,
): readonly [string, string] | undefined {
  for (const prefix of prefixes) {
    const rest = word.slice(prefix.length);
    if (word.startsWith(prefix) && rest.length >= MIN_REST && isKnown(rest)) return [prefix, rest];
  }
  return undefined;
}
