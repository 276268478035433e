// How much a content holds, in Russian: 13 вопросов, 20 тем, 1 040 фраз.
import { phrasesOf, type Faq } from "./faq.ts";
import { counted } from "../text/plural.ts";

export function sizeOfFaq(faq: Faq): string {
  return [
    counted(faq.entries.length, ["вопрос", "вопроса", "вопросов"]),
    counted(faq.topics.length, ["тема", "темы", "тем"]),
    counted(phrasesOf(faq).length, ["фраза", "фразы", "фраз"]),
  ].join(", ");
}
