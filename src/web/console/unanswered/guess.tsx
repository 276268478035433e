// A guess as an administrator reads it: what it would be taught to, and which words speak for and against it.
import { useId } from "preact/hooks";
import { surePercent, NOW_ANSWERS, NOW_OFFERS, NOW_SILENT, quoted } from "./wording.ts";
import * as styles from "./groups.module.css";
import type { CandidateExplanation } from "../../../search/explain.ts";
import type { UnansweredGroup } from "../../../console/unanswered/unanswered-api.ts";

export interface Guess {
  readonly id: string;
  readonly title: string;
  /** What it is where it is no entry: small talk is no guess. */
  readonly tag: string | undefined;
  /** 0…100 */
  readonly percent: number;
  readonly nearest: string;
  readonly wordsFor: readonly string[];
  readonly wordsAgainst: readonly string[];
}

/** More are noise: the first ones carry the weight. */
const MAX_WORDS = 5;
/** Of the weight of the strongest word; what has less is not a reason. */
const MIN_SHARE = 0.15;

export function guessOf(candidate: CandidateExplanation): Guess {
  const { kind, id, title, confidence, nearestPhrase, words } = candidate;
  const strongest = Math.max(...words.map(({ weight }) => Math.abs(weight)), 0);
  const telling = words.filter(({ weight }) => Math.abs(weight) >= strongest * MIN_SHARE);
  const ofSign = (sign: 1 | -1) =>
    telling
      .filter(({ weight }) => weight * sign > 0)
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, MAX_WORDS)
      .map(({ word }) => word);
  return {
    id,
    title,
    tag: kind === "entry" ? undefined : "тема",
    percent: Math.round(Math.min(1, Math.max(0, confidence)) * 100),
    nearest: nearestPhrase,
    wordsFor: ofSign(1),
    wordsAgainst: ofSign(-1),
  };
}

/** What the bot does with a question today, in a sentence. */
export function nowInWords({ outcome, items }: UnansweredGroup["now"]): string {
  if (outcome === "none" || items.length === 0) return NOW_SILENT;
  const titles = quoted(items.map(({ title }) => title));
  return `${outcome === "suggest" ? NOW_OFFERS : NOW_ANSWERS} ${titles}`;
}

/** It teaches when it is tapped. */
export function GuessButton({
  guess,
  isBusy,
  onTeach,
}: {
  readonly guess: Guess;
  readonly isBusy: boolean;
  readonly onTeach: () => unknown;
}) {
  const { title, tag, percent, nearest } = guess;
  const id = useId();
  return (
    <li class={styles.guess}>
      <button
        type="button"
        class={styles.guessButton}
        aria-describedby={id}
        aria-disabled={isBusy}
        onClick={() => onTeach()}
      >
        <span class={styles.guessTitle}>
          <span class="hidden-label">Научить: </span>
          {title}
        </span>
        {tag === undefined ? null : <span class="pill plain">{tag}</span>}
      </button>
      <p id={id} class="column">
        <span class="faint">
          {`похоже на «${nearest}»`} · {surePercent(percent)}
        </span>
        <Words guess={guess} />
      </p>
    </li>
  );
}

function Words({ guess: { wordsFor, wordsAgainst } }: { readonly guess: Guess }) {
  return (
    <span class="row">
      {wordsFor.length === 0 ? null : <span class="hidden-label">За: </span>}
      {wordsFor.map((word) => (
        <span key={word} class="pill good">
          {word}{" "}
        </span>
      ))}
      {wordsAgainst.length === 0 ? null : <span class="hidden-label">Против: </span>}
      {wordsAgainst.map((word) => (
        <span key={word} class="pill bad">
          − {word}{" "}
        </span>
      ))}
    </span>
  );
}
