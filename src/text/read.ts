// A message read as its writer meant it: layout, transliteration and typing errors repaired word by word.
import { type Ends, endsOf, endsOfText } from "./ends.ts";
import { frugal } from "./frugal.ts";
import { retypeInLatin, retypeInRussian } from "./layout.ts";
import { hasCyrillic, toOneScript } from "./stem.ts";
import { normalise, wordsOf } from "./normalise.ts";
import { readTranslit } from "./translit.ts";
import { NEGATIONS, PREPOSITIONS, unglued } from "./unglue.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { type Border, type Token, tokensOf } from "./tokens.ts";

export type RepairKind = "layout" | "translit" | "typo" | "glued";

export interface ReadWord {
  /** Lower case, in one script, repaired. */
  readonly text: string;
  /** As typed (lower case), where it was repaired. */
  readonly from: string | undefined;
  readonly repair: RepairKind | undefined;
  /** What parts it from the word before. */
  readonly border: Border;
}

/** A word before its place in the message is known. */
type Reading = Omit<ReadWord, "border">;

/**
 * Characters that are read, of 4,000 that MAX lets people write, before and after compatibility forms are unified (ﷺ
 * becomes 18). The longest question of the samples has 500, and 42 words.
 */
const READ_LENGTH: Ends = { head: 700, tail: 300 };
/** Tokens that are read. */
const READ_TOKENS: Ends = { head: 48, tail: 24 };
/** Longer tokens are cut: no two words that somebody forgot to part are longer. */
const TOKEN_LENGTH = 64;
/** From this share of letters in known words on, a way of reading is taken for the whole message. */
const WHOLE_MESSAGE_SHARE = 0.5;

const LATIN = /[a-z]/u;
const ONLY_LATIN = /^[a-z]+$/u;
const EDGE_PUNCTUATION = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

type Way = "layout" | "translit";

/** Which ways of mending are tried. */
export interface Repairs {
  readonly layout: boolean;
  readonly translit: boolean;
  readonly spelling: boolean;
}

type ReadingVocabulary = Vocabulary & { readonly repairs: Repairs };

const ALL_REPAIRS: Repairs = { layout: true, translit: true, spelling: true };

/** The words of a message, each repaired where another reading of it is a known word and the typed one is not. */
export function readWords(message: string, all: Vocabulary, repairs: Repairs = ALL_REPAIRS): readonly ReadWord[] {
  const vocabulary: ReadingVocabulary = { ...frugal(all), repairs };
  const readingOf = remembering((token) => readingsOf(token, vocabulary));
  const found = tokensToRead(message);
  const way = wayOfMessage(
    found.map((token) => token.text),
    readingOf,
  );
  const words: ReadWord[] = [];
  for (const token of found) {
    let { border } = token;
    for (const { text, from, repair } of readToken(token.text, way, vocabulary, readingOf)) {
      words.push({ text, from, repair, border });
      border = "none";
    }
  }
  return words;
}

/** The known words that a token with Latin letters may stand for, in each way of reading it. */
interface Readings {
  readonly asIs: readonly string[] | undefined;
  readonly layout: readonly string[] | undefined;
  readonly translit: readonly string[] | undefined;
}

type ReadingOf = (token: string) => Readings;

function readingsOf(token: string, vocabulary: ReadingVocabulary): Readings {
  return {
    asIs: knownWords(token, vocabulary),
    layout: knownLayout(token, vocabulary),
    translit: knownTranslit(token, vocabulary),
  };
}

/** For the way of the whole message and for the token itself: reading it twice would double the time. */
function remembering(read: ReadingOf): ReadingOf {
  const known = new Map<string, Readings>();
  return (token) => {
    const readings = known.get(token) ?? read(token);
    known.set(token, readings);
    return readings;
  };
}

function tokensToRead(message: string): readonly Token[] {
  const normalised = endsOfText(normalise(endsOfText(message, READ_LENGTH)), READ_LENGTH);
  return endsOf(tokensOf(normalised), READ_TOKENS).flatMap((tokens) =>
    tokens.map(({ text, border }, at) => ({
      text: text.slice(0, TOKEN_LENGTH),
      border: at === 0 ? "sentence" : border,
    })),
  );
}

/** How the Latin part of the message is to be read when its single words leave it open. */
function wayOfMessage(tokens: readonly string[], readingOf: ReadingOf): Way | undefined {
  const latin = tokens.filter((token) => LATIN.test(token) && !hasCyrillic(token));
  const letters = latin.reduce((sum, token) => sum + token.length, 0);
  if (letters === 0) return undefined;
  const asIs = knownLetters(latin, (token) => readingOf(token).asIs);
  const layout = knownLetters(latin, (token) => readingOf(token).layout);
  const translit = knownLetters(latin, (token) => readingOf(token).translit);
  const best = Math.max(layout, translit);
  if (best <= asIs || best < letters * WHOLE_MESSAGE_SHARE) return undefined;
  return layout >= translit ? "layout" : "translit";
}

function knownLetters(tokens: readonly string[], read: (token: string) => readonly string[] | undefined): number {
  return tokens.reduce((sum, token) => sum + (read(token) === undefined ? 0 : token.length), 0);
}

