// What is known of a group: its wordings, how often and when, and what people got for an answer.
import { nowInWords } from "./guess.ts";
import type { Shown } from "./group-order.ts";
import * as wording from "./wording.ts";

export function GroupFacts({ id, group }: { readonly id: string; readonly group: Shown }) {
  const { text, count, people, lastAt, isFresh, otherTexts, now } = group;
  const isKnown = now.outcome !== "none" && now.outcome !== "suggest";
  return (
    <>
      <header class="ask-head">
        <h2 id={id} class="ask-text">
          {text}
        </h2>
        <p class="faint">
          {isFresh ? <span class="pill good">{wording.FRESH}</span> : null}{" "}
          {wording.howOften(count, people, lastAt)}
        </p>
      </header>
      {otherTexts.length === 0 ? null : (
        <details class="wordings">
          <summary>{wording.moreWordings(otherTexts.length)}</summary>
          <ul>
            {otherTexts.map((other) => (
              <li key={other}>{other}</li>
            ))}
          </ul>
        </details>
      )}
      <Answered group={group} />
      <p class={isKnown ? "now known" : "now"}>{nowInWords(now)}</p>
    </>
  );
}

/** What did not help, and what people said against it. */
function Answered({ group: { answeredWith, reasons } }: { readonly group: Shown }) {
  if (answeredWith.length === 0) return null;
  return (
    <p class="answered">
      {wording.GOT_ANSWER} {wording.quoted(answeredWith.map(({ title }) => title))}
      {reasons.map(({ title, count }) => (
        <span key={title} class="pill bad">
          {title} — {count}
        </span>
      ))}
    </p>
  );
}
