// A small content and its unanswered questions as the server tells of them, for tests of the pages.
import type { UnansweredGroup } from "../../../src/console/unanswered/unanswered-api.ts";
import type { SideTopicView, Content, EntryView } from "../../../src/console/content/content-api.ts";
import type { EntryFields } from "../../../src/faq/edit/item-fields.ts";

const HEALTH = { asked: 0, up: 0, down: 0, warnings: [] };

export function entryView(id: string, fields: Partial<EntryFields>, more: Partial<EntryView> = {}): EntryView {
  return {
    id,
    fields: {
      categoryId: "why",
      question: `Вопрос ${id}?`,
      button: undefined,
      phrases: [`фраза ${id}`],
      answer: `Ответ ${id}.`,
      related: undefined,
      checked: undefined,
      ...fields,
    },
    neighbours: [],
    source: undefined,
    ...HEALTH,
    ...more,
  };
}

function sideTopicView(kind: SideTopicView["kind"], id: string, phrases: readonly string[]): SideTopicView {
  return { kind, id, fields: { phrases, answer: `Ответ ${id}.` }, ...HEALTH };
}

export const SAMPLE: Content = {
  file: "faq.yaml",
  version: "1",
  categories: [
    { id: "why", title: "Почему MAX" },
    { id: "transfer", title: "Перенос" },
    { id: "empty", title: "Пустой" },
  ],
  entries: [
    entryView(
      "why-max",
      {
        question: "Почему школа выбрала MAX?",
        button: "Почему MAX",
        phrases: ["зачем нам этот макс", "кто придумал переходить"],
        answer: "Так решила **{{organization}}**.\n\n- раз\n- два",
        checked: "2025-09-15",
      },
      { asked: 40, up: 9, down: 2, neighbours: ["duplicate-chats"] },
    ),
    entryView(
      "duplicate-chats",
      {
        categoryId: "transfer",
        question: "Что делать, если чаты задублировались?",
        phrases: ["у меня два одинаковых чата", "дубль чата", "чат дважды"],
        related: ["why-max"],
      },
      { asked: 12, up: 1, down: 3, warnings: ["здесь только 3 фразы"] },
    ),
    entryView("no-phone", { question: "Что делать без смартфона?" }, { asked: 90 }),
  ],
  sideTopics: [
    sideTopicView("topic", "login-code", ["не приходит код из смс"]),
    sideTopicView("smalltalk", "thanks", ["спасибо", "спасибо большое"]),
  ],
  days: 30,
  warnings: [],
  faults: [],
  organization: { name: "Школа № 5", contact: "Позвоните в школу" },
};

export function groupOf(questionId: string, changes: Partial<UnansweredGroup> = {}): UnansweredGroup {
  return {
    questionId,
    text: `вопрос ${questionId}`,
    otherTexts: [],
    count: 1,
    people: 1,
    lastAt: Date.parse("2026-11-20T12:00:00Z"),
    why: "",
    hidesAlike: true,
    reasons: [],
    answeredWith: [],
    guesses: [],
    now: { outcome: "none", items: [] },
    phrase: `вопрос ${questionId}`,
    ...changes,
  };
}
