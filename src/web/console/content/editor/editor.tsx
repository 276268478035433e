// The editor of one item: its fields, how MAX will show it, what is wrong with it, and the way into the file.
import { useEffect } from "preact/hooks";
import type { Content } from "../../../../console/content/content-api.ts";
import { guardLeave } from "../../shell/router.ts";
import { SideTopicForm } from "./side-topic-form.tsx";
import { ChangesDialog } from "./changes-dialog.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import { EditorBar } from "./editor-bar.tsx";
import { EditorHead } from "./editor-head.tsx";
import { LEAVE_QUESTION } from "./editor-wording.ts";
import { EntryForm } from "./entry-form.tsx";
import { fieldsOf, isEntry, type Opened } from "./opened.ts";
import { Preview } from "./preview.tsx";
import { ProblemsNote } from "./problems-note.tsx";
import { useDesk } from "./use-desk.ts";

export interface EditorProps {
  readonly opened: Opened;
  readonly content: Content;
}

export function Editor(props: EditorProps) {
  const { content } = props;
  const desk = useDesk(props);
  const { editing, opened } = desk;
  const fields = fieldsOf(opened.edit);
  useEffect(() => guardLeave(desk.hasUnsaved, LEAVE_QUESTION), []);
  return (
    <div class="editor">
      <EditorHead opened={opened} />
      <ConflictPanel desk={desk} opened={opened} content={content} />
      <div class="editor-columns">
        <form
          class="editor-form"
          // Saved: what would be typed now would go nowhere.
          inert={editing.leaving.value !== undefined}
          onSubmit={(event) => event.preventDefault()}
        >
          {isEntry(fields) ? (
            <EntryForm desk={desk} opened={opened} fields={fields} content={content} />
          ) : (
            <SideTopicForm desk={desk} opened={opened} fields={fields} />
          )}
          <ProblemsNote check={desk.check.state} />
        </form>
        <Preview opened={opened} content={content} />
      </div>
      <EditorBar desk={desk} opened={opened} />
      <ChangesDialog editing={editing} onConflict={desk.recheck} />
    </div>
  );
}
