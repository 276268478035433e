// The page «Содержание»: the list, the editor of one item, a new entry, the history.
import { useEffect } from "preact/hooks";
import type { Content } from "../../../console/content/content-api.ts";
import { drafts } from "../drafts/drafts.ts";
import { Heading } from "../parts/heading.tsx";
import { Show } from "../parts/states.tsx";
import { useLoaded } from "../shell/loaded.ts";
import { route } from "../shell/router.ts";
import { HISTORY, markMoved } from "./addresses.ts";
import { Editor } from "./editor/editor.tsx";
import { HistoryView } from "./history.tsx";
import { ListView } from "./list/list-view.tsx";
import { lastSaved, openedOf } from "./editor/opened.ts";
import { PasteHost } from "./save-result.tsx";
import { ViewHead } from "./view-head.tsx";
import { TITLE } from "./wording.ts";

export function ContentPage() {
  const [view = ""] = route.value.rest;
  // Also while the history is shown: the way back is at once.
  const content = useLoaded<Content>("content", {}, ["content"]);
  return (
    <>
      {view === HISTORY ? (
        <HistoryView />
      ) : (
        <>
          {content.kind === "loaded" ? null : <Heading title={TITLE} />}
          <Show of={content}>{(value) => <View key={view} view={view} content={value} />}</Show>
        </>
      )}
      <PasteHost />
    </>
  );
}

function View({ view, content }: { readonly view: string; readonly content: Content }) {
  useEffect(() => {
    // A version may come back, as by an undo: what was saved then is not what it says.
    if (lastSaved.value?.version !== content.version) lastSaved.value = undefined;
  }, [content.version]);
  useEffect(() => markMoved, []);
  if (view === "") return <ListView content={content} />;
  const opened = openedOf(view, content, {
    drafts: drafts.all.value,
    saved: lastSaved.value,
  });
  if (opened === undefined)
    return <ViewHead title="Такой записи нет" hint="Возможно, её удалили или переименовали в файле." />;
  return <Editor opened={opened} content={content} />;
}
