// What was asked most often: a bar for each, with the votes on it.
import { useState } from "preact/hooks";
import type { TopItem } from "../../../console/figures/figures-api.ts";
import { Button } from "../../shared/parts/button.tsx";
import { grouped } from "../parts/format.ts";
import type { HrefWith } from "../period/period.ts";
import { Votes } from "./votes-card.tsx";
import * as wording from "./wording.ts";
import styles from "./overview.module.css";

const FIRST_SHOWN = 8;

export function TopCard({
  title,
  none,
  items,
  questionsHref,
}: {
  readonly title: string;
  readonly none: string;
  readonly items: readonly TopItem[];
  readonly questionsHref: HrefWith;
}) {
  const [isWhole, setIsWhole] = useState(false);
  // Some were not asked about, but voted on.
  const asked = items.filter(({ count }) => count > 0);
  const most = asked[0]?.count ?? 1;
  const shown = isWhole ? asked : asked.slice(0, FIRST_SHOWN);
  const rest = asked.length - shown.length;
  return (
    <section class="card">
      <h2>{title}</h2>
      {asked.length === 0 ? <p class="faint">{none}</p> : null}
      <ol class={styles.top}>
        {shown.map(({ id, title: name, count, up, down }) => (
          <li key={id}>
            <a class={styles.topRow} href={questionsHref({ item: id })}>
              <span class="top-title">{name}</span>
              <Votes up={up} down={down} />
              <strong class="number" aria-label={wording.times(count)}>
                {grouped(count)}
              </strong>
              <span class={styles.topBar} aria-hidden="true">
                <span class={styles.topBarFill} style={{ width: `${(count / most) * 100}%` }} />
              </span>
            </a>
          </li>
        ))}
      </ol>
      {rest > 0 ? (
        <Button look="quiet" isSmall onClick={() => setIsWhole(true)}>
          {wording.moreItems(rest)}
        </Button>
      ) : null}
    </section>
  );
}
