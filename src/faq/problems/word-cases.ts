// Problems of questions.yaml in Russian: what the file says wrong, and what the bot would answer otherwise.
import type { ActualReply } from "./problem.ts";
import { said, wordSuggestion, type Words } from "./wording.ts";

export const CASE_WORDS = {
  "unknown-expected": ({ id, suggestion }) =>
    said(
      `«${id}» — не id вопроса, темы или разговора${wordSuggestion(suggestion)}`,
      "Исправьте; если бот не должен отвечать, напишите none",
    ),
  "repeated-case": ({ question, firstLine }) =>
    said(`вопрос «${question}» уже есть на строке ${firstLine}`, "Удалите один из двух"),
  "failed-case": ({ question, expected, got }) =>
    said(`на вопрос «${question}» ${wordExpected(expected)}, а бот ${wordReply(got)}`, adviceFor(expected, got)),
} satisfies Partial<Words>;

function wordExpected(expected: readonly string[]): string {
  const ids = expected.filter((id) => id !== "none").map((id) => `«${id}»`);
  if (ids.length === 0) return "бот не должен отвечать сразу";
  const isNoneRight = ids.length < expected.length;
  return `ожидается ${ids.join(" или ")}${isNoneRight ? " или ничего" : ""}`;
}

function wordReply({ outcome, ids, confidence, nearestPhrase }: ActualReply): string {
  const named = ids.map((id) => `«${id}»`).join(", ");
  const why = [
    `уверенность ${Math.round(confidence * 100)} %`,
    ...(nearestPhrase === undefined ? [] : [`ближайшая фраза «${nearestPhrase}»`]),
  ].join(", ");
  switch (outcome) {
    case "answer":
      return `ответит ${named} (${why})`;
    case "suggest":
      return `только предложит на выбор ${named} (${why})`;
    case "topic":
      return `ответит темой ${named} (${why})`;
    case "smalltalk":
      return `поддержит разговор ${named} (${why})`;
    case "none":
      return "скажет, что не знает";
  }
}

function adviceFor(expected: readonly string[], { outcome, ids }: ActualReply): string {
  const wanted = expected.find((id) => id !== "none");
  const actual = ids[0];
  if (wanted === undefined) {
    return `Добавьте похожие фразы в подходящую тему (topics) или уберите ближайшую фразу из «${actual}»`;
  }
  const add = `Добавьте в «${wanted}» ещё фраз, похожих на этот вопрос`;
  if (outcome === "suggest" || outcome === "none" || actual === undefined) return add;
  return `${add}, или уберите ближайшую фразу из «${actual}»; если новый ответ верный, исправьте expect`;
}
