// A list of questions, asked before and after the draft.
import { useId } from "preact/hooks";
import { Button } from "../../shared/parts/button.tsx";
import { SegmentField } from "../parts/segments.tsx";
import { CompareTable } from "./compare-table.tsx";
import { type Source, MOST_QUESTIONS, pastedQuestions } from "./comparison.ts";
import { comparison, tried } from "./state.ts";
import { FaultText } from "./fault-text.tsx";
import * as wording from "./wording.ts";
import * as styles from "./compare.module.css";

export function ComparePart() {
  const { source, fault } = comparison;
  const hasDraft = tried.value.length > 0;
  const isJournal = source.value === "journal";
  return (
    <div class="stacked">
      <form
        class={`card ${styles.form}`}
        onSubmit={(event) => event.preventDefault()}
        aria-labelledby="compare-title"
      >
        <h2 id="compare-title">{hasDraft ? wording.COMPARE_TITLE : wording.COMPARE_TITLE_LIVE}</h2>
        <SegmentField
          label={wording.FROM_LABEL}
          titles={SOURCES}
          chosen={source.value}
          onChoose={(kind) => {
            source.value = kind;
          }}
        />
        {isJournal ? (
          <p class="faint">{hasDraft ? wording.JOURNAL_HINT : wording.JOURNAL_NEEDS_DRAFT}</p>
        ) : (
          <QuestionsField />
        )}
        {fault.value === undefined ? null : (
          <div class={`note bad ${styles.fault}`} role="alert">
            <FaultText fault={fault.value} />
          </div>
        )}
        <div>
          <Button
            look="primary"
            isDisabled={isJournal && !hasDraft}
            onClick={() => comparison.run()}
          >
            {hasDraft ? wording.RUN : wording.RUN_LIVE}
          </Button>
        </div>
      </form>
      {comparison.outcome.value === undefined ? null : (
        <CompareTable outcome={comparison.outcome.value} />
      )}
    </div>
  );
}

const SOURCES: readonly (readonly [Source, string])[] = [
  ["list", wording.FROM_LIST],
  ["journal", wording.FROM_JOURNAL],
];

function QuestionsField() {
  const id = useId();
  const { text } = comparison;
  const { leftOut } = pastedQuestions(text.value);
  return (
    <div class={styles.questions}>
      <label for={id}>{wording.QUESTIONS_LABEL}</label>
      <textarea
        id={id}
        rows={6}
        placeholder={wording.QUESTIONS_HINT}
        value={text.value}
        onInput={({ currentTarget: { value } }) => {
          text.value = value;
        }}
      />
      {leftOut === 0 ? null : <p class="faint">{wording.tooMany(MOST_QUESTIONS)}</p>}
    </div>
  );
}
