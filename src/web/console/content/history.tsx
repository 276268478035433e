// The history of the content: what was changed when, and the way back.
import { useEffect } from "preact/hooks";
import type { History, PastEdit } from "../../../console/content/content-api.ts";
import { Button } from "../../shared/parts/button.tsx";
import { momentOf } from "../parts/format.ts";
import { Empty, Show } from "../parts/states.tsx";
import { useLoaded } from "../shell/loaded.ts";
import { markMoved } from "./addresses.ts";
import { DiffView } from "./diff-view.tsx";
import { undoEdit } from "./save-result.tsx";
import { ViewHead } from "./view-head.tsx";
import * as wording from "./wording.ts";

export function HistoryView() {
  const history = useLoaded<History>("content/history", {}, ["content"]);
  useEffect(() => markMoved, []);
  return (
    <>
      <ViewHead
        title={wording.HISTORY}
        hint="Что менялось из пульта и из чата: новое сверху. Любую правку можно отменить."
      />
      <Show of={history}>
        {({ edits }) =>
          edits.length === 0 ? (
            <Empty icon="clock" title="Правок пока не было">
              <p>Здесь появится каждая правка, сделанная из пульта или из чата администратора.</p>
            </Empty>
          ) : (
            <ol class="column">
              {edits.map((edit, at) => (
                <Past key={edit.editId} edit={edit} isOpen={at === 0} />
              ))}
            </ol>
          )
        }
      </Show>
    </>
  );
}

function Past({
  edit: { editId, at, title, diff, isUndone },
  isOpen,
}: {
  readonly edit: PastEdit;
  readonly isOpen: boolean;
}) {
  return (
    <li class="card column">
      <div class="apart">
        <div>
          <h2>{title}</h2>
          <time class="faint" dateTime={new Date(at).toISOString()}>
            {momentOf(at)}
          </time>
        </div>
        {isUndone ? (
          <span class="pill plain">отменена</span>
        ) : (
          <Button icon="undo" isSmall onClick={() => undoEdit(editId)} label={`Отменить: ${title}`}>
            {wording.UNDO}
          </Button>
        )}
      </div>
      {diff.length === 0 ? (
        <p class="faint">Что именно изменилось, уже не узнать: резервной копии нет.</p>
      ) : (
        <details open={isOpen}>
          <summary>Что изменилось в файле</summary>
          <DiffView diff={diff} />
        </details>
      )}
    </li>
  );
}
