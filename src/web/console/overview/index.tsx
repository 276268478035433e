// The page «Обзор»: what was asked and how well it went, each figure with the way to the questions behind it.
import type { Overview } from "../../../console/figures/figures-api.ts";
import { OUTCOMES } from "../../../faq/outcome.ts";
import { moscowDay } from "../../../journal/moscow-time.ts";
import { daysInWords, HOW_SOLVED, OUTCOME_LABELS } from "../../../journal/wording.ts";
import { Heading } from "../parts/heading.tsx";
import { TableLink } from "../parts/table-link.tsx";
import { Empty, Show } from "../parts/states.tsx";
import { OUTCOME_LOOKS } from "../parts/outcomes.ts";
import { PeriodPicker, PlacePicker } from "../period/pickers.tsx";
import { periodParams, placeParam, readPeriod, readPlace, type HrefWith } from "../period/period.ts";
import type { Params } from "../shell/api-client.ts";
import { useLoaded } from "../shell/loaded.ts";
import { hrefOf, route } from "../shell/router.ts";
import { TopCard, VotesCard } from "./answer-cards.tsx";
import { barsOfDays, barsOfHours, unitOf } from "./bars.ts";
import { Legend, Split } from "./legend.tsx";
import { Plot } from "./plot.tsx";
import { Tiles } from "./tiles.tsx";
import * as wording from "./wording.ts";

export function OverviewPage() {
  const { params } = route.value;
  const period = readPeriod(params, moscowDay(Date.now()));
  const place = readPlace(params);
  const chosen = { ...periodParams(period), place: placeParam(place) };
  const { from, to } = period;
  const asked = { from, to, place };
  const overview = useLoaded<Overview>("overview", asked, ["journal", "content"]);
  const hrefWith = (change: Params) => hrefOf("overview", { ...chosen, ...change });
  return (
    <>
      <Heading
        title="Обзор"
        hint={
          <>
            {daysInWords(from, to)}. <TableLink path="overview" params={asked} />
          </>
        }
      >
        <PlacePicker place={place} hrefWith={hrefWith} />
        <PeriodPicker period={period} hrefWith={hrefWith} />
      </Heading>
      <Show of={overview}>
        {(value) => (
          <Figures overview={value} questionsHref={(change) => hrefOf("questions", { ...chosen, ...change })} />
        )}
      </Show>
    </>
  );
}

function Figures({ overview, questionsHref }: { readonly overview: Overview; readonly questionsHref: HrefWith }) {
  if (overview.knownFrom === undefined) return <NothingYet />;
  const { days, hours, entries, topics } = overview;
  return (
    <>
      <Tiles overview={overview} questionsHref={questionsHref} />
      <p class="faint">{HOW_SOLVED}</p>
      <section class="card">
        <Plot
          title={wording.BY_DAYS[unitOf(days)]}
          unit={unitOf(days)}
          bars={barsOfDays(days)}
          questionsHref={questionsHref}
        >
          <Legend
            parts={OUTCOMES.map((outcome) => ({
              title: OUTCOME_LABELS[outcome],
              count: overview.outcomes[outcome],
              colour: OUTCOME_LOOKS[outcome].colour,
              href: questionsHref({ outcome }),
              note: outcome === "smalltalk" ? undefined : wording.howSure(overview.confidence[outcome]),
              isApart: outcome === "smalltalk",
            }))}
          />
        </Plot>
      </section>
      <div class="halves">
        <TopCard
          title="Чаще всего нужен ответ"
          none="Ответов пока не было"
          items={entries}
          questionsHref={questionsHref}
        />
        <div class="stacked">
          <VotesCard overview={overview} questionsHref={questionsHref} />
          <PlacesCard places={overview.places} questionsHref={questionsHref} />
        </div>
      </div>
      <div class="halves">
        <section class="card">
          <Plot title="В какие часы спрашивают" unit="hours" bars={barsOfHours(hours)} questionsHref={questionsHref} />
        </section>
        <TopCard
          title="Спрашивают о другом"
          none="О другом не спрашивали"
          items={topics}
          questionsHref={questionsHref}
        />
      </div>
    </>
  );
}

function NothingYet() {
  return (
    <Empty icon="overview" title="Вопросов пока не было">
      <p>Как только кто-нибудь напишет боту, здесь появится, о чём спрашивают и насколько хорошо бот отвечает.</p>
      <a class="button primary" href={hrefOf("try")}>
        Попробовать самому
      </a>
    </Empty>
  );
}

/** Private chats and chats of classes. */
function PlacesCard({
  places,
  questionsHref,
}: {
  readonly places: Overview["places"];
  readonly questionsHref: HrefWith;
}) {
  return (
    <section class="card">
      <h2>Где спрашивают</h2>
      <Split
        parts={[
          {
            title: "В личных чатах",
            count: places.private,
            colour: "--accent",
            href: questionsHref({ place: "private" }),
          },
          {
            title: "В чатах классов",
            count: places.group,
            colour: "--plot-topic",
            href: questionsHref({ place: "group" }),
          },
        ]}
      />
    </section>
  );
}
