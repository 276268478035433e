// What was done since the page was opened: the notices go, this stays.
import { Button } from "../../shared/parts/button.tsx";
import { nowInWords } from "./guess.ts";
import type { Unanswered } from "./state.ts";
import { DONE_TITLE, UNDO, undoOf } from "./wording.ts";

export function DeedList({ state }: { readonly state: Unanswered }) {
  const deeds = state.deeds.value;
  if (deeds.length === 0) return null;
  return (
    <section class="card deeds" aria-labelledby="deeds-title">
      <h2 id="deeds-title">{DONE_TITLE}</h2>
      <ul>
        {deeds.map((deed) => (
          <li key={deed.questionId} class="deed">
            <div class="deed-text">
              <p>{deed.message}</p>
              <p class="faint">{deed.now === undefined ? deed.text : nowInWords(deed.now)}</p>
            </div>
            {deed.canUndo ? (
              <Button
                isSmall
                icon="undo"
                label={undoOf(deed.text)}
                onClick={() => state.undo(deed)}
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
