// Whether answers helped, and those that did so least.
import type { Overview } from "../../../console/figures/figures-api.ts";
import { reasonsInWords } from "../../../journal/wording.ts";
import type { HrefWith } from "../period/period.ts";
import { Split } from "./legend.tsx";
import * as wording from "./wording.ts";
import { Icon } from "../../shared/parts/icon.tsx";
import styles from "./overview.module.css";

const MOST = 4;

export function VotesCard({
  overview: { votes, entries },
  questionsHref,
}: {
  readonly overview: Overview;
  readonly questionsHref: HrefWith;
}) {
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  const worst = votes.entries.filter(({ down }) => down > 0).slice(0, MOST);
  return (
    <section class="card">
      <h2>{wording.VOTES_TITLE}</h2>
      {votes.up + votes.down === 0 ? (
        <p class="faint">{wording.NO_VOTES}</p>
      ) : (
        <Split
          parts={[
            { title: wording.HELPED, count: votes.up, colour: "--plot-answer", href: undefined },
            {
              title: wording.NOT_HELPED,
              count: votes.down,
              colour: "--plot-none",
              href: questionsHref({ vote: "down" }),
            },
          ]}
        />
      )}
      {worst.length === 0 ? null : (
        <>
          <h3 class={styles.cardPart}>{wording.WORST}</h3>
          <ul class={styles.worst}>
            {worst.map(({ entryId, up, down, reasons }) => (
              <li key={entryId}>
                <a class={styles.topRow} href={questionsHref({ item: entryId, vote: "down" })}>
                  <span class="top-title">{titles.get(entryId) ?? entryId}</span>
                  <Votes up={up} down={down} />
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

/** How people voted on an answer, in two small figures. */
export function Votes({ up, down }: { readonly up: number; readonly down: number }) {
  if (up + down === 0) return null;
  return (
    <span class={`${styles.votes} number`} role="img" aria-label={wording.votesInWords(up, down)}>
      {up > 0 ? <Vote kind="up" count={up} /> : null}
      {down > 0 ? <Vote kind="against" count={down} /> : null}
    </span>
  );
}

function Vote({ kind, count }: { readonly kind: "up" | "against"; readonly count: number }) {
  return (
    <span class={styles.vote} data-kind={kind}>
      <Icon name={kind} size={14} />
      {count}
    </span>
  );
}
