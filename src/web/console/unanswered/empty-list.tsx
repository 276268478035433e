// Nothing left to do: said as the good news it is.
import type { Pool } from "../../../journal/open-group.ts";
import { useEffect, useRef } from "preact/hooks";
import type { UnansweredList } from "../../../console/unanswered/unanswered-api.ts";
import { hrefOf } from "../shell/router.ts";
import type { Unanswered } from "./state.ts";
import { EMPTY_TITLE, emptyText, toOther } from "./wording.ts";
import * as styles from "./empty-list.module.css";

export function EmptyList({
  pool,
  list,
  state,
}: {
  readonly pool: Pool;
  readonly list: UnansweredList;
  readonly state: Unanswered;
}) {
  const ref = useRef<HTMLHeadingElement>(null);
  const wanted = state.focus.value;
  useEffect(() => {
    if (wanted === undefined) return;
    ref.current?.focus();
    state.setFocus(undefined);
  }, [wanted]);
  const other: Pool = pool === "unanswered" ? "disliked" : "unanswered";
  return (
    <section class={`nothing ${styles.allDone}`}>
      <Picture />
      <h2 ref={ref} tabIndex={-1}>
        {EMPTY_TITLE[pool]}
      </h2>
      <p>{emptyText(pool, list.days)}</p>
      {list.others === 0 ? null : (
        <a class="button" href={poolHref(other)}>
          {toOther(other, list.others)}
        </a>
      )}
    </section>
  );
}

/** Each list has an address of its own. */
export function poolHref(pool: Pool): string {
  return hrefOf("unanswered", { pool: pool === "disliked" ? pool : undefined });
}

/** Two bubbles: a question, and its answer with a tick. */
function Picture() {
  return (
    <svg class={styles.allDonePicture} viewBox="0 0 200 120" aria-hidden="true">
      <path
        class={styles.bubbleAsk}
        d="M22 14h86a14 14 0 0 1 14 14v22a14 14 0 0 1-14 14H44L26 78V64h-4A14 14 0 0 1 8 50V28a14 14 0 0 1 14-14Z"
      />
      <path class={styles.bubbleLine} d="M28 32h66M28 46h42" />
      <path
        class={styles.bubbleAnswer}
        d="M92 46h86a14 14 0 0 1 14 14v24a14 14 0 0 1-14 14h-6v14l-18-14H92a14 14 0 0 1-14-14V60a14 14 0 0 1 14-14Z"
      />
      <path class={styles.bubbleTick} d="m120 72 11 11 20-23" />
      <path class={styles.spark} d="M150 14v12m-6-6h12M170 26v8m-4-4h8M60 96v10m-5-5h10" />
    </svg>
  );
}
