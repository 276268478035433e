// The page «Обзор»: what was asked and how well it went, each figure with the way to the questions behind it.
import type { Overview } from "../../../console/api.ts";
import { moscowDay } from "../../../journal/moscow-time.ts";
import { daysInWords } from "../../../journal/wording.ts";
import { Heading } from "../parts/heading.tsx";
import { Empty, Show } from "../parts/states.tsx";
import { PeriodPicker, PlacePicker } from "../period/pickers.tsx";
import { periodBefore, periodParams, readPeriod } from "../period/period.ts";
import { placeParam, readPlace } from "../period/place.ts";
import type { Params } from "../shell/query.ts";
import { useLoaded } from "../shell/loaded.ts";
import { hrefOf, route } from "../shell/router.ts";
import { barsOfDays, barsOfHours, unitOf } from "./bars.ts";
import { Legend } from "./legend.tsx";
import "./overview.css";
import { OverviewSkeleton } from "./overview-skeleton.tsx";
import { PlacesCard } from "./places-card.tsx";
import { Plot } from "./plot.tsx";
import type { QuestionsHref } from "./questions-href.ts";
import { Tiles } from "./tiles.tsx";
import { TopCard } from "./top-card.tsx";
import { VotesCard } from "./votes-card.tsx";
import * as wording from "./wording.ts";

export function OverviewPage() {
  const { params } = route.value;
  const period = readPeriod(params, moscowDay(Date.now()));
  const place = readPlace(params);
  const chosen = { ...periodParams(period), place: placeParam(place) };
  const { from, to } = period;
  const overview = useLoaded<Overview>("overview", { from, to, place }, ["journal", "content"]);
  const hrefWith = (change: Params) => hrefOf("overview", { ...chosen, ...change });
  return (
    <>
      <Heading title={wording.TITLE} hint={daysInWords(from, to)}>
        <PlacePicker place={place} hrefWith={hrefWith} />
        <PeriodPicker period={period} hrefWith={hrefWith} />
      </Heading>
      <Show of={overview} skeleton={<OverviewSkeleton />}>
        {(value) => (
          <Figures
            overview={value}
            before={periodBefore(period)}
            questionsHref={(change) => hrefOf("questions", { ...chosen, ...change })}
          />
        )}
      </Show>
    </>
  );
}

function Figures({
  overview,
  before,
  questionsHref,
}: {
  readonly overview: Overview;
  readonly before: { readonly from: string; readonly to: string };
  readonly questionsHref: QuestionsHref;
}) {
  if (overview.knownFrom === undefined) return <NothingYet />;
  const { days, hours, entries, topics } = overview;
  return (
    <>
      <Tiles overview={overview} before={before} questionsHref={questionsHref} />
      <section class="card">
        <Plot
          title={wording.BY_DAYS[unitOf(days)]}
          unit={unitOf(days)}
          bars={barsOfDays(days)}
          questionsHref={questionsHref}
        >
          <Legend counts={overview.outcomes} questionsHref={questionsHref} />
        </Plot>
      </section>
      <div class="halves">
        <TopCard
          title={wording.TOP_ENTRIES}
          none={wording.NO_ENTRIES}
          items={entries}
          questionsHref={questionsHref}
        />
        <div class="stack">
          <VotesCard overview={overview} questionsHref={questionsHref} />
          <PlacesCard places={overview.places} questionsHref={questionsHref} />
        </div>
      </div>
      <div class="halves">
        <section class="card">
          <Plot
            title={wording.BY_HOURS}
            unit="hours"
            bars={barsOfHours(hours)}
            questionsHref={questionsHref}
          />
        </section>
        <TopCard
          title={wording.TOP_TOPICS}
          none={wording.NO_TOPICS}
          items={topics}
          questionsHref={questionsHref}
        />
      </div>
    </>
  );
}

function NothingYet() {
  return (
    <Empty icon="overview" title={wording.EMPTY_TITLE}>
      <p>{wording.EMPTY}</p>
      <a class="button primary" href={hrefOf("try")}>
        {wording.EMPTY_TRY}
      </a>
    </Empty>
  );
}
