// The main figures, each a way to its questions, with the change against as many days before.
import type { Overview } from "../../../console/figures/figures-api.ts";
import { dayInWords, grouped, share } from "../parts/format.ts";
import type { HrefWith } from "../period/period.ts";
import { ASKED_AGAIN, HOW_SOLVED, SOLVED } from "../../../journal/wording.ts";
import * as wording from "./wording.ts";
import * as styles from "./overview.module.css";

interface Tile {
  readonly title: string;
  readonly figure: string;
  readonly note: string;
  /** Whether the change is for the better; undefined where it is neither. */
  readonly isBetter?: boolean | undefined;
  readonly hint?: string;
  readonly href: string;
}

export function Tiles({ overview, questionsHref }: { readonly overview: Overview; readonly questionsHref: HrefWith }) {
  const tiles = [
    questionsTile(overview, questionsHref),
    peopleTile(overview, questionsHref),
    solvedTile(overview, questionsHref),
    askedAgainTile(overview, questionsHref),
    unknownTile(overview, questionsHref),
    votesTile(overview, questionsHref),
  ];
  return (
    <ul class={styles.tiles}>
      {tiles.map(({ title, figure, note, isBetter, hint: about, href }) => (
        <li key={title}>
          <a class={styles.tile} href={href} title={about}>
            <span class={styles.tileTitle}>{title}</span>
            <strong class={`${styles.tileFigure} number`}>{figure}</strong>
            <span class={`faint ${styles.tileNote}`} data-tone={toneOf(isBetter)}>
              {note}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function toneOf(isBetter: boolean | undefined): "good" | "bad" | undefined {
  if (isBetter === undefined) return undefined;
  return isBetter ? "good" : "bad";
}

function questionsTile(overview: Overview, questionsHref: HrefWith): Tile {
  const { questions, before } = overview;
  return {
    title: "Вопросов",
    figure: grouped(questions),
    note: before === undefined ? knownSince(overview) : wording.changeOfCount(questions, before.questions),
    href: questionsHref({}),
  };
}

function peopleTile({ people, questions }: Overview, questionsHref: HrefWith): Tile {
  return {
    title: "Человек",
    figure: grouped(people),
    note: people === 0 ? "" : wording.perPerson(questions / people),
    hint: "Кто писал в разные дни, посчитан за каждый день",
    href: questionsHref({}),
  };
}

function knownSince({ knownFrom }: Overview): string {
  return knownFrom === undefined ? "" : `Сравнить не с чем: данные с ${dayInWords(knownFrom)}`;
}

function solvedTile(overview: Overview, questionsHref: HrefWith): Tile {
  const { solvedShare, before } = overview;
  const former = before?.solvedShare;
  const isKnown = solvedShare !== undefined && former !== undefined;
  const points = isKnown ? Math.round(solvedShare * 100) - Math.round(former * 100) : 0;
  return {
    title: SOLVED,
    figure: solvedShare === undefined ? "—" : share(solvedShare),
    note: solvedNote(overview),
    isBetter: points === 0 ? undefined : points > 0,
    hint: HOW_SOLVED,
    href: questionsHref({ solved: "anyhow" }),
  };
}

function solvedNote(overview: Overview): string {
  const { solvedShare, before } = overview;
  if (solvedShare === undefined) return "";
  return before === undefined ? knownSince(overview) : wording.changeOfShare(solvedShare, before.solvedShare);
}

function askedAgainTile({ askedAgain, before }: Overview, questionsHref: HrefWith): Tile {
  return {
    title: ASKED_AGAIN,
    figure: grouped(askedAgain),
    note: before === undefined ? "" : wording.wasBefore(before.askedAgain),
    hint: "Тот же человек за 10 минут спросил о том же другими словами",
    href: questionsHref({ setback: "asked-again" }),
  };
}

function unknownTile({ outcomes, questions }: Overview, questionsHref: HrefWith): Tile {
  return {
    title: "Не знал ответа",
    figure: grouped(outcomes.none),
    note: questions === 0 ? "" : `${share(outcomes.none / questions)} всех вопросов`,
    href: questionsHref({ outcome: "none" }),
  };
}

function votesTile({ votes: { up, down } }: Overview, questionsHref: HrefWith): Tile {
  const all = up + down;
  return {
    title: "Ответ помог",
    figure: all === 0 ? "—" : share(up / all),
    note: all === 0 ? wording.NO_VOTES : wording.outOfVotes(all),
    hint: "Показать вопросы, на которые ответ не помог",
    href: questionsHref({ vote: "down" }),
  };
}
