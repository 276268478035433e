// The item as people in MAX will see it, while it is being written.
import { useMemo } from "preact/hooks";
import type { Content } from "../../../../console/content/content-api.ts";
import { MaxMessage } from "../../../shared/max/max-message.tsx";
import * as said from "./editor-wording.ts";
import styles from "./editor.module.css";
import { fieldsOf, isEntry, isEntryView, neighboursOf, type Opened } from "./opened.ts";
import { entryMessage, excessOf, shownSideTopic } from "./shown-message.ts";

export function Preview({
  opened,
  content,
}: {
  readonly opened: Opened;
  readonly content: Content;
}) {
  const { edit, view } = opened;
  const message = useMemo(() => {
    const fields = fieldsOf(edit);
    const id = edit.kind === "new-entry" ? undefined : edit.id;
    if (!isEntry(fields)) return shownSideTopic(content, id ?? "", fields);
    const source = isEntryView(view) ? view.source : undefined;
    return entryMessage(content, { id, fields, source, neighbours: neighboursOf(opened) });
  }, [edit, view, content]);
  const excess = excessOf(message);
  const isEmpty = message.text.every(({ text }) => text.trim() === "");
  return (
    <aside class={styles.preview} aria-labelledby="preview-title">
      <h2 id="preview-title">{said.PREVIEW}</h2>
      <div class={styles.chat}>
        {isEmpty ? (
          <p class="faint">{said.PREVIEW_EMPTY}</p>
        ) : (
          <MaxMessage text={message.text} keyboard={message.keyboard} />
        )}
      </div>
      <p class={styles.excess} role="status">
        {excess === 0 ? "" : said.tooLong(excess)}
      </p>
    </aside>
  );
}
