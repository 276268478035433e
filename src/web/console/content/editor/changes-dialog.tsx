// What saving would do, shown before it is done: in the file, in warnings, in answers to what people asked lately.
import type { ReplyChange } from "../../../../console/content/content-api.ts";
import { Button } from "../../../shared/parts/button.tsx";
import { Dialog } from "../../../shared/parts/dialog.tsx";
import { DiffView } from "../diff-view.tsx";
import { Lines } from "../notes.tsx";
import * as styles from "./changes.module.css";
import type { Editing, Fit } from "./editing.ts";
import * as said from "./editor-wording.ts";

export function ChangesDialog({
  editing,
  onConflict,
}: {
  readonly editing: Editing;
  /** Somebody was quicker, or what was written is another: the changes are to be looked at again. */
  readonly onConflict: () => void;
}) {
  const looked = editing.looked.value;
  if (looked === undefined) return null;
  const { fit } = looked;
  const close = () => editing.look(undefined);
  const save = async () => {
    const isDone = await editing.save();
    if (isDone) return;
    close();
    onConflict();
  };
  return (
    <Dialog
      title="Что изменится"
      onClose={close}
      isWide
      foot={
        <>
          <Button onClick={close} isDisabled={editing.isSaving.value}>
            Ещё поправить
          </Button>
          <Button look="primary" icon="check" onClick={save} isDisabled={fit.diff.length === 0}>
            Сохранить
          </Button>
        </>
      }
    >
      <Changes fit={fit} />
    </Dialog>
  );
}

function Changes({ fit: { diff, warnings, replies } }: { readonly fit: Fit }) {
  return (
    <div class="stacked">
      {warnings.length === 0 ? null : (
        <section class="note warn">
          <div class="note-text">
            <h3>Предупреждения</h3>
            <p class="faint">Сохранить можно и так, но лучше поправить.</p>
            <Lines lines={warnings} />
          </div>
        </section>
      )}
      <section class="column">
        <h3>В файле</h3>
        {diff.length === 0 ? <p class="faint">В файле ничего не изменится.</p> : <DiffView diff={diff} />}
      </section>
      <section class="column">
        <h3>В ответах на недавние вопросы</h3>
        {replies.length === 0 ? (
          <p class="faint">На недавние вопросы бот ответит как раньше.</p>
        ) : (
          <ReplyChanges changes={replies} />
        )}
      </section>
    </div>
  );
}

/** More are named by their number. */
const FEW = 3;

/** What was said and what will be. */
function ReplyChanges({ changes }: { readonly changes: readonly ReplyChange[] }) {
  return (
    <ul class="column">
      {changes.map(({ weight, before, after, questions }, at) => (
        <li key={at} class="box">
          <span class={weight === "new-answer" || weight === "minor" ? "pill plain" : "pill warn"}>
            {said.WEIGHTS[weight]}
          </span>
          <p class={styles.questions}>
            {questions.slice(0, FEW).map((question) => (
              <q key={question}>{question}</q>
            ))}
            {questions.length > FEW ? <span class="faint">{said.more(questions.length - FEW)}</span> : null}
          </p>
          <dl class={styles.both}>
            <dt>Сейчас</dt>
            <dd>{said.replyInWords(before)}</dd>
            <dt>После правки</dt>
            <dd>{said.replyInWords(after)}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
