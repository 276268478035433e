// The answers before and after, a row a question, to look through and to take along.
import { Button } from "../../shared/parts/button.tsx";
import { Empty } from "../parts/states.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { replyInWords, weightInWords, type CompareRow, rowsCsv, rowsText } from "./compare-rows.ts";
import type { Outcome } from "./comparison.ts";
import { comparison } from "./state.ts";
import * as wording from "./wording.ts";
import * as styles from "./compare.module.css";

export function CompareTable({ outcome }: { readonly outcome: Outcome }) {
  const { questions, changed, hasDraft, source } = outcome;
  const { shown, isOnlyChanged, isOutdated } = comparison;
  const rows = shown.value;
  return (
    <section class={`card ${styles.result}`} aria-label={wording.TABLE_LABEL}>
      {isOutdated.value ? <p class="note warn">{wording.OUTDATED}</p> : null}
      <div class={styles.tools}>
        <p role="status">
          {hasDraft ? wording.comparedInWords(questions, changed) : wording.askedInWords(questions)}
        </p>
        {hasDraft && source === "list" ? (
          <label class={styles.only}>
            <input
              type="checkbox"
              checked={isOnlyChanged.value}
              onChange={({ currentTarget: { checked } }) => {
                isOnlyChanged.value = checked;
              }}
            />
            {wording.ONLY_CHANGED}
          </label>
        ) : null}
        {rows.length === 0 ? null : <Downloads rows={rows} hasDraft={hasDraft} />}
      </div>
      {rows.length > 0 ? (
        <Table
          caption={wording.TABLE_LABEL}
          columns={hasDraft ? COLUMNS : LIVE_COLUMNS}
          rows={rows}
          keyOf={({ question }) => question}
        />
      ) : (
        <Empty icon="check" title={wording.NOTHING_CHANGES}>
          <p>{wording.NOTHING_CHANGES_HINT}</p>
        </Empty>
      )}
    </section>
  );
}

const QUESTION: Column<CompareRow> = {
  title: wording.QUESTION,
  cell: ({ question }) => question,
  kind: "main",
};

const LOOKS = { "other-answer": "warn", "lost-answer": "bad", "new-answer": "good", minor: "" };

const COLUMNS: readonly Column<CompareRow>[] = [
  QUESTION,
  {
    title: wording.CHANGE,
    cell: ({ weight }) => (
      <span class={`pill ${weight === undefined ? "plain" : LOOKS[weight]}`}>
        {weightInWords(weight)}
      </span>
    ),
  },
  { title: wording.BEFORE, cell: ({ before }) => replyInWords(before) },
  {
    title: wording.AFTER,
    cell: ({ weight, after }) => (weight === undefined ? "—" : replyInWords(after)),
  },
];

const LIVE_COLUMNS: readonly Column<CompareRow>[] = [
  QUESTION,
  { title: wording.ANSWER, cell: ({ before }) => replyInWords(before) },
];

function Downloads({
  rows,
  hasDraft,
}: {
  readonly rows: readonly CompareRow[];
  readonly hasDraft: boolean;
}) {
  return (
    <div class={styles.downloads}>
      <Button
        isSmall
        icon="down"
        onClick={() => download(wording.CSV_FILE, rowsCsv(rows, hasDraft))}
      >
        {wording.DOWNLOAD_CSV}
      </Button>
      <Button
        isSmall
        icon="down"
        onClick={() => download(wording.TEXT_FILE, rowsText(rows, hasDraft))}
      >
        {wording.DOWNLOAD_TEXT}
      </Button>
    </div>
  );
}

/** As long as a browser may take to begin. */
const KEPT_MS = 60_000;

/** Hands a text to the browser as a file; nothing is sent anywhere. */
function download(name: string, text: string): void {
  const type = name.endsWith(".csv") ? "text/csv" : "text/plain";
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
