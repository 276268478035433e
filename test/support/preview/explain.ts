// An explanation with one of everything, to show on the chat page.
import type { Explanation } from "../../../src/search/explanation.ts";

export function explainSample(text: string): Explanation {
  return {
    question: text,
    understoodAs: "макс чат перенос",
    repairs: [{ from: "vfrc", to: "макс", how: "раскладка" }],
    outcome: "answer",
    reasons: [
      "Первый вариант набрал 91 % — это выше порога прямого ответа (60 %).",
      "Следующий вариант отстаёт на 54 %.",
    ],
    candidates: [
      {
        kind: "entry",
        id: "chats-not-transferred",
        title: "Какие чаты не переносятся?",
        confidence: 0.91,
        nearestPhrase: "чат из электронного дневника переедет?",
        words: [
          { word: "чат", weight: 1.8 },
          { word: "перенос", weight: 2.4 },
          { word: "макс", weight: -0.3 },
        ],
      },
      {
        kind: "entry",
        id: "partial-transfer",
        title: "Почему перенеслась только часть чатов?",
        confidence: 0.37,
        nearestPhrase: "перенеслись не все чаты",
        words: [{ word: "чат", weight: 1.1 }],
      },
      {
        kind: "topic",
        id: "login-code",
        title: "login-code",
        confidence: 0.04,
        nearestPhrase: "не приходит код из смс",
        words: [],
      },
    ],
  };
}
