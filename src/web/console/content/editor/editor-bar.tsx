// The bar at the bottom of the editor: the status of the draft, and what can be done with it.
import { Button } from "../../../shared/parts/button.tsx";
import { askConfirm } from "../../parts/confirm.tsx";
import { Icon } from "../../../shared/parts/icon.tsx";
import { hrefOf, navigate } from "../../shell/router.ts";
import * as said from "./editor-wording.ts";
import * as styles from "./editor.module.css";
import type { EditorState } from "./use-editor.ts";

export function EditorBar({ editor }: { readonly editor: EditorState }) {
  const { opened, editing, isChanged } = editor;
  const { look, text } = draftStatus(editor);
  const discard = async () => {
    const isNew = opened.edit.kind === "new-entry";
    const isSure = await askConfirm({
      title: "Отменить правки?",
      text: isNew
        ? "Ненаписанная до конца запись пропадёт."
        : "Черновик этой записи пропадёт, в боте останется то, что есть сейчас.",
      confirm: said.DISCARD,
      cancel: "Продолжить",
      isDangerous: true,
    });
    if (isSure) editing.discard();
  };
  return (
    <div class={styles.bar} role="group" aria-label="Черновик">
      <div class={styles.status}>
        <p class={`row ${styles.statusText}`} data-tone={look} role="status">
          {look === "plain" ? null : <Icon name={look === "good" ? "check" : "warning"} size={18} />}
          <span>{text}</span>
        </p>
        {opened.hasDraft ? <p class="faint wide-only">Черновик хранится в этом браузере</p> : null}
      </div>
      <div class={`row ${styles.buttons}`}>
        {opened.hasDraft ? (
          <>
            <Button look="quiet" icon="undo" onClick={discard}>
              {said.DISCARD}
            </Button>
            <Button icon="try" onClick={() => navigate(hrefOf("try"), { isPartOfWork: true })}>
              Опробовать
            </Button>
          </>
        ) : null}
        <Button look="primary" isDisabled={!isChanged} onClick={editor.look}>
          Показать изменения
        </Button>
      </div>
    </div>
  );
}

interface DraftStatus {
  readonly look: "plain" | "good" | "warn" | "bad";
  readonly text: string;
}

/** In a line. */
function draftStatus({ opened, editing, check, faults, hasTried }: EditorState): DraftStatus {
  if (editing.leaving.value !== undefined) return { look: "good", text: "Сохранено, обновляется…" };
  if (!opened.hasDraft) return { look: "plain", text: said.UNCHANGED };
  if (faults.length > 0) {
    return { look: hasTried ? "bad" : "plain", text: said.faultsInWords(faults.length, hasTried) };
  }
  const state = check.state.value;
  switch (state.kind) {
    case "idle":
      return { look: "plain", text: said.UNCHANGED };
    case "checking":
      return { look: "plain", text: "Проверяется…" };
    case "failed":
      return { look: "bad", text: state.message };
    case "checked":
      break;
  }
  const { result } = state;
  switch (result.kind) {
    case "unfit":
      return { look: "bad", text: said.UNFIT };
    case "conflict":
      return { look: "bad", text: said.CONFLICT };
    case "fit": {
      const { diff, warnings, replies } = result;
      if (diff.length === 0) return { look: "plain", text: said.UNCHANGED };
      const asked = replies.reduce((sum, { questions }) => sum + questions.length, 0);
      const text = said.fitInWords(warnings.length, asked);
      return { look: warnings.length > 0 ? "warn" : "good", text };
    }
  }
}
