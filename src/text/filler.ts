// Phrases that ask nothing: function words and courtesies alone ("а как же", "подскажите пожалуйста").
import { stopwords } from "@orama/stopwords/russian";
import { withoutCourtesy } from "./courtesy.ts";
import { foldCase, normalise, wordsOf } from "./normalise.ts";

const STOP_WORDS: ReadonlySet<string> = new Set(stopwords.map((word) => foldCase(word)));

/** Of no courtesy; with them behind it, a message that is one courtesy is not given back whole. */
const QUESTION = [{ text: "…" }, { text: "…" }, { text: "…" }];

/** Whether no word of the text tells one question from another; so does a text without words. */
export function isFiller(text: string): boolean {
  const words = wordsOf(normalise(text)).map((word) => ({ text: word }));
  return withoutCourtesy([...words, ...QUESTION])
    .slice(0, -QUESTION.length)
    .every((word) => STOP_WORDS.has(word.text));
}
