// Words written together that belong apart: "непереносятся", "вмаксе".

/** The negation has to stay a word of its own: "не переносятся" is not "переносятся". */
export const NEGATIONS: readonly string[] = ["не", "ни"];
export const PREPOSITIONS: readonly string[] = "без для из на от по за до в с к".split(" ");
/** Shorter rests are accidents: "некто", "село". */
const MIN_REST = 4;

/** One of the prefixes and the known word after it, or undefined. */
export function unglued(
  word: string,
  prefixes: readonly string[],
  isKnown: (word: string) => boolean,
): readonly [string, string] | undefined {
  for (const prefix of prefixes) {
    const rest = word.slice(prefix.length);
    if (word.startsWith(prefix) && rest.length >= MIN_REST && isKnown(rest)) return [prefix, rest];
  }
  return undefined;
}
