// What `diff` prints for people.
import type { ContentChanges } from "../compare/content-changes.ts";
import type { Reply, ReplyGroup, ReplyWeight } from "../compare/compare-replies.ts";
import { counted, type NounForms } from "../text/plural.ts";
import { wordContent } from "./content-changes-report.ts";

/** Printed by `--json` as it is. */
export interface Difference {
  readonly content: ContentChanges;
  /** How many questions were asked of both versions. */
  readonly questions: number;
  readonly replies: readonly ReplyGroup[];
  /** The questions of the entries by their ids. */
  readonly titles: Readonly<Record<string, string>>;
}

const QUESTIONS: NounForms = ["вопрос", "вопроса", "вопросов"];

export function wordDifference(difference: Difference): string {
  const content = wordContent(difference.content);
  const replies = wordReplies(difference);
  return `${[...content, ...replies].join("\n")}\n`;
}

const WEIGHT_TITLES: Readonly<Record<ReplyWeight, string>> = {
  "other-answer": "Бот ответит другое",
  "lost-answer": "Бот перестанет отвечать сразу",
  "new-answer": "Бот начнёт отвечать сразу",
  minor: "Другие подсказки",
};

function wordReplies({ replies, questions, titles }: Difference): readonly string[] {
  const changed = replies.reduce((sum, group) => sum + group.questions.length, 0);
  const asked = `Сравнено на ${counted(questions, ["вопросе", "вопросах", "вопросах"])}`;
  if (changed === 0) return [`${asked}: ответы не изменились.`];
  const weights = [...new Set(replies.map(({ weight }) => weight))];
  return [
    `${asked}: ответ изменится для ${counted(changed, ["вопроса", "вопросов", "вопросов"])}.`,
    ...weights.flatMap((weight) => [
      "",
      WEIGHT_TITLES[weight],
      ...replies.filter((group) => group.weight === weight).flatMap((g) => wordGroup(g, titles)),
    ]),
  ];
}

const MAX_EXAMPLES = 5;

function wordGroup(
  { before, after, questions }: ReplyGroup,
  titles: Difference["titles"],
): readonly string[] {
  const rest = questions.length - MAX_EXAMPLES;
  return [
    `  ${counted(questions.length, QUESTIONS)}: ${wordReply(before, titles)} → ${wordReply(after, titles)}`,
    ...questions.slice(0, MAX_EXAMPLES).map((question) => `    ${question.replaceAll("\n", " ")}`),
    ...(rest > 0 ? [`    … и ещё ${rest}`] : []),
  ];
}

function wordReply({ outcome, ids }: Reply, titles: Difference["titles"]): string {
  const named = ids.join(", ");
  switch (outcome) {
    case "answer":
      return ids.map((id) => `«${titles[id] ?? id}»`).join(" и ");
    case "suggest":
      return `предложит на выбор (первым ${named})`;
    case "topic":
      return `тема ${named}`;
    case "smalltalk":
      return `разговор ${named}`;
    case "none":
      return "не знает";
  }
}
