// The page «Вопросы»: what was asked, narrowed down by the address, newest first.
import { useMemo } from "preact/hooks";
import { moscowDay } from "../../../journal/moscow-time.ts";
import { daysInWords } from "../../../journal/wording.ts";
import type { Content } from "../../../console/content/content-api.ts";
import type { QuestionPage } from "../../../console/figures/figures-api.ts";
import { counted } from "../parts/format.ts";
import { Heading } from "../parts/heading.tsx";
import { TableLink } from "../parts/table-link.tsx";
import { Empty, Show } from "../parts/states.tsx";
import { PeriodPicker, PlacePicker } from "../period/pickers.tsx";
import { useLoaded } from "../shell/loaded.ts";
import type { Params } from "../shell/api-client.ts";
import { hrefOf, route } from "../shell/router.ts";
import { askedFor, filterParams, isNarrowed, readFilter, type Filter } from "./filter.ts";
import { Filters } from "./filters.tsx";
import { openPage, type Teaching } from "../unanswered/page.ts";
import { TeachDialog } from "../unanswered/teach-dialog.tsx";
import { WorkView } from "../unanswered/work-view.tsx";
import { QuestionList } from "./question-list.tsx";
import * as wording from "./wording.ts";

export function QuestionsPage() {
  const filter = readFilter(route.value.params, moscowDay(Date.now()));
  const asked = askedFor(filter);
  const first = useLoaded<QuestionPage>("questions", asked, ["journal", "content"]);
  const hrefWith = (change: Params) => hrefOf("questions", { ...filterParams(filter), ...change });
  const known = first.kind === "loaded" ? first.value : undefined;
  const isStale = first.kind === "loaded" && first.isStale;
  const teaching = useMemo(openPage, []);
  return (
    <>
      <Heading
        title="Вопросы"
        hint={
          <>
            {daysInWords(filter.period.from, filter.period.to)}. Личные данные скрыты до записи.{" "}
            <TableLink path="questions" params={asked} />
          </>
        }
      >
        <PlacePicker place={filter.place} hrefWith={hrefWith} />
        <PeriodPicker period={filter.period} hrefWith={hrefWith} />
      </Heading>
      <Filters filter={filter} titles={titlesOf(known)} hrefWith={hrefWith} />
      <Show of={first}>
        {(page) =>
          page.total === 0 ? (
            <None filter={filter} />
          ) : (
            <>
              <p class="faint" role="status">
                {counted(page.total, wording.QUESTION_FORMS)}
              </p>
              {filter.narrow.vote === undefined ? null : <p class="faint">{wording.WITHOUT_QUESTION}</p>}
              <QuestionList
                key={JSON.stringify(asked)}
                first={page}
                asked={asked}
                isStale={isStale}
                teaching={teaching}
              />
            </>
          )
        }
      </Show>
      <WorkView work={teaching.work} />
      {teaching.opened.value === undefined ? null : <JournalDialog teaching={teaching} />}
    </>
  );
}

/** The content is large: it is asked for only when somebody teaches. */
function JournalDialog({ teaching }: { readonly teaching: Teaching }) {
  const content = useLoaded<Content>("content", {}, ["content"]);
  const known = content.kind === "loaded" ? content.value : undefined;
  return <TeachDialog teaching={teaching} door="journal" content={known} />;
}

/** Of the items that the page names anyway. */
function titlesOf(page: QuestionPage | undefined): ReadonlyMap<string, string> {
  const named = page?.questions.flatMap(({ item, chosen }) => [item, chosen]) ?? [];
  const items = [...named, page?.item];
  return new Map(items.filter((item) => item !== undefined).map(({ id, title }) => [id, title]));
}

function None({ filter }: { readonly filter: Filter }) {
  const { period } = filter;
  if (!isNarrowed(filter)) {
    return (
      <Empty icon="questions" title={wording.EMPTY_TITLE}>
        <p>За эти дни боту никто не писал. Выберите период подлиннее.</p>
      </Empty>
    );
  }
  const all = hrefOf("questions", { days: period.days, from: period.from, to: period.to });
  return (
    <Empty icon="search" title={wording.EMPTY_TITLE}>
      <p>{filter.narrow.vote === undefined ? "Измените период или уберите условия." : wording.WITHOUT_QUESTION}</p>
      <a class="button" href={all}>
        Убрать все условия
      </a>
    </Empty>
  );
}
