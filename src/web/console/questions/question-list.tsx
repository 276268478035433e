// The questions found, a page at a time; what comes in meanwhile appears at the top.
import { useState } from "preact/hooks";
import type { Titled } from "../../../console/api.ts";
import type { JournalRow, QuestionPage } from "../../../console/figures/figures-api.ts";
import { Button } from "../../shared/parts/button.tsx";
import { showToast } from "../../shared/parts/toast.tsx";
import { get, type Params } from "../shell/api-client.ts";
import { withPage, type Rows } from "./rows.ts";
import { OUTCOME_LABELS } from "../../../journal/wording.ts";
import { keyHref } from "../content/addresses.ts";
import { sideTopicKey, entryKey } from "../content/items.ts";
import { OUTCOME_LOOKS } from "../parts/outcomes.ts";
import { momentOf, share } from "../parts/format.ts";
import type { Teaching } from "../unanswered/page.ts";
import * as wording from "./wording.ts";
import * as styles from "./questions.module.css";

export function QuestionList({
  first,
  asked,
  isStale,
  teaching,
}: {
  readonly teaching: Teaching;
  readonly first: QuestionPage;
  readonly asked: Params;
  /** These are still the questions of another filter: what follows them is not what is asked for now. */
  readonly isStale: boolean;
}) {
  const [further, setFurther] = useState<Rows | undefined>();
  const { rows, next } = withPage(first, further);
  const more = async () => {
    const answer = await get<QuestionPage>("questions", { ...asked, before: next });
    if (answer.kind === "failed") showToast({ text: answer.message, look: "bad" });
    else setFurther({ rows: [...rows, ...answer.value.questions], next: answer.value.next });
  };
  return (
    <>
      <ol class={styles.list} aria-label="Вопросы, сначала новые">
        {rows.map((row: JournalRow) => (
          <QuestionRow key={row.id} row={row} teaching={teaching} />
        ))}
      </ol>
      {next === undefined || isStale ? null : (
        <div class={styles.more}>
          <Button onClick={more}>Показать ещё</Button>
          <p class="paper-only faint">{wording.onPaper(rows.length, first.total)}</p>
        </div>
      )}
    </>
  );
}

/** One question: when, what, and what came of it. */
function QuestionRow({ row, teaching }: { readonly row: JournalRow; readonly teaching: Teaching }) {
  const { at, text, outcome, place, vote, handled } = row;
  return (
    <li class={styles.row}>
      <p class={styles.text}>{text}</p>
      <div class={styles.when}>
        <time class="faint" dateTime={new Date(at).toISOString()}>
          {momentOf(at)}
        </time>
        <TeachButton row={row} teaching={teaching} />
      </div>
      <p class={`row ${styles.outcome}`}>
        <span class={`pill ${OUTCOME_LOOKS[outcome].pill}`}>{OUTCOME_LABELS[outcome]}</span>
        {vote === "down" ? <span class="pill bad">Ответ не помог</span> : null}
        <Answered row={row} />
        <span class={`${styles.about} faint`}>
          <span>{place === "group" ? "чат класса" : "личный чат"}</span>
          <Certainty row={row} />
          {handled === undefined ? null : <span data-tone="good">{handled}</span>}
        </span>
      </p>
    </li>
  );
}

/** "This should have been…": one door to all that can be done about a question. */
function TeachButton({
  row: { id: questionId, text, outcome, phrase },
  teaching: { work, opened },
}: {
  readonly row: JournalRow;
  readonly teaching: Teaching;
}) {
  const isAnswered = outcome !== "none" && outcome !== "suggest";
  const question = { questionId, text, phrase, otherTexts: [], isAnswered };
  return (
    <Button
      isSmall
      look="quiet"
      icon="edit"
      label={`${wording.TEACH}: ${text}`}
      isBusy={work.busy.value.includes(questionId)}
      onClick={() => {
        opened.value = { kind: "picker", question };
      }}
    >
      {wording.TEACH}
    </Button>
  );
}

function Answered({ row: { outcome, item, chosen } }: { readonly row: JournalRow }) {
  if (chosen !== undefined) {
    return (
      <span>
        помогла подсказка: <ItemLink item={chosen} outcome="answer" />
      </span>
    );
  }
  if (outcome === "suggest") return <span class="faint">ни один вариант не выбран</span>;
  return item === undefined ? null : <ItemLink item={item} outcome={outcome} />;
}

function ItemLink({
  item: { id, title },
  outcome,
}: {
  readonly item: Titled;
  readonly outcome: JournalRow["outcome"];
}) {
  // Small talk is not worth a way.
  if (outcome === "smalltalk") return null;
  return <a href={keyHref(outcome === "topic" ? sideTopicKey(id) : entryKey(id))}>{title}</a>;
}

function Certainty({ row: { outcome, confidence } }: { readonly row: JournalRow }) {
  if (confidence === undefined || outcome === "smalltalk") return null;
  return <span>уверенность {share(confidence)}</span>;
}
