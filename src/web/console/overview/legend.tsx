// What the colours of a plot stand for, with the figures themselves: each leads to its questions.
import { OUTCOMES } from "../../../faq/outcome.ts";
import { sumOf, type Counts } from "../../../journal/counts.ts";
import { OUTCOME_LABELS, percent } from "../../../journal/wording.ts";
import { OUTCOME_LOOKS } from "../parts/outcomes.ts";
import { grouped } from "../parts/format.ts";
import type { QuestionsHref } from "./questions-href.ts";

export function Legend({
  counts,
  questionsHref,
}: {
  readonly counts: Counts;
  readonly questionsHref: QuestionsHref;
}) {
  const total = sumOf(counts);
  return (
    <ul class="legend">
      {OUTCOMES.map((outcome) => (
        <li key={outcome}>
          <a class="legend-part" href={questionsHref({ outcome })}>
            <span
              class="swatch"
              style={{ background: `var(${OUTCOME_LOOKS[outcome].colour})` }}
              aria-hidden="true"
            />
            <span>{OUTCOME_LABELS[outcome]}</span>
            <strong class="number">{grouped(counts[outcome])}</strong>
            <span class="faint number">{percent(counts[outcome], total)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
