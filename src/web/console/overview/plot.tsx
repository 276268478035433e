// A plot with its figures printed below: the picture for the eye, the table for everybody.
import type { ComponentChildren } from "preact";
import { OUTCOMES } from "../../../faq/outcome.ts";
import { sumOf } from "../../../journal/counts.ts";
import { OUTCOME_LABELS } from "../../../journal/wording.ts";
import { grouped, counted } from "../parts/format.ts";
import { Table, type Column } from "../parts/table.tsx";
import { navigate } from "../shell/router.ts";
import type { Bar, Unit } from "./bars.ts";
import type { HrefWith } from "../period/period.ts";
import { StackedBars } from "./stacked-bars.tsx";
import * as wording from "./wording.ts";
import * as styles from "./overview.module.css";

export interface PlotProps {
  readonly title: string;
  readonly unit: Unit | "hours";
  readonly bars: readonly Bar[];
  readonly questionsHref: HrefWith;
  /** Between the plot and its table. */
  readonly children?: ComponentChildren;
}

export function Plot({ title, unit, bars, questionsHref, children }: PlotProps) {
  const total = bars.reduce((sum, { counts }) => sum + sumOf(counts), 0);
  return (
    <>
      <h2>
        {title}
        {unit === "hours" ? <span class="faint"> по Москве</span> : null}
      </h2>
      {total === 0 ? (
        <p class={`${styles.quiet} faint`}>За это время вопросов не было</p>
      ) : (
        <StackedBars
          label={plotInWords(title, bars, total)}
          bars={bars}
          onBar={(bar, outcome) => navigate(questionsHref({ ...bar.params, outcome }))}
        />
      )}
      {children}
      {total === 0 ? null : <Figures title={title} unit={unit} bars={bars} href={questionsHref} />}
    </>
  );
}

function plotInWords(title: string, bars: readonly Bar[], total: number): string {
  const busiest = bars.reduce((most, bar) => (sumOf(bar.counts) > sumOf(most.counts) ? bar : most));
  return wording.plotInWords(
    title,
    counted(total, wording.QUESTION_FORMS),
    `${busiest.title} — ${sumOf(busiest.counts)}`,
  );
}

function Figures({
  title,
  unit,
  bars,
  href,
}: Pick<PlotProps, "title" | "unit" | "bars"> & { readonly href: HrefWith }) {
  const columns: readonly Column<Bar>[] = [
    { title: wording.UNITS[unit], kind: "main", cell: (bar) => bar.title },
    {
      title: "Всего",
      kind: "number",
      cell: (bar) => <a href={href(bar.params)}>{grouped(sumOf(bar.counts))}</a>,
    },
    ...OUTCOMES.map((outcome): Column<Bar> => ({
      title: OUTCOME_LABELS[outcome],
      kind: "number",
      cell: ({ counts, params }) =>
        counts[outcome] === 0 ? "0" : <a href={href({ ...params, outcome })}>{counts[outcome]}</a>,
    })),
  ];
  return (
    <details class={styles.asTable}>
      <summary>Показать таблицей</summary>
      <div class={styles.tableScroll}>
        <Table
          caption={title}
          columns={columns}
          rows={bars.filter(({ counts }) => sumOf(counts) > 0)}
          keyOf={(bar) => bar.title}
        />
      </div>
    </details>
  );
}
