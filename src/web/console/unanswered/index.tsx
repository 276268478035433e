// The page «Без ответа»: what people asked in vain, worked down group by group.
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Content } from "../../../console/content/content-api.ts";
import type { UnansweredList } from "../../../console/unanswered/unanswered-api.ts";
import { POOLS, type Pool } from "../../../journal/open-group.ts";
import { Heading } from "../parts/heading.tsx";
import { SegmentLinks } from "../parts/segments.tsx";
import { Empty, Show } from "../parts/states.tsx";
import { useLoaded } from "../shell/loaded.ts";
import { hrefOf, route } from "../shell/router.ts";
import { GroupCard } from "./group-card.tsx";
import { settle, type Shown } from "./group-order.ts";
import * as styles from "./groups.module.css";
import { focusCard, openPage } from "./page.ts";
import { TeachDialog } from "./teach-dialog.tsx";
import * as wording from "./wording.ts";
import { WorkView } from "./work-view.tsx";

export function UnansweredPage() {
  const pool: Pool = route.value.params.get("pool") === "disliked" ? "disliked" : "unanswered";
  const opened = useMemo(openPage, []);
  const page = { ...opened, pool };
  const loaded = useLoaded<UnansweredList>("unanswered", { pool }, ["journal", "content"]);
  const content = useLoaded<Content>("content", {}, ["content"]);
  const known = content.kind === "loaded" ? content.value : undefined;
  // Until the other one has come, it is still the list of before.
  const list = loaded.kind === "loaded" && !loaded.isStale ? loaded.value : undefined;
  const groups = useGroups(list, page.gone.value);
  useEffect(() => {
    // By "back", say, though a dialog of the other list lies over it.
    page.opened.value = undefined;
  }, [pool]);
  useEffect(() => {
    page.gone.value = [];
  }, [list]);
  useEffect(() => {
    const { value: wanted } = page.back;
    if (wanted === undefined || !groups.some(({ questionId }) => questionId === wanted)) return;
    focusCard(wanted);
    page.back.value = undefined;
  }, [groups]);
  return (
    <>
      <Heading title="Без ответа" hint={list === undefined || list.total === 0 ? undefined : wording.heading(list)}>
        <SegmentLinks
          label="Какие вопросы показать"
          options={POOLS.map((one) => ({
            title: wording.POOL_TITLES[one],
            href: poolHref(one),
            isChosen: one === pool,
            count: one === pool ? list?.total : list?.others,
          }))}
        />
      </Heading>
      <Show of={loaded.kind === "loaded" && loaded.isStale ? { kind: "loading" } : loaded}>
        {(value) =>
          groups.length === 0 ? (
            <AllDone pool={pool} list={value} />
          ) : (
            <section class={styles.groups} aria-label="Группы похожих вопросов">
              <p class="faint">{wording.TEACH_HINT[pool]}</p>
              <ol class="column">
                {groups.map((group) => (
                  <GroupCard key={group.questionId} page={page} group={group} content={known} />
                ))}
              </ol>
            </section>
          )
        }
      </Show>
      <WorkView work={page.work} />
      <TeachDialog teaching={page} door={pool} content={known} />
    </>
  );
}

/** Those of the newest list, in the order in which they have been seen, without those that are gone. */
function useGroups(list: UnansweredList | undefined, gone: readonly string[]): readonly Shown[] {
  const shown = useRef<readonly Shown[] | undefined>(undefined);
  return useMemo(() => {
    shown.current = list && settle(shown.current, list.groups);
    return (shown.current ?? []).filter(({ questionId }) => !gone.includes(questionId));
  }, [list, gone]);
}

/** Each list has an address of its own. */
function poolHref(pool: Pool): string {
  return hrefOf("unanswered", { pool: pool === "disliked" ? pool : undefined });
}

/** Nothing left to do: said as the good news it is. */
function AllDone({ pool, list }: { readonly pool: Pool; readonly list: UnansweredList }) {
  const other: Pool = pool === "unanswered" ? "disliked" : "unanswered";
  return (
    <Empty icon="check" title={wording.EMPTY_TITLE[pool]}>
      <p>{wording.emptyText(pool, list.days)}</p>
      {list.others === 0 ? null : (
        <a class="button" href={poolHref(other)}>
          {wording.POOL_TITLES[other]}: {list.others}
        </a>
      )}
    </Empty>
  );
}
