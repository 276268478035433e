// What was done since the page was opened: the notices go, this stays.
import { Button } from "../../shared/parts/button.tsx";
import { nowInWords } from "./guess.ts";
import type { Unanswered } from "./state.ts";
import { DONE_TITLE, UNDO, undoOf } from "./wording.ts";
import styles from "./unanswered.module.css";

export function ActionList({ state }: { readonly state: Unanswered }) {
  const actions = state.actions.value;
  if (actions.length === 0) return null;
  return (
    <section class={`card ${styles.actions}`} aria-labelledby="actions-title">
      <h2 id="actions-title">{DONE_TITLE}</h2>
      <ul>
        {actions.map((action) => (
          <li key={action.questionId} class={styles.action}>
            <div class={styles.actionText}>
              <p>{action.message}</p>
              <p class="faint">{action.now === undefined ? action.text : nowInWords(action.now)}</p>
            </div>
            {action.canUndo ? (
              <Button
                isSmall
                icon="undo"
                label={undoOf(action.text)}
                onClick={() => state.undo(action)}
              >
                {UNDO}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
