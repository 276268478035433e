// A small content for tests: enough of everything, nothing of the shipped file.
import type { Entry, Faq, SideTopic } from "../../../src/faq/faq.ts";

function entry(id: string, categoryId: string, question: string, phrases: string[]): Entry {
  return {
    id,
    categoryId,
    question,
    button: question.replace("?", ""),
    phrases,
    answer: `Ответ: **${id}**.`,
    related: undefined,
    source: undefined,
    checked: undefined,
    threshold: undefined,
  };
}

export function sideTopic(id: string, phrases: readonly string[], answer: string): SideTopic {
  return { id, title: phrases[0] ?? id, phrases, answer, related: undefined };
}

export const SMALL_FAQ: Faq = {
  organization: { name: "Школа № 1", contact: "Позвоните секретарю" },
  categories: [
    { id: "library", title: "Библиотека" },
    { id: "canteen", title: "Столовая" },
  ],
  entries: [
    entry("take-book", "library", "Как взять книгу в библиотеке?", [
      "взять книгу",
      "хочу взять почитать книгу домой",
      "как записаться и получить книгу",
      "выдают ли книги на дом",
    ]),
    entry("lost-book", "library", "Что делать, если книга потеряна?", [
      "потерял книгу",
      "книга пропала что делать",
      "не могу найти библиотечную книгу",
      "ребёнок потерял учебник из библиотеки",
    ]),
    entry("menu-today", "canteen", "Что сегодня на обед?", [
      "что дают на обед",
      "меню столовой",
      "чем кормят сегодня",
      "какой сегодня суп",
    ]),
    {
      ...entry("pay-lunch", "canteen", "Как оплатить обеды?", [
        "оплата обедов",
        "куда платить за питание",
        "пополнить карту для столовой",
        "деньги на обед как положить",
      ]),
      related: ["menu-today"],
    },
  ],
  topics: [
    sideTopic(
      "weather",
      ["какая завтра погода", "будет ли дождь", "холодно на улице", "прогноз погоды"],
      "О погоде я не знаю.",
    ),
  ],
  smalltalk: [sideTopic("thanks", ["спасибо", "благодарю", "спасибо большое", "спс"], "Пожалуйста!")],
  synonyms: [],
  settings: { answerThreshold: 0.5, suggestThreshold: 0.1 },
};
