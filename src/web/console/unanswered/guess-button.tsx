// A guess that teaches when it is tapped, with the reason for it in words.
import { useId } from "preact/hooks";
import type { Guess } from "./guess.ts";
import { nearTo, surePercent, TEACH, WORDS_AGAINST, WORDS_FOR } from "./wording.ts";
import styles from "./unanswered.module.css";

export function GuessButton({
  guess,
  number,
  isBusy,
  onTeach,
}: {
  readonly guess: Guess;
  /** The key that does the same. */
  readonly number: number;
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
        aria-keyshortcuts={`${number}`}
        aria-disabled={isBusy}
        onClick={() => onTeach()}
      >
        <kbd class={styles.guessKey} aria-hidden="true">
          {number}
        </kbd>
        <span class={styles.guessTitle}>
          <span class="hidden-label">{TEACH} </span>
          {title}
        </span>
        {tag === undefined ? null : <span class="pill plain">{tag}</span>}
      </button>
      <p id={id} class={styles.guessWhy}>
        <span class="faint">
          {nearTo(nearest)} · {surePercent(percent)}
        </span>
        <Words guess={guess} />
      </p>
    </li>
  );
}

function Words({ guess: { wordsFor, wordsAgainst } }: { readonly guess: Guess }) {
  return (
    <span class={styles.guessWords}>
      {wordsFor.length === 0 ? null : <span class="hidden-label">{WORDS_FOR} </span>}
      {wordsFor.map((word) => (
        <span key={word} class={`${styles.guessWord} ${styles.for}`}>
          {word}{" "}
        </span>
      ))}
      {wordsAgainst.length === 0 ? null : <span class="hidden-label">{WORDS_AGAINST} </span>}
      {wordsAgainst.map((word) => (
        <span key={word} class={`${styles.guessWord} ${styles.against}`}>
          − {word}{" "}
        </span>
      ))}
    </span>
  );
}
