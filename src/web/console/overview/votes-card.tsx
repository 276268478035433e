// Whether answers helped, and those that did so least.
import type { Overview } from "../../../console/api.ts";
import { reasonsInWords } from "../../../journal/wording.ts";
import type { QuestionsHref } from "./questions-href.ts";
import { Split } from "./split.tsx";
import { Votes } from "./votes.tsx";
import * as wording from "./wording.ts";

const MOST = 4;

export function VotesCard({
  overview: { votes, entries },
  questionsHref,
}: {
  readonly overview: Overview;
  readonly questionsHref: QuestionsHref;
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
          <h3 class="card-part">{wording.WORST}</h3>
          <ul class="worst">
            {worst.map(({ entryId, up, down, reasons }) => (
              <li key={entryId}>
                <a class="top-row" href={questionsHref({ item: entryId, vote: "down" })}>
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
