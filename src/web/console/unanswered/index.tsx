// The page «Без ответа»: what people asked in vain, worked down group by group.
import { useEffect, useMemo } from "preact/hooks";
import type { Content } from "../../../console/content/content-api.ts";
import { POOLS, type Pool } from "../../../journal/open-group.ts";
import { Heading } from "../parts/heading.tsx";
import { PasteDialog } from "../parts/paste-dialog.tsx";
import { SegmentLinks } from "../parts/segments.tsx";
import { Failed, Skeleton } from "../parts/states.tsx";
import { changes } from "../shell/live.ts";
import { useLoaded, useRetry } from "../shell/loaded.ts";
import { route } from "../shell/router.ts";
import { DismissDialog } from "./dismiss-dialog.tsx";
import { EmptyList, poolHref } from "./empty-list.tsx";
import { GroupList } from "./group-list.tsx";
import { openPage } from "./open-page.ts";
import { PickerDialog } from "./picker-dialog.tsx";
import type { Unanswered } from "./state.ts";
import { heading, POOL_TITLES, POOLS_LABEL, TITLE, DONE_TITLE, UNDO, undoOf } from "./wording.ts";
import { Button } from "../../shared/parts/button.tsx";
import { nowInWords } from "./guess.tsx";
import * as styles from "./groups.module.css";

export function UnansweredPage() {
  const pool: Pool = route.value.params.get("pool") === "disliked" ? "disliked" : "unanswered";
  const page = useMemo(() => openPage(pool), []);
  const { state, opened } = page;
  const content = useLoaded<Content>("content", {}, ["content"]);
  const known = content.kind === "loaded" ? content.value : undefined;
  const version = `${changes.journal.value} ${changes.content.value}`;
  useEffect(() => {
    // By "back", say, though a dialog of the other list lies over it.
    opened.value = undefined;
    void state.show(pool);
  }, [pool]);
  useEffect(() => void state.load(), [version]);
  useRetry(state.trouble.value, () => state.load());

  const list = state.list.value;
  const dialog = opened.value;
  return (
    <>
      <Heading
        title={TITLE}
        hint={list === undefined || list.total === 0 ? undefined : heading(list.total, list.days)}
      >
        <SegmentLinks
          label={POOLS_LABEL}
          options={POOLS.map((one) => ({
            title: POOL_TITLES[one],
            href: poolHref(one),
            isChosen: one === pool,
            count: one === pool ? list?.total : list?.others,
          }))}
        />
      </Heading>
      {state.trouble.value !== undefined && list === undefined ? (
        <Failed message={state.trouble.value.message} onRetry={() => state.load()} />
      ) : list === undefined ? (
        <Skeleton />
      ) : state.groups.value.length === 0 ? (
        <EmptyList pool={pool} list={list} state={state} />
      ) : (
        <GroupList page={page} content={known} />
      )}
      <ActionList state={state} />
      {dialog?.kind === "picker" && known !== undefined ? (
        <PickerDialog page={page} group={dialog.group} content={known} />
      ) : null}
      {dialog?.kind === "dismiss" ? (
        <DismissDialog page={page} group={dialog.group} content={known} />
      ) : null}
      <PasteTask state={state} />
    </>
  );
}

function PasteTask({ state }: { readonly state: Unanswered }) {
  const task = state.paste.value;
  if (task === undefined) return null;
  const onPasted = task.request === undefined ? {} : { onPasted: () => state.markPasted() };
  return <PasteDialog result={task} onClose={() => state.closePaste()} {...onPasted} />;
}

/** What was done since the page was opened: the notices go, this stays. */
function ActionList({ state }: { readonly state: Unanswered }) {
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
