// Which of the two lists is shown: links, so that each has an address of its own.
import { POOLS, type Pool } from "../../../journal/open-group.ts";
import type { UnansweredList } from "../../../console/api.ts";
import { hrefOf } from "../shell/router.ts";
import { POOL_TITLES, POOLS_LABEL } from "./wording.ts";

export function PoolTabs({
  pool,
  list,
}: {
  readonly pool: Pool;
  readonly list: UnansweredList | undefined;
}) {
  return (
    <nav class="segments" aria-label={POOLS_LABEL}>
      {POOLS.map((one) => {
        const count = one === pool ? list?.total : list?.others;
        return (
          <a
            key={one}
            class="segment"
            href={hrefOf("unanswered", { pool: one === "disliked" ? one : undefined })}
            aria-current={one === pool ? "page" : undefined}
          >
            {POOL_TITLES[one]}
            {count === undefined ? null : <span class="segment-count">{count}</span>}
          </a>
        );
      })}
    </nav>
  );
}
