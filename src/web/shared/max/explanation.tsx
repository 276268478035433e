// An explanation as people read it: the outcome, the repairs, the candidates and their words.
import type { CandidateExplanation, Explanation, WordWeight } from "../../../search/explain.ts";
import * as styles from "./explanation.module.css";

const OUTCOMES: Readonly<Record<Explanation["outcome"], string>> = {
  answer: "Ответил сразу",
  suggest: "Предложил варианты",
  none: "Не знает ответа",
  topic: "Знакомая тема вне вопросов",
  smalltalk: "Поддержал разговор",
};

const LOOKS = { answer: "good", suggest: "warn", none: "bad", topic: "", smalltalk: "" } as const;

const KINDS: Readonly<Record<CandidateExplanation["kind"], string>> = {
  entry: "вопрос",
  topic: "тема",
  smalltalk: "разговор",
};

export function ExplanationView({ explanation }: { readonly explanation: Explanation }) {
  const { question, outcome, reasons, candidates } = explanation;
  return (
    <div class={`column ${styles.explanation}`}>
      <blockquote class={styles.question}>{question}</blockquote>
      <p>
        <span class={`pill ${LOOKS[outcome]}`}>{OUTCOMES[outcome]}</span>
      </p>
      <ul class="column">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Understanding explanation={explanation} />
      {candidates.length === 0 ? null : <h3>Из чего выбирал</h3>}
      <ol class="column">
        {candidates.map((candidate, at) => (
          <Candidate key={at} candidate={candidate} />
        ))}
      </ol>
    </div>
  );
}

function Understanding({ explanation }: { readonly explanation: Explanation }) {
  const { repairs, understoodAs } = explanation;
  return (
    <section>
      <h3>Как понял</h3>
      {repairs.map(({ from, to, how }, at) => (
        <p key={at}>
          <s>{from}</s>
          {" → "}
          <strong>{to}</strong>
          <span class="pill warn">{how}</span>
        </p>
      ))}
      <p>{understoodAs === "" ? "Знакомых слов нет" : understoodAs}</p>
    </section>
  );
}

function Candidate({ candidate }: { readonly candidate: CandidateExplanation }) {
  const { kind, title, confidence, nearestPhrase, words } = candidate;
  const percent = `${Math.round(confidence * 100)} %`;
  const width = `${Math.round(Math.min(1, Math.max(0, confidence)) * 100)}%`;
  return (
    <li class={`box column ${styles.candidate}`}>
      <div class="apart">
        <strong>{title}</strong>
        <span class={styles.percent}>{percent}</span>
      </div>
      <div class={styles.bar} role="img" aria-label={`Уверенность ${percent}`}>
        <span style={{ width }} />
      </div>
      <p class="faint">
        {KINDS[kind]} · ближе всего: «{nearestPhrase}»
      </p>
      <Words words={words} />
    </li>
  );
}

function Words({ words }: { readonly words: readonly WordWeight[] }) {
  const largest = Math.max(...words.map(({ weight }) => Math.abs(weight)), Number.MIN_VALUE);
  return (
    <div class="row">
      {words.map(({ word, weight }, at) => {
        const isFor = weight >= 0;
        const strength = Math.abs(weight);
        return (
          <span
            key={at}
            class={isFor ? styles.for : styles.against}
            title={`${isFor ? "за" : "против"}: ${strength.toFixed(2)}`}
            // The weight colours the ground alone: the word stays readable.
            style={{ "--weight": `${Math.round(25 + 75 * (strength / largest))}%` }}
          >
            {isFor ? word : `− ${word}`}
          </span>
        );
      })}
    </div>
  );
}
