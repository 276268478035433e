// Which phrases are the same to the bot.
import { foldCase } from "../text/normalise.ts";
import { wordsOf } from "../text/words.ts";

/** What differs only in case, ё and punctuation is one phrase; of signs alone ("👍", "))") nothing is folded. */
export function foldPhrase(text: string): string {
  const folded = foldCase(text.trim());
  return wordsOf(folded).join(" ") || folded;
}
