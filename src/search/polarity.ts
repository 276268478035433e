// Questions of the opposite: who asks how to switch off is not told how to switch on as if that had been asked.
import { OPPOSITE_PREFIXES } from "../text/prefixes.ts";

/** A shorter rest of a word has its prefix by chance. */
const MIN_REST = 3;

/** Beginnings of words that turn them into their opposite, either way. */
const OPPOSITES = bothWays([
  ...OPPOSITE_PREFIXES,
  ["", "раз"],
  ...pairsOf("добав:удал добавл:удал созда:удали разреш:запрет разреш:запрещ"),
]);
/** Words that go with either of two opposites: one enters "в", one leaves "из". */
const PREPOSITIONS = new Map(bothWays(pairsOf("в:из на:с к:от")));

/** Who asks which or how, and not whether or why, means either those that are or those that are not. */
const WHICH = /^(?:как(?:ой|ая|ое|ие|их|им|ими|ую|ого|ому|ом)?|что|кто|кого|кому|чь[еияю]|сколько|где|куда|когда)$/u;
const NEGATION = "не";
const NEGATIONS = new Map(bothWays(pairsOf("можно:нельзя есть:нет с:без")));

/** Longer messages differ from a phrase by more than their polarity. */
const MAX_WORDS = 12;
const MAX_OPPOSITES = 8;

interface Known {
  readonly isKnown: (word: string) => boolean;
  /** Whether the entry itself has the word: then it does not mean the opposite there ("чат раздвоился, задвоился"). */
  readonly isOwn: (word: string) => boolean;
  /** Whether the content has the word behind a negation. */
  readonly isNegated: (word: string) => boolean;
}

/** What the words would be with one of them turned into its opposite, as far as the content has such words. */
export function oppositesOf(words: readonly string[], known: Known): readonly (readonly string[])[] {
  if (words.length > MAX_WORDS) return [];
  const asksWhich = words.some((word) => WHICH.test(word));
  return words
    .flatMap((word, at) => [
      ...oppositeWords(word, known).flatMap((other) => {
        const turned = words.with(at, other);
        return [turned, turned.map((one) => PREPOSITIONS.get(one) ?? one)];
      }),
      ...(asksWhich ? negated(words, at, known) : []),
    ])
    .slice(0, MAX_OPPOSITES);
}

function oppositeWords(word: string, { isKnown, isOwn }: Known): readonly string[] {
  if (isOwn(word)) return [];
  return OPPOSITES.flatMap(([from, to]) =>
    word.startsWith(from) && word.length >= from.length + MIN_REST ? [to + word.slice(from.length)] : [],
  ).filter(isKnown);
}

function negated(words: readonly string[], at: number, { isNegated }: Known): readonly (readonly string[])[] {
  const word = words[at] ?? "";
  if (word === NEGATION) return [words.toSpliced(at, 1)];
  const other = NEGATIONS.get(word);
  if (other !== undefined) return [words.with(at, other)];
  if (words[at - 1] === NEGATION || !isNegated(word)) return [];
  return [words.toSpliced(at, 0, NEGATION)];
}

type Pair = readonly [string, string];

function pairsOf(list: string): readonly Pair[] {
  return list.split(" ").map((pair) => {
    const [one = "", other = ""] = pair.split(":");
    return [one, other];
  });
}

function bothWays(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.flatMap(([one, other]): readonly Pair[] => [
    [one, other],
    [other, one],
  ]);
}
