// The words with a meaning in a text, counted: how many are known, and how many of them a class has.

import { postingsOf, type LabelledRows, type Postings } from "./postings.ts";
import type { Vector } from "./rows.ts";
import type { Weighting } from "./weighting.ts";

/** Of a text, whatever it is compared with. */
export interface WordCounts {
  /** The squared weights of its words with a meaning, unknown ones among them. */
  readonly total: number;
  /** Share of that, 0…1, which is known. */
  readonly knownShare: number;
  /** How many of the words some entry has, and how many none has. */
  readonly inside: number;
  readonly outside: number;
  /** Of these how many no text of the content has. */
  readonly unknown: number;
}

export interface WordEvidence {
  /** `unknown`: how many words with a meaning no text of the content has. */
  countsOf(vector: Vector, unknown: number): WordCounts;
  /** Of the weight of the text's words the share, 0…1, that some phrase of the class has. */
  ownShareOf(vector: Vector, counts: WordCounts, label: number): number;
  /** Whether some phrase of the class has a stem; undefined for one that no phrase has. */
  hasWord(label: number, stem: number | undefined): boolean;
  /** Of the weight of a phrase's words the share, 0…1, that the text has; 0 for no phrase (-1). */
  coverOf(vector: Vector, row: number): number;
}

export function createWordEvidence(
  phrases: LabelledRows,
  { weights, unknown, space }: Weighting,
  isSideTopic: Uint8Array,
): WordEvidence {
  const { rows } = phrases;
  const postings = postingsOf(phrases, space.stemCount);
  const isInText = new Uint8Array(space.stemCount);

  /** Calls `look` with each stem of a word with a meaning, and its squared weight, 0 for unknown ones. */
  function forEachWord(
    { ids, start, end }: Pick<Vector, "ids" | "start" | "end">,
    look: (id: number, square: number) => void,
  ): void {
    for (let at = start; at < end; at++) {
      const id = ids[at] ?? 0;
      if (id >= space.stemCount) return;
      if (space.isMeaningful[id] === 1) look(id, (weights[id] ?? 0) ** 2);
    }
  }

  /** The classes of a feature ascend, and entries come before side topics. */
  function hasEntry(id: number): boolean {
    const start = postings.starts[id] ?? 0;
    return start < (postings.starts[id + 1] ?? 0) && isSideTopic[postings.classes[start] ?? 0] === 0;
  }

  return {
    countsOf: (vector, unknownWords) => {
      let [knownSquares, strange, inside, outside] = [0, unknownWords, 0, unknownWords];
      forEachWord(vector, (id, square) => {
        knownSquares += square;
        if (square === 0) strange += 1;
        if (hasEntry(id)) inside += 1;
        else outside += 1;
      });
      const total = knownSquares + strange * unknown.stem;
      const knownShare = total === 0 ? 0 : knownSquares / total;
      return { total, knownShare, inside, outside, unknown: strange };
    },
    ownShareOf: (vector, { total }, label) => {
      let own = 0;
      forEachWord(vector, (id, square) => {
        if (square > 0 && hasClass(postings, id, label)) own += square;
      });
      return total === 0 ? 0 : own / total;
    },
    hasWord: (label, stem) => stem !== undefined && stem < space.stemCount && hasClass(postings, stem, label),
    coverOf: (vector, row) => {
      if (row < 0) return 0;
      forEachWord(vector, (id) => (isInText[id] = 1));
      let [all, found] = [0, 0];
      const phrase = {
        ids: rows.ids,
        start: rows.starts[row] ?? 0,
        end: rows.starts[row + 1] ?? 0,
      };
      forEachWord(phrase, (id, square) => {
        all += square;
        if (isInText[id] === 1) found += square;
      });
      forEachWord(vector, (id) => (isInText[id] = 0));
      return all === 0 ? 1 : found / all;
    },
  };
}

/** Whether a class has a feature; the classes of each ascend. */
function hasClass({ starts, classes }: Postings, feature: number, label: number): boolean {
  let low = starts[feature] ?? 0;
  let high = (starts[feature + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = classes[middle] ?? 0;
    if (found === label) return true;
    if (found < label) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
