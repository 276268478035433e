// The editor of one item: its fields, how MAX will show it, what is wrong with it, and the way into the file.
import { useEffect } from "preact/hooks";
import type { Content } from "../../../../console/content/content-api.ts";
import { Icon } from "../../../shared/parts/icon.tsx";
import { guardLeave } from "../../shell/router.ts";
import { titleOfSideTopic } from "../items.ts";
import { FaultLines, WarningsNote } from "../notes.tsx";
import { ViewHead } from "../view-head.tsx";
import { NEW_ENTRY, votesInWords } from "../wording.ts";
import { ChangesDialog } from "./changes-dialog.tsx";
import { resultOf } from "./check.ts";
import { ConflictPanel } from "./conflict-panel.tsx";
import { EditorBar } from "./editor-bar.tsx";
import * as styles from "./editor.module.css";
import * as said from "./editor-wording.ts";
import { ItemForm } from "./item-form.tsx";
import { isEntryView, type Opened } from "./opened.ts";
import { Preview } from "./preview.tsx";
import { useEditor } from "./use-editor.ts";

export function Editor({ opened: kept, content }: { readonly opened: Opened; readonly content: Content }) {
  const editor = useEditor(kept, content);
  const { editing, opened } = editor;
  const result = resultOf(editor.check.state.value);
  useEffect(() => guardLeave(editor.hasUnsaved, said.LEAVE_QUESTION), []);
  return (
    <div class="stacked">
      <Head opened={opened} />
      <ConflictPanel editor={editor} />
      <div class={styles.columns}>
        <form
          class={styles.form}
          // Saved: what would be typed now would go nowhere.
          inert={editing.leaving.value !== undefined}
          onSubmit={(event) => event.preventDefault()}
        >
          <ItemForm editor={editor} content={content} />
          {result?.kind === "unfit" ? (
            <section class={`note bad ${styles.problems}`} data-result="unfit" tabIndex={-1} aria-label={said.UNFIT}>
              <FaultLines title={said.UNFIT} lines={result.lines} />
            </section>
          ) : null}
        </form>
        <Preview opened={opened} content={content} />
      </div>
      <EditorBar editor={editor} />
      <ChangesDialog editing={editing} onConflict={editor.recheck} />
    </div>
  );
}

/** More warnings would push the fields out of sight. */
const FEW = 2;

/** What is edited, and how it has done so far. */
function Head({ opened: { edit, view } }: { readonly opened: Opened }) {
  if (edit.kind === "new-entry") {
    return <ViewHead title={NEW_ENTRY} hint={edit.from && said.FROM_HINT[edit.from.pool]} />;
  }
  if (view === undefined) return <ViewHead title={edit.id} />;
  const title = isEntryView(view) ? view.fields.question : titleOfSideTopic(view.id, view.fields);
  const { asked, up, down, warnings } = view;
  return (
    <>
      <ViewHead title={title} />
      <div class={`row ${styles.facts}`}>
        <span class="pill plain">
          <span class="hidden-label">Имя в файле: </span>
          <code>{edit.id}</code>
        </span>
        <span class="pill plain">
          <Icon name="questions" size={15} />
          {said.askedInWords(asked)}
        </span>
        {up + down === 0 ? null : (
          <span class={down >= up ? "pill bad" : "pill good"}>
            <Icon name="up" size={15} />
            {votesInWords(up, down)}
          </span>
        )}
      </div>
      <WarningsNote title="Что советует поправить проверка" warnings={warnings} isOpen={warnings.length <= FEW} />
    </>
  );
}
