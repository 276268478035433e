// @ts-check
// An explanation as people read it: the outcome, the repairs, the candidates and their words.
import { element } from "./element.js";

/**
 * @typedef {import("./shapes.d.ts").Explanation} Explanation
 * @typedef {Explanation["candidates"][number]} Candidate
 */

/** @type {Readonly<Record<Explanation["outcome"], string>>} */
const OUTCOMES = {
  answer: "Ответил сразу",
  suggest: "Предложил варианты",
  none: "Не знает ответа",
  topic: "Знакомая тема вне вопросов",
  smalltalk: "Поддержал разговор",
};

const KINDS = { entry: "вопрос", topic: "тема", smalltalk: "разговор" };

/**
 * @param {Explanation} explanation
 * @returns {HTMLElement}
 */
export function explanationView(explanation) {
  const { question, outcome, reasons, candidates } = explanation;
  return element(
    "div",
    "explanation",
    element("blockquote", "question", question),
    element("p", `outcome ${outcome}`, OUTCOMES[outcome]),
    element("ul", "reasons", ...reasons.map((reason) => element("li", "", reason))),
    understanding(explanation),
    candidates.length > 0 ? element("h3", "", "Из чего выбирал") : undefined,
    element("ol", "candidates", ...candidates.map(candidateView)),
  );
}

/** @param {Explanation} explanation */
function understanding({ repairs, understoodAs }) {
  const made = element("section", "", element("h3", "", "Как понял"));
  for (const { from, to, how } of repairs) {
    made.append(
      element(
        "p",
        "repair",
        element("s", "", from),
        " → ",
        element("strong", "", to),
        element("span", "tag", how),
      ),
    );
  }
  made.append(element("p", "understood", understoodAs === "" ? "Знакомых слов нет" : understoodAs));
  return made;
}

/** @param {Candidate} candidate */
function candidateView({ kind, title, confidence, nearestPhrase, words }) {
  const percent = `${Math.round(confidence * 100)} %`;
  const fill = element("span", "bar-fill");
  fill.style.width = `${Math.round(Math.min(1, Math.max(0, confidence)) * 100)}%`;
  const bar = element("div", "bar", fill);
  bar.setAttribute("role", "img");
  bar.setAttribute("aria-label", `Уверенность ${percent}`);
  return element(
    "li",
    "candidate",
    element(
      "div",
      "candidate-top",
      element("span", "candidate-title", title),
      element("span", "percent", percent),
    ),
    bar,
    element("p", "faint nearest", `${KINDS[kind]} · ближе всего: «${nearestPhrase}»`),
    wordsView(words),
  );
}

/** @param {Candidate["words"]} words */
function wordsView(words) {
  const largest = Math.max(...words.map(({ weight }) => Math.abs(weight)), Number.MIN_VALUE);
  const chips = words.map(({ word, weight }) => {
    const isFor = weight >= 0;
    const chip = element("span", isFor ? "word for" : "word against", isFor ? word : `− ${word}`);
    chip.title = `${isFor ? "за" : "против"}: ${Math.abs(weight).toFixed(2)}`;
    // The weight colours the ground alone: the word stays readable.
    chip.style.setProperty("--weight", `${Math.round(25 + 75 * (Math.abs(weight) / largest))}%`);
    return chip;
  });
  return element("div", "words", ...chips);
}
