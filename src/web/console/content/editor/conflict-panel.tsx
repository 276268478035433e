// Somebody else has changed the item: what it says now, and the ways out.
import { drafts } from "../../drafts/drafts.ts";
import { Button } from "../../../shared/parts/button.tsx";
import { Icon } from "../../../shared/parts/icon.tsx";
import { showToast } from "../../../shared/parts/toast.tsx";
import { navigate } from "../../shell/router.ts";
import { keyHref, NEW_ENTRY } from "../addresses.ts";
import { resultOf } from "./check.ts";
import * as styles from "./changes.module.css";
import { onTopOf } from "./conflict.ts";
import * as said from "./editor-wording.ts";
import { asNewEntry, fieldsOf, isEntry } from "./opened.ts";
import type { EditorState } from "./use-editor.ts";

export function ConflictPanel({ editor: { opened, editing, check } }: { readonly editor: EditorState }) {
  const result = resultOf(check.state.value);
  if (result?.kind !== "conflict") return null;
  const { message, theirs } = result;
  const { edit } = opened;
  const mine = fieldsOf(edit);
  const asNew = asNewEntry(edit);
  return (
    <section
      class={`card ${styles.conflict}`}
      data-result="conflict"
      role="alert"
      tabIndex={-1}
      aria-labelledby="conflict-title"
    >
      <div class={styles.conflictHead}>
        <Icon name="warning" />
        <div>
          <h2 id="conflict-title">{said.CONFLICT}</h2>
          <p>{message}</p>
        </div>
      </div>
      {theirs !== undefined && isEntry(theirs) && isEntry(mine) ? (
        <Theirs title={said.QUESTION} theirs={theirs.question} mine={mine.question} />
      ) : null}
      {theirs === undefined ? null : <Theirs title={said.ANSWER} theirs={theirs.answer} mine={mine.answer} />}
      <div class="row">
        {theirs === undefined ? null : (
          <WayOut hint="чужие правки останутся там, где вы ничего не меняли, а фразы сложатся">
            <Button look="primary" onClick={() => editing.replace(onTopOf(edit, theirs))}>
              Мои правки поверх
            </Button>
          </WayOut>
        )}
        {theirs === undefined && asNew !== undefined ? (
          <Button
            look="primary"
            onClick={() => {
              if (!drafts.begin(asNew)) return tellBegun();
              editing.discard();
              navigate(keyHref(NEW_ENTRY), { isSameStep: true });
            }}
          >
            Сделать новой записью
          </Button>
        ) : null}
        <WayOut hint={theirs === undefined ? "" : "ваши правки этой записи пропадут"}>
          <Button onClick={() => editing.discard()}>
            {theirs === undefined ? "Удалить черновик" : "Взять из файла"}
          </Button>
        </WayOut>
      </div>
    </section>
  );
}

/** There is room for one: what is written there is not to be lost. */
function tellBegun(): void {
  const open = () => {
    navigate(keyHref(NEW_ENTRY));
    return true;
  };
  const action = { title: "Открыть её", run: open };
  showToast({
    text: "Уже начата другая новая запись, места для второй нет. Сначала сохраните или удалите её.",
    look: "bad",
    action,
  });
}

/** What the file says now, where it is not what is written here. */
function Theirs({ title, theirs, mine }: { readonly title: string; readonly theirs: string; readonly mine: string }) {
  if (theirs.trim() === mine.trim()) return null;
  return (
    <div class={styles.version}>
      <h3>
        {title} <span class="faint">сейчас в файле</span>
      </h3>
      <p>{theirs}</p>
    </div>
  );
}

function WayOut({ hint, children }: { readonly hint: string; readonly children: preact.ComponentChildren }) {
  return (
    <div class={styles.wayOut}>
      {children}
      {hint === "" ? null : <span class="faint">{hint}</span>}
    </div>
  );
}
