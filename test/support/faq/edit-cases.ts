// For tests of edits: a valid faq.yaml in which every list of phrases is written in another way, and what an edit made.
import type { Edited, EditResult } from "../../../src/faq/edit/edit.ts";

export const STYLED_FAQ = `# Заголовок
organization: { name: 'Школа', contact: "Звоните" }   # строка
categories:
  - {id: all, title: Всё}

entries:
  # Первый вопрос.
  - id: indented
    category: all
    question: "Вопрос: первый?"
    phrases:
      - простая фраза
      - 'в "кавычках"'   # примечание
      # после последней
    answer: |
      Ответ.

      - список

  - id:   dense
    category: all
    question: Второй?
    phrases:
    - без отступа
    -   >-
      сложенная
      фраза
    answer: >
      Сложенный
      ответ

  -   id: wide
      category: all
      question: Третий?
      answer: Ответ до фраз
      phrases:
          -   широкий отступ
  # Про четвёртый.
  - { id: braces, category: all, question: Четвёртый?, phrases: [скобки], answer: Коротко }

  - id: flow
    category: all
    question: Пятый?
    phrases: [раз,   два, ]
    answer: Ответ
  - id: tall
    category: all
    question: Шестой?
    phrases:
      [
        три,
        "четыре", # с запятой
      ]
    answer: Ответ

  - id: commented
    category: all
    question: Седьмой?
    phrases: [
      пять,
      шесть   # без запятой
    ]
    answer: |-
      Ответ
    # Конец седьмого.

topics:
- id: outside
  phrases:
    - мимо
  answer: Не знаю
smalltalk:
  - id: thanks
    answer: Пожалуйста
    phrases:
      - спасибо
`;

export const STYLED_OWNERS = [
  "indented",
  "dense",
  "wide",
  "braces",
  "flow",
  "tall",
  "commented",
  "outside",
  "thanks",
] as const;

/** Throws when the edit was refused. */
export function edited(result: EditResult): Edited {
  if (result.kind === "refused") throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result;
}