function readToken(
  token: string,
  way: Way | undefined,
  vocabulary: ReadingVocabulary,
  readingOf: ReadingOf,
): readonly Reading[] {
  if (!LATIN.test(token)) return wordsOf(token).flatMap((word) => readRussian(word, vocabulary));
  if (hasCyrillic(token)) return asTyped(token, vocabulary);
  const readings = readingOf(token);
  // On the wrong layout even a known word is an accident; in a transliterated message it is a name: "max".
  if (way === "layout" && readings.layout !== undefined) return repaired(readings.layout, token, way);
  if (readings.asIs !== undefined) return asTyped(token, vocabulary);
  if (way === "translit" && readings.translit !== undefined) return repaired(readings.translit, token, way);
  if (readings.layout !== undefined) return repaired(readings.layout, token, "layout");
  if (readings.translit !== undefined) return repaired(readings.translit, token, "translit");
  if (way === "layout") return respelled(wordsOf(retypeInRussian(token)), token, way, vocabulary);
  if (way === "translit") return respelled(translitWords(token), token, way, vocabulary);
  return asTyped(token, vocabulary);
}

function asTyped(token: string, vocabulary: ReadingVocabulary): readonly Reading[] {
  return wordsOf(token).flatMap((word) => respell(toOneScript(word), vocabulary));
}

function translitWords(token: string): readonly string[] {
  return wordsOf(token).map((word) => readTranslit(word)[0] ?? word);
}

function repaired(words: readonly string[], from: string, repair: RepairKind): readonly Reading[] {
  return words.map((text) => ({ text, from, repair }));
}

/** Words that stay unknown in the way of the whole message: in Russian letters they can still be respelled. */
function respelled(
  words: readonly string[],
  from: string,
  repair: RepairKind,
  vocabulary: ReadingVocabulary,
): readonly Reading[] {
  return words.map((word) => ({
    text: (vocabulary.repairs.spelling ? vocabulary.speller.fix(word) : undefined) ?? word,
    from,
    repair,
  }));
}

/** A word without Latin letters: known, or a Latin word on the Russian layout (цфеыфзз), or misspelled. */
function readRussian(word: string, vocabulary: ReadingVocabulary): readonly Reading[] {
  if (vocabulary.isKnown(word)) return [untouched(word)];
  const latin = vocabulary.repairs.layout ? retypeInLatin(word) : "";
  if (word.length > 2 && ONLY_LATIN.test(latin) && vocabulary.isKnown(latin)) {
    return [{ text: latin, from: word, repair: "layout" }];
  }
  return respell(word, vocabulary);
}

/**
 * An unknown word: two words written together, or a slip. The negation is parted first, since the known word with it
 * is a slip away from the one without.
 */
function respell(word: string, vocabulary: ReadingVocabulary): readonly Reading[] {
  const { isKnown, speller, repairs } = vocabulary;
  if (!repairs.spelling || isKnown(word)) return [untouched(word)];
  const negated = unglued(word, NEGATIONS, (rest) => isKnown(rest) || speller.fix(rest) !== undefined);
  if (negated !== undefined) {
    const [negation, rest] = negated;
    return repaired([negation, isKnown(rest) ? rest : (speller.fix(rest) ?? rest)], word, "glued");
  }
  const fixed = speller.fix(word);
  if (fixed !== undefined) return repaired([fixed], word, "typo");
  const parted = unglued(word, PREPOSITIONS, isKnown);
  return parted === undefined ? [untouched(word)] : repaired(parted, word, "glued");
}

function untouched(text: string): Reading {
  return { text, from: undefined, repair: undefined };
}

function allKnown(words: readonly string[], vocabulary: ReadingVocabulary): readonly string[] | undefined {
  return words.length > 0 && words.every((word) => vocabulary.isKnown(word)) ? words : undefined;
}

function knownWords(token: string, vocabulary: ReadingVocabulary): readonly string[] | undefined {
  return allKnown(wordsOf(token).map(toOneScript), vocabulary);
}

/** With the punctuation at its ends read as letters ("[jxe": хочу), or else without it ("vfrc."). */
function knownLayout(token: string, vocabulary: ReadingVocabulary): readonly string[] | undefined {
  if (!vocabulary.repairs.layout) return undefined;
  return (
    allKnown(wordsOf(retypeInRussian(token)), vocabulary) ??
    allKnown(wordsOf(retypeInRussian(token.replace(EDGE_PUNCTUATION, ""))), vocabulary)
  );
}

function knownTranslit(token: string, vocabulary: ReadingVocabulary): readonly string[] | undefined {
  if (!vocabulary.repairs.translit) return undefined;
  const words = token
    .replace(EDGE_PUNCTUATION, "")
    .split(/[^\p{L}\p{N}'`]+/u)
    .filter((word) => word !== "");
  const known = words.map((word) => readTranslit(word).find((reading) => vocabulary.isKnown(reading)));
  return known.length > 0 && known.every((word) => word !== undefined) ? known : undefined;
}
