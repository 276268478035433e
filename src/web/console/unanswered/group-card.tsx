// One group of questions: what was asked, what the bot does with it, and what can be done about it.
import { useId } from "preact/hooks";
import type { Content } from "../../../console/content/content-api.ts";
import { keyHref } from "../content/addresses.ts";
import { entryKey, sideTopicKey } from "../content/items.ts";
import { Button } from "../../shared/parts/button.tsx";
import { Icon } from "../../shared/parts/icon.tsx";
import type { Shown } from "./group-order.ts";
import { GuessButton, guessOf, nowInWords } from "./guess.tsx";
import { writeEntry } from "./new-entry.ts";
import { named, type UnansweredPage } from "./page.ts";
import * as wording from "./wording.ts";
import * as styles from "./groups.module.css";

/** More guesses are further off than what one finds oneself. */
const MOST_GUESSES = 3;

interface CardProps {
  readonly page: UnansweredPage;
  readonly group: Shown;
  readonly content: Content | undefined;
}

export function GroupCard({ page, group, content }: CardProps) {
  const { work, pool } = page;
  const id = useId();
  const isBusy = work.busy.value.includes(group.questionId);
  const guesses = group.guesses.slice(0, MOST_GUESSES).map(guessOf);
  const canTeach = group.phrase !== undefined;
  return (
    <li>
      <article
        class={styles.group}
        tabIndex={-1}
        aria-labelledby={id}
        aria-busy={isBusy}
        data-question={group.questionId}
      >
        <GroupFacts id={id} group={group} />
        {canTeach ? null : <p class="note warn">{wording.CANNOT_TEACH}</p>}
        {canTeach && guesses.length === 0 ? <p class="faint">Похожих вопросов в содержании нет.</p> : null}
        {canTeach ? (
          <ol class="column">
            {guesses.map((guess) => (
              <GuessButton
                key={guess.id}
                guess={guess}
                isBusy={isBusy}
                onTeach={() => work.teach(named(group, pool), guess.id)}
              />
            ))}
          </ol>
        ) : null}
        <CardTools page={page} group={group} content={content} />
      </article>
    </li>
  );
}

function CardTools({ page, group, content }: CardProps) {
  const { work, opened, pool } = page;
  // As long as they are on their way there may be some.
  const hasTopics = content?.sideTopics.some(({ kind }) => kind === "topic") !== false;
  const mayJoin = hasTopics && group.hidesAlike && group.phrase !== undefined;
  const keyOf = (id: string) =>
    content?.sideTopics.some((one) => one.id === id) === true ? sideTopicKey(id) : entryKey(id);
  const categoryId = content?.categories[0]?.id;
  return (
    <div class="row">
      {group.phrase === undefined ? null : (
        <Button
          isSmall
          icon="search"
          isDisabled={content === undefined}
          onClick={() => {
            opened.value = { kind: "picker", question: group };
          }}
        >
          Другой ответ…
        </Button>
      )}
      {(group.hidesAlike ? [] : group.answeredWith).map(({ id, title }) => (
        <a key={id} class="button small" href={keyHref(keyOf(id))} title={title}>
          <Icon name="edit" size={18} />
          Исправить ответ
        </a>
      ))}
      <Button
        isSmall
        icon="plus"
        isDisabled={categoryId === undefined}
        onClick={() => writeEntry(group, categoryId ?? "", pool)}
      >
        Новая запись
      </Button>
      <Button
        isSmall
        look="quiet"
        icon={group.hidesAlike ? "close" : "check"}
        onClick={() => {
          if (mayJoin) opened.value = { kind: "dismiss", question: group };
          return mayJoin ? undefined : work.dismiss(named(group, pool));
        }}
      >
        {group.hidesAlike ? wording.NOT_FOR_US : wording.REVIEWED}
      </Button>
    </div>
  );
}

/** What is known of a group: its wordings, how often and when, and what people got for an answer. */
function GroupFacts({ id, group }: { readonly id: string; readonly group: Shown }) {
  const { text, count, people, lastAt, why, isFresh, otherTexts, now } = group;
  const isKnown = now.outcome !== "none" && now.outcome !== "suggest";
  return (
    <>
      <header class="column">
        <h2 id={id} class={styles.text}>
          {text}
        </h2>
        <p class="faint">
          {isFresh ? <span class="pill good">новое</span> : null} {wording.howOften(count, people, lastAt)}
        </p>
        {why === "" ? null : <p class="faint">{why}</p>}
      </header>
      {otherTexts.length === 0 ? null : (
        <details class={styles.wordings}>
          <summary>{wording.moreWordings(otherTexts.length)}</summary>
          <ul>
            {otherTexts.map((other) => (
              <li key={other}>{other}</li>
            ))}
          </ul>
        </details>
      )}
      <Answered group={group} />
      <p class="faint" data-tone={isKnown ? "good" : undefined}>
        {nowInWords(now)}
      </p>
    </>
  );
}

/** What did not help, and what people said against it. */
function Answered({ group: { answeredWith, reasons } }: { readonly group: Shown }) {
  if (answeredWith.length === 0) return null;
  return (
    <p class="row">
      {wording.GOT_ANSWER} {wording.quoted(answeredWith.map(({ title }) => title))}
      {reasons.map(({ title, count }) => (
        <span key={title} class="pill bad">
          {title} — {count}
        </span>
      ))}
    </p>
  );
}
