// Messages made to cost as much as they can, by kind: each a piece that is repeated until the message is full.
import { pick } from "../random.ts";

/** As much as MAX lets anybody write. */
export const LENGTH = 4_000;

type Random = () => number;

/** Gives another piece each time; what is remembered of one message must not help with the next. */
export type Piece = (random: Random) => string;

export interface Kind {
  readonly name: string;
  readonly piece: Piece;
}

const RUSSIAN = Array.from("абвгдежзийклмнопрстуфхцчшщъыьэюя");
const LATIN = Array.from("abcdefghijklmnopqrstuvwxyz");
const SIGNS = Array.from("!?.,:;-–—()[]{}<>«»\"'`~*_/\\|@#№$%^&+=");

/** All kinds; `words` and `sentences` are those of the content and of ordinary questions. */
export function kindsOf(words: readonly string[], sentences: readonly string[]): readonly Kind[] {
  const word: Piece = (random) => pick(words, random);
  const long: Piece = (random) =>
    pick(
      words.filter(({ length }) => length > 6),
      random,
    );
  const sentence: Piece = (random) => pick(sentences, random);
  const spaced =
    (piece: Piece, gap = " "): Piece =>
    (random) =>
      `${piece(random)}${gap}`;
  const kinds: readonly (readonly [name: string, piece: Piece])[] = [
    ["one long word", letters(RUSSIAN, 1, 1)],
    ["one long Latin word", letters(LATIN, 1, 1)],
    ["one letter for ever", () => "ы"],
    ["combining marks", (random) => `${pick(RUSSIAN, random)}${"\u0301\u0316\u0323\u0345".repeat(8)}`],
    ["zero-width signs", (random) => `${pick(RUSSIAN, random)}\u200b\u2060\ufeff`],
    ["quotes in a word", (random) => `a${anyOf(["'''''''", '"""', "’’", "`````"], random)}`],
    ["quotes alone between two letters", () => "'"],
    ["signs that expand", (random) => anyOf(["\ufdfa", "\u3316", "\u33ff", "\ufdfb", "㈱"], random)],
    ["words of signs that expand", (random) => anyOf(["\ufdfa ", "ﷺﷺ-", "㌖ ", "½ "], random)],
    ["scripts in turn", (random) => `${pick(RUSSIAN, random)}${pick(LATIN, random)}`],
    ["words of scripts in turn", spaced(mixed(6))],
    ["emoji", (random) => anyOf(["😀", "👍🏽", "❤️", "🇷🇺", "8️⃣"], random)],
    ["joined emoji", () => "👨‍👩‍👧‍👦"],
    ["emoji between words", (random) => `${word(random)}👨‍👩‍👧`],
    ["unknown words", spaced(letters(RUSSIAN, 4, 12))],
    ["unknown short words", spaced(letters(RUSSIAN, 4, 4))],
    ["unknown Latin words", spaced(letters(LATIN, 4, 12))],
    ["unknown negated words", spaced((random) => `не${letters(RUSSIAN, 4, 9)(random)}`)],
    ["words with a slip", spaced(slipped(long, 1))],
    ["words with two slips", spaced(slipped(long, 2))],
    ["known words", spaced(word)],
    ["a phrase again and again", () => "как перенести чаты из сферума в макс "],
    ["many phrases", spaced(sentence)],
    ["chains with hyphens", (random) => `${slipped(word, 1)(random)}-`],
    ["digits", (random) => pick(Array.from("0123456789"), random)],
    [
      "digits parted",
      (random) => `${pick(Array.from("0123456789"), random)}${anyOf([" ", "-", "=", "х", ".", "(", "  |  "], random)}`,
    ],
    ["digits of all alphabets", (random) => anyOf(["①", "²", "𝟗", "٣", "８", "½", "Ⅷ"], random)],
    ["signs only", (random) => pick(SIGNS, random)],
    ["white space", (random) => anyOf([" ", "\n", "\t", "\u00a0", "\u2028"], random)],
    ["right to left", (random) => anyOf(["שלום ", "\u202e", "مرحبا ", "\u200f", "\u2067"], random)],
    ["words written together", word],
    ["prepositions written together", spaced((random) => `${anyOf(["в", "на", "для", "не"], random)}${word(random)}`)],
    ["the wrong layout", spaced((random) => onLatin(word(random)))],
    ["the wrong layout, unknown", spaced((random) => onLatin(letters(RUSSIAN, 4, 12)(random)))],
    ["the wrong layout, half", spaced((random) => onLatin(slipped(word, Math.round(random()))(random)))],
    ["transliteration", spaced((random) => inLatin(word(random)))],
    ["transliteration of many readings", spaced(letters(Array.from("yciaxelntw"), 4, 14))],
    ["short questions", (random) => `${word(random)} ${word(random)}? `],
    ["short clauses", (random) => `${word(random)} и ${word(random)} или `],
    ["many questions", (random) => `${sentence(random)}? и `],
    ["mentions", (random) => `@${letters(LATIN, 1, 8)(random)} `],
    [
      "nearly addresses",
      (random) => anyOf(["a@", "a.", "собака ", "(at)", "www.", "http:", "//", "ru", "точка "], random),
    ],
    ["links", (random) => `https://${letters(LATIN, 3, 9)(random)}.ru/${letters(LATIN, 1, 9)(random)} `],
    ["Markdown", (random) => anyOf(["**", "_", "[", "](", "`", "~~", "++", "> ", "# ", "\\", word(random)], random)],
    ["broken halves of signs", (random) => anyOf(["\ud83d", "\udc00", "\ud800а", "\0"], random)],
  ];
  return kinds.map(([name, piece]) => ({ name, piece }));
}

/** The piece repeated to a whole message. */
export function messageOf(piece: Piece, random: Random): string {
  let text = "";
  while (text.length < LENGTH) text += piece(random);
  return text.slice(0, LENGTH);
}

function anyOf(list: readonly string[], random: Random): string {
  return pick(list, random);
}

function letters(alphabet: readonly string[], least: number, most: number): Piece {
  return (random) => {
    const count = least + Math.floor(random() * (most - least + 1));
    return Array.from({ length: count }, () => pick(alphabet, random)).join("");
  };
}

function mixed(count: number): Piece {
  return (random) => Array.from({ length: count }, (_, at) => pick(at % 2 === 0 ? RUSSIAN : LATIN, random)).join("");
}

function slipped(piece: Piece, slips: number): Piece {
  return (random) => {
    let word = piece(random);
    for (let slip = 0; slip < slips; slip++) {
      const at = Math.floor(random() * word.length);
      word = `${word.slice(0, at)}${pick(RUSSIAN, random)}${word.slice(at + Math.round(random()))}`;
    }
    return word;
  };
}

const KEYS = new Map(
  Array.from("ёйцукенгшщзхъфывапролджэячсмитьбю", (letter, at) => [
    letter,
    "`qwertyuiop[]asdfghjkl;'zxcvbnm,."[at] ?? letter,
  ]),
);
const SOUNDS = new Map(
  Array.from("абвгдежзийклмнопрстуфхцчшщыэюя", (letter, at) => [
    letter,
    "a b v g d e zh z i y k l m n o p r s t u f h c ch sh sch y e yu ya".split(" ")[at] ?? letter,
  ]),
);

function onLatin(word: string): string {
  return Array.from(word, (letter) => KEYS.get(letter) ?? letter).join("");
}

function inLatin(word: string): string {
  return Array.from(word, (letter) => SOUNDS.get(letter) ?? letter).join("");
}
