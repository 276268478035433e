// The cards, with the focus where the work goes on.
import { useEffect, useRef } from "preact/hooks";
import type { Content } from "../../../console/content/content-api.ts";
import { GroupCard } from "./group-card.tsx";
import { CARD, type UnansweredPage } from "./open-page.ts";
import { KEYS_HINT, LIST_LABEL, TEACH_HINT } from "./wording.ts";
import * as styles from "./groups.module.css";

export function GroupList({
  page,
  content,
}: {
  readonly page: UnansweredPage;
  readonly content: Content | undefined;
}) {
  const { state } = page;
  const ref = useRef<HTMLOListElement>(null);
  const wanted = state.focus.value;
  useEffect(() => {
    if (wanted === undefined || wanted === "empty") return;
    const card = ref.current?.querySelector<HTMLElement>(`[${CARD}="${CSS.escape(wanted)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
    state.setFocus(undefined);
  }, [wanted, state.groups.value]);
  return (
    <section class={styles.groups} aria-label={LIST_LABEL}>
      <p class="faint">
        {TEACH_HINT[state.pool.value]} <span class={styles.keysHint}>{KEYS_HINT}</span>
      </p>
      <ol ref={ref} class={styles.list}>
        {state.groups.value.map((group) => (
          <GroupCard key={group.questionId} page={page} group={group} content={content} />
        ))}
      </ol>
    </section>
  );
}
