// Greetings and politeness around a question, and phrases of nothing else: they do not say what is asked.
import { stopwords as english } from "@orama/stopwords/english";
import { stopwords as russian } from "@orama/stopwords/russian";
import { foldCase, normalise, wordsOf } from "./normalise.ts";

/**
 * Expressions by their first word, longest first. Lower case, е for ё. General Russian usage; nothing here is about
 * any subject.
 */
const EXPRESSIONS: readonly string[] = (
  "доброго времени суток, доброго дня, доброго вечера, доброго утра, добрый день, добрый вечер, доброе утро, " +
  "доброй ночи, день добрый, вечер добрый, хорошего дня, хорошего вечера, всего доброго, всего хорошего, " +
  "здравствуйте, здравствуй, здраствуйте, здрасте, здрасьте, приветствую, всем привет, привет всем, привет, " +
  "приветик, извините за беспокойство, простите за беспокойство, прошу прощения, извините пожалуйста, " +
  "простите пожалуйста, извините, простите, подскажите пожалуйста, скажите пожалуйста, объясните пожалуйста, " +
  "помогите пожалуйста, ответьте пожалуйста, будьте добры, будьте любезны, подскажите, скажите, пожалуйста, плиз, " +
  "пжл, пжлст, пож, заранее большое спасибо, заранее спасибо, спасибо заранее, заранее благодарю, " +
  "заранее благодарна, заранее благодарен, большое спасибо, спасибо большое, спасибо, спс, благодарю, с уважением, " +
  "вопрос такой, такой вопрос, у меня вопрос, у меня такой вопрос, хочу спросить, хотела спросить, хотел спросить, " +
  "хотела бы узнать, хотел бы узнать, кстати, заодно"
).split(", ");

/** Known words of every content: who writes "плиз" means it. */
export const COURTESY_WORDS: readonly string[] = [...new Set(EXPRESSIONS.flatMap((one) => one.split(" ")))];

const BY_FIRST_WORD = groupByFirstWord();

function groupByFirstWord(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const groups = new Map<string, (readonly string[])[]>();
  for (const expression of EXPRESSIONS) {
    const words = expression.split(" ");
    const first = words[0] ?? "";
    groups.set(first, [...(groups.get(first) ?? []), words]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.length - a.length);
  return groups;
}

/** A question shorter than this is not worth finding: the whole message is kept. */
const MIN_LEFT = 3;

/**
 * The words without the courtesies among them. Where hardly anything is left the message was one courtesy, and all of
 * it stays.
 */
export function withoutCourtesy<T extends { readonly text: string }>(words: readonly T[]): readonly T[] {
  const left: T[] = [];
  for (let at = 0; at < words.length;) {
    const length = courtesyAt(words, at);
    const word = words[at];
    if (length === 0 && word !== undefined) left.push(word);
    at += Math.max(1, length);
  }
  return left.length >= MIN_LEFT ? left : words;
}

/** How many words the courtesy has that begins here; 0 for none. */
function courtesyAt(words: readonly { readonly text: string }[], at: number): number {
  const expressions = BY_FIRST_WORD.get(words[at]?.text ?? "") ?? [];
  const found = expressions.find((expression) => expression.every((word, offset) => words[at + offset]?.text === word));
  return found?.length ?? 0;
}

/** In the lists of stop words, and yet something to ask about, or an answer in one word. */
const MEANINGFUL =
  "человек жизнь хорошо лучше сказал сказала сказать говорил да нет конечно никогда ничего нельзя".split(" ");

/** Pronouns and question words that the lists lack. */
const MORE_FUNCTION_WORDS = (
  "это эта эту эти этим этому этих те тех та ту то тому всему всем все всё весь кому кем ком чему чей чья чье чьи " +
  "почему отчего сколько который которая которое которые каким какие каков наш наша наше наши ваш ваша ваше ваши " +
  "делать быть ли же бы ведь мол типа просто очень либо нибудь ну вот так там тут туда сюда оно нам нами вами ими нужно ой эй ага"
).split(" ");

/** Words that tell no question from another: "как", "есть", "the". */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [...russian, ...english, ...MORE_FUNCTION_WORDS].map(foldCase).filter((word) => !MEANINGFUL.includes(word)),
);

/** Whether a word, folded, has no meaning of its own. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** Of no courtesy; with them behind it, a message that is one courtesy is not given back whole. */
const QUESTION = [{ text: "…" }, { text: "…" }, { text: "…" }];

/** The words, folded, that tell one question from another: those of no courtesy and with a meaning of their own. */
export function contentWordsOf<T extends { readonly text: string }>(words: readonly T[]): readonly T[] {
  const left = withoutCourtesy<{ readonly text: string }>([...words, ...QUESTION]);
  return withoutFunctionWords(words.filter((word) => left.includes(word)));
}

/** The words, folded, with a meaning of their own. */
export function withoutFunctionWords<T extends { readonly text: string }>(words: readonly T[]): readonly T[] {
  return words.filter(({ text }) => !isFunctionWord(text));
}

/** Whether no word of the text tells one question from another; so does a text without words. */
export function isFiller(text: string): boolean {
  return contentWordsOf(wordsOf(normalise(text)).map((word) => ({ text: word }))).length === 0;
}
