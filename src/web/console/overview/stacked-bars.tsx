// Stacked bars, for the eye: each part leads to its questions. The table below them is for everybody.
import { OUTCOMES, type Outcome } from "../../../faq/outcome.ts";
import { sumOf } from "../../../journal/counts.ts";
import { OUTCOME_LABELS } from "../../../journal/wording.ts";
import { grouped } from "../parts/format.ts";
import { OUTCOME_LOOKS } from "../parts/outcomes.ts";
import type { Bar } from "./bars.ts";
import * as styles from "./plot.module.css";

/** More would run into each other on a phone. */
const MOST_LABELS = 8;

export function StackedBars({
  label,
  bars,
  onBar,
}: {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** Undefined for the whole bar. */
  readonly onBar: (bar: Bar, outcome?: Outcome) => void;
}) {
  const step = stepOf(Math.max(...bars.map(({ counts }) => sumOf(counts))));
  const lines = Math.ceil(Math.max(...bars.map(({ counts }) => sumOf(counts))) / step);
  const percent = (count: number) => `${(count / (lines * step)) * 100}%`;
  const nth = Math.ceil(bars.length / MOST_LABELS);
  return (
    <div class={styles.bars} role="img" aria-label={label}>
      {Array.from({ length: lines + 1 }, (_, line) => (
        <span key={line} class={styles.line} style={{ bottom: percent(line * step) }}>
          {grouped(line * step)}
        </span>
      ))}
      {bars.map((bar, at) => (
        <span key={bar.title} class={styles.bar} title={inWords(bar)} onClick={() => onBar(bar)}>
          {OUTCOMES.map((outcome) => (
            <span
              key={outcome}
              class={styles.part}
              data-outcome={outcome}
              style={{
                height: percent(bar.counts[outcome]),
                background: `var(${OUTCOME_LOOKS[outcome].colour})`,
              }}
              onClick={(event) => {
                event.stopPropagation();
                onBar(bar, outcome);
              }}
            />
          ))}
          {at % nth === 0 ? <span class={styles.label}>{bar.label}</span> : null}
        </span>
      ))}
    </div>
  );
}

/** Between two lines, so that there are two to five of them: 1, 2 or 5, of ones, tens, hundreds. */
function stepOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  const steps = [0.2, 0.5, 1, 2].map((part) => part * power);
  return steps.find((step) => step >= 1 && most / step <= 5) ?? 1;
}

function inWords({ title, counts }: Bar): string {
  const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const lines = parts.map((outcome) => `${OUTCOME_LABELS[outcome]}: ${counts[outcome]}`);
  return [`${title}: ${sumOf(counts)}`, ...lines.toReversed()].join("\n");
}
