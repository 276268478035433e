// The page «Проба»: a talk with the bot before anything is published.
import type { Content } from "../../../console/content/content-api.ts";
import { keyHref, listHref } from "../content/addresses.ts";
import { draftKeyOf, draftTitle } from "../drafts/draft.ts";
import { counted } from "../parts/format.ts";
import { Heading } from "../parts/heading.tsx";
import { SegmentField } from "../parts/segments.tsx";
import { useLoaded } from "../shell/loaded.ts";
import { ChatPart, MODES } from "./chat-part.tsx";
import { drafts } from "../drafts/drafts.ts";
import { talk } from "./state.ts";
import * as styles from "./try.module.css";

export function TryPage() {
  const content = useLoaded<Content>("content", {}, ["content"]);
  const known = content.kind === "loaded" ? content.value : undefined;
  return (
    <>
      <Heading title="Проба" />
      <DraftNote content={known} />
      <ChatPart content={known} />
    </>
  );
}

/** Which unsaved changes are tried, and the switch between them and what is live. */
function DraftNote({ content }: { readonly content: Content | undefined }) {
  const edits = drafts.edits.value;
  if (edits.length === 0)
    return (
      <p class={`${styles.note} faint`}>
        Несохранённых правок нет: отвечает то, что видят родители. <a href={listHref()}>Править содержание</a>
      </p>
    );
  return (
    <section class={`card ${styles.draft}`} aria-label="В черновике">
      <div class={styles.draftText}>
        <h2>{`В черновике ${counted(edits.length, ["правка", "правки", "правок"])}`}</h2>
        <ul class="row">
          {edits.map((edit) => {
            const key = draftKeyOf(edit);
            return (
              <li key={key}>
                <a href={keyHref(key)}>{draftTitle(edit, content ?? { entries: [] })}</a>
              </li>
            );
          })}
        </ul>
      </div>
      <SegmentField
        label="Кто отвечает"
        titles={[
          ["live", MODES.live],
          ["draft", MODES.draft],
        ]}
        chosen={talk.mode.value}
        onChoose={(mode) => talk.setMode(mode)}
      />
    </section>
  );
}
