// The parts of a message that could be questions of their own.

/** A word with what parts it from the word before. */
export interface Segmentable {
  readonly text: string;
  /** Whether a sentence begins with it. */
  readonly isStart: boolean;
}

/** Between two questions in one sentence; a part is only taken for a question when both sides hold. */
const CONJUNCTIONS: ReadonlySet<string> = new Set(["и", "а", "но", "или"]);
/** What may follow a conjunction: "а ещё", "и заодно". */
const ADDITIONS: ReadonlySet<string> = new Set(["еще", "также", "заодно", "вот"]);

/** Longer messages are stories; beyond so many parts nobody asks more. */
const MAX_SEGMENTS = 5;
/** A part with fewer letters is no question. */
const MIN_LETTERS = 5;

/** The sentences of a message; empty when it is only one. */
export function sentencesOf<Word extends Segmentable>(
  words: readonly Word[],
): readonly (readonly Word[])[] {
  const sentences: Word[][] = [];
  for (const word of words) {
    const last = sentences.at(-1);
    if (last === undefined || word.isStart) sentences.push([word]);
    else last.push(word);
  }
  const long = sentences.filter(isLong);
  return long.length > 1 ? long.slice(0, MAX_SEGMENTS) : [];
}

/** The ways to part a sentence in two at a conjunction. */
export function halvesOf<Word extends Segmentable>(
  words: readonly Word[],
): readonly (readonly [readonly Word[], readonly Word[]])[] {
  return words
    .flatMap((word, at) => (CONJUNCTIONS.has(word.text) ? [at] : []))
    .map((at): readonly [readonly Word[], readonly Word[]] => {
      const skipped = ADDITIONS.has(words[at + 1]?.text ?? "") ? 2 : 1;
      return [words.slice(0, at), words.slice(at + skipped)];
    })
    .filter(([left, right]) => isLong(left) && isLong(right))
    .slice(0, MAX_SEGMENTS);
}

function isLong(words: readonly Segmentable[]): boolean {
  return words.reduce((sum, { text }) => sum + text.length, 0) >= MIN_LETTERS;
}
