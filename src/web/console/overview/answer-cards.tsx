// Which answers are needed most often, and which of them helped least.
import { useState } from "preact/hooks";
import type { TopItem, Overview } from "../../../console/figures/figures-api.ts";
import { Button } from "../../shared/parts/button.tsx";
import { grouped } from "../parts/format.ts";
import type { HrefWith } from "../period/period.ts";
import * as wording from "./wording.ts";
import * as styles from "./overview.module.css";
import { reasonsInWords } from "../../../journal/wording.ts";
import { Split } from "./legend.tsx";
import { Votes } from "../parts/votes.tsx";

const FIRST_SHOWN = 8;

/** A bar for each, with the votes on it. */
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
              <span>{name}</span>
              {up + down === 0 ? null : <Votes up={up} down={down} />}
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
          {`Показать ещё ${rest}`}
        </Button>
      ) : null}
    </section>
  );
}

const MOST_WORST = 4;

/** Whether answers helped, and those that did so least. */
export function VotesCard({
  overview: { votes, entries },
  questionsHref,
}: {
  readonly overview: Overview;
  readonly questionsHref: HrefWith;
}) {
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  const worst = votes.entries.filter(({ down }) => down > 0).slice(0, MOST_WORST);
  return (
    <section class="card">
      <h2>Помогают ли ответы</h2>
      {votes.up + votes.down === 0 ? (
        <p class="faint">{wording.NO_VOTES}</p>
      ) : (
        <Split
          parts={[
            { title: "Помог", count: votes.up, colour: "--plot-answer", href: undefined },
            {
              title: "Не помог",
              count: votes.down,
              colour: "--plot-none",
              href: questionsHref({ vote: "down" }),
            },
          ]}
        />
      )}
      {worst.length === 0 ? null : (
        <>
          <h3 class={styles.cardPart}>Ответы, которые не помогли</h3>
          <ul class={styles.worst}>
            {worst.map(({ entryId, up, down, reasons }) => (
              <li key={entryId}>
                <a class={styles.topRow} href={questionsHref({ item: entryId, vote: "down" })}>
                  <span>{titles.get(entryId) ?? entryId}</span>
                  {up + down === 0 ? null : <Votes up={up} down={down} />}
                  <span class="faint">{reasonsInWords(reasons)}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
