// The messages that could not be handled: they are tried again, or dropped for good.
import { useState } from "preact/hooks";
import type { DeadLetterRequest, DeadLetterView } from "../../../console/state/state-api.ts";
import { Button } from "../../shared/parts/button.tsx";
import { askConfirm } from "../parts/confirm.tsx";
import { momentOf } from "../parts/format.ts";
import { Icon } from "../../shared/parts/icon.tsx";
import { Table } from "../parts/table.tsx";
import { showToast } from "../../shared/parts/toast.tsx";
import { post } from "../shell/api-client.ts";
import * as wording from "./wording.ts";
import * as styles from "./state.module.css";

export function DeadLettersCard({
  deadLetters,
  onDone,
}: {
  readonly deadLetters: readonly DeadLetterView[];
  readonly onDone: () => void;
}) {
  return (
    <section class="card">
      <h2>{wording.DEAD_LETTERS}</h2>
      {deadLetters.length === 0 ? (
        <p class={styles.lettersNone}>
          <Icon name="check" /> {wording.DEAD_LETTERS_NONE}
        </p>
      ) : (
        <>
          <p class={`faint ${styles.lettersHint}`}>{wording.DEAD_LETTERS_HINT}</p>
          <Table
            caption={wording.DEAD_LETTERS}
            rows={deadLetters}
            keyOf={({ id }) => id}
            columns={[
              { title: wording.DEAD_LETTER_WHAT, kind: "main", cell: ({ title }) => title },
              { title: wording.DEAD_LETTER_WHEN, cell: ({ at }) => momentOf(at) },
              { title: wording.DEAD_LETTER_WHY, cell: ({ error }) => error },
              {
                title: wording.DEAD_LETTER_DO,
                cell: ({ id }) => <LetterButtons id={id} of={deadLetters} onDone={onDone} />,
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

function LetterButtons({
  id,
  of,
  onDone,
}: {
  readonly id: number;
  /** The list that it stands in: done once, there is nothing to do until the next one comes. */
  readonly of: readonly DeadLetterView[];
  readonly onDone: () => void;
}) {
  const [doneIn, setDoneIn] = useState<readonly DeadLetterView[]>();
  const isDisabled = doneIn === of;
  const send = async (what: "retry" | "drop") => {
    const body: DeadLetterRequest = { id };
    const answer = await post<{ readonly message: string }>(`state/dead-letters/${what}`, body);
    if (answer.kind === "ok") {
      setDoneIn(of);
      showToast({ text: answer.value.message, look: "good" });
    } else showToast({ text: answer.message, look: "bad" });
    onDone();
  };
  const drop = async () => {
    const isSure = await askConfirm({
      title: wording.DROP_TITLE,
      text: wording.DROP_TEXT,
      confirm: wording.DROP,
      isDangerous: true,
    });
    if (isSure) await send("drop");
  };
  return (
    <span class={styles.letterButtons}>
      <Button isSmall icon="retry" isDisabled={isDisabled} onClick={() => send("retry")}>
        {wording.RETRY}
      </Button>
      <Button isSmall icon="trash" isDisabled={isDisabled} onClick={drop}>
        {wording.DROP}
      </Button>
    </span>
  );
}
