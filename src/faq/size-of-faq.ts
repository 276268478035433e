// How much a content holds, in Russian: 13 вопросов, 20 тем, 1 040 фраз.
import type { Faq } from "./faq.ts";
import { counted } from "./plural.ts";

export function sizeOfFaq({ entries, topics, smalltalk }: Faq): string {
  const phrases = [...entries, ...topics, ...smalltalk].reduce(
    (sum, owner) => sum + owner.phrases.length,
    0,
  );
  return [
    counted(entries.length, ["вопрос", "вопроса", "вопросов"]),
    counted(topics.length, ["тема", "темы", "тем"]),
    counted(phrases, ["фраза", "фразы", "фраз"]),
  ].join(", ");
}
