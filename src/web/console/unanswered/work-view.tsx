// What was done with questions since the page was opened, and the lines that somebody has to write into the file.
import { Button } from "../../shared/parts/button.tsx";
import { PasteDialog } from "../parts/paste-dialog.tsx";
import * as styles from "./groups.module.css";
import { nowInWords } from "./guess.tsx";
import * as wording from "./wording.ts";
import type { Work } from "./work.ts";

export function WorkView({ work }: { readonly work: Work }) {
  return (
    <>
      <ActionList work={work} />
      <PasteTask work={work} />
    </>
  );
}

function PasteTask({ work }: { readonly work: Work }) {
  const task = work.paste.value;
  if (task === undefined) return null;
  const { result, close, isAsked } = task;
  const onPasted = isAsked ? { onPasted: () => close(true) } : {};
  return <PasteDialog result={result} onClose={() => close(false)} {...onPasted} />;
}

/** What was done since the page was opened: the notices go, this stays. */
function ActionList({ work }: { readonly work: Work }) {
  const actions = work.actions.value;
  if (actions.length === 0) return null;
  return (
    <section class={`card ${styles.actions}`} aria-labelledby="actions-title">
      <h2 id="actions-title">Сделано только что</h2>
      <ul>
        {actions.map((action) => (
          <li key={action.questionId} class={styles.action}>
            <div class={styles.actionText}>
              <p>{action.message}</p>
              <p class="faint">{action.now === undefined ? action.text : nowInWords(action.now)}</p>
            </div>
            {action.canUndo ? (
              <Button isSmall icon="undo" label={wording.undoOf(action.text)} onClick={() => work.undo(action)}>
                {wording.UNDO}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
