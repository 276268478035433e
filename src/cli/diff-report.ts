// What `diff` prints for people.
import type { Reply, ReplyGroup, ReplyWeight } from "../compare/compare-replies.ts";
import type { ContentChanges, FieldChange, FieldName, ItemChange, ItemKind } from "../compare/compare-faq.ts";
import { counted, type NounForms } from "../text/plural.ts";

/** Printed by `--json` as it is. */
export interface Difference {
  readonly content: ContentChanges;
  /** How many questions were asked of both versions. */
  readonly questions: number;
  readonly replies: readonly ReplyGroup[];
  /** The questions of entries and the titles of side topics by their ids. */
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

function wordGroup({ before, after, questions }: ReplyGroup, titles: Difference["titles"]): readonly string[] {
  const rest = questions.length - MAX_EXAMPLES;
  return [
    `  ${counted(questions.length, QUESTIONS)}: ${wordReply(before, titles)} → ${wordReply(after, titles)}`,
    ...questions.slice(0, MAX_EXAMPLES).map((question) => `    ${question.replaceAll("\n", " ")}`),
    ...(rest > 0 ? [`    … и ещё ${rest}`] : []),
  ];
}

function wordReply({ outcome, ids }: Reply, titles: Difference["titles"]): string {
  const each = ids.map((id) => `«${titles[id] ?? id}»`);
  const named = each.join(" и ");
  switch (outcome) {
    case "answer":
      return named;
    case "suggest":
      return `предложит на выбор ${each.join(", ")}`;
    case "topic":
      return `тема ${named}`;
    case "smalltalk":
      return `разговор ${named}`;
    case "none":
      return "не знает";
  }
}

function wordContent({ general, items }: ContentChanges): readonly string[] {
  if (general.length + items.length === 0) return ["Содержание не изменилось.", ""];
  return ["Содержание", ...general.flatMap(wordField), ...items.flatMap(wordItem), ""];
}

const KINDS: Readonly<Record<ItemKind, string>> = {
  entry: "вопрос",
  topic: "тема",
  smalltalk: "разговор",
};

// Deep links and buttons of messages sent long ago name an entry by its id.
const DEAD_LINKS: Readonly<Record<ItemKind, string>> = {
  entry: ", прежние ссылки и кнопки не сработают",
  topic: "",
  smalltalk: "",
};

function wordItem({ change, kind, id, formerId, title, fields }: ItemChange): readonly string[] {
  const named = `${KINDS[kind]} «${title}» (${id})`;
  switch (change) {
    case "added":
      return [`+ ${named}: добавлено`];
    case "removed":
      return [`- ${named}: удалено${DEAD_LINKS[kind]}`];
    case "changed": {
      const renamed = formerId === undefined ? "" : `: прежний id ${formerId}${DEAD_LINKS[kind]}`;
      return [`~ ${named}${renamed}`, ...fields.flatMap(wordField).map((line) => `  ${line}`)];
    }
  }
}

const FIELDS: Readonly<Record<FieldName, string>> = {
  title: "название",
  question: "вопрос",
  button: "кнопка",
  category: "раздел",
  source: "источник",
  checked: "проверено",
  related: "похожие вопросы",
  threshold: "порог",
  name: "название организации",
  contact: "контакт",
  categories: "разделы",
  synonyms: "синонимы",
  answer_threshold: "порог ответа",
  suggest_threshold: "порог подсказки",
};

const SIGNS = { removed: "- ", added: "+ ", same: "  ", gap: "  …" } as const;

const TEXT_NAMES = { answer: "ответ", details: "подробности" } as const;

function wordField(field: FieldChange): readonly string[] {
  switch (field.kind) {
    case "value":
      return wordValue(field.field, field.before, field.after);
    case "answer":
    case "details":
      return [`  ${TEXT_NAMES[field.kind]}:`, ...field.lines.map(({ kind, line }) => `    ${SIGNS[kind]}${line}`)];
    case "phrases":
      return [
        "  фразы:",
        ...few(field.removed.map((phrase) => `    - ${phrase}`)),
        ...few(field.added.map((phrase) => `    + ${phrase}`)),
      ];
  }
}

const MAX_LINES = 20;

function few(lines: readonly string[]): readonly string[] {
  const rest = lines.length - MAX_LINES;
  return rest > 0 ? [...lines.slice(0, MAX_LINES), `    … и ещё ${rest}`] : lines;
}

/** Long values are not repeated: synonyms are hundreds of words. */
const MAX_VALUE_LENGTH = 120;

function wordValue(name: FieldName, before: string | undefined, after: string | undefined): readonly string[] {
  const shown = (value: string | undefined) => (value === undefined ? "нет" : `«${value}»`);
  const isLong = Math.max(before?.length ?? 0, after?.length ?? 0) > MAX_VALUE_LENGTH;
  if (!isLong) return [`  ${FIELDS[name]}: ${shown(before)} → ${shown(after)}`];
  return name === "synonyms"
    ? ["  синонимы: изменились"]
    : [`  ${FIELDS[name]}:`, `    - ${before ?? ""}`, `    + ${after ?? ""}`];
}
