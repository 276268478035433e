// What the parts of a whole are called and come to, each with the way to its questions; where they are two, a bar as well.
import { percent } from "../../../journal/wording.ts";
import { grouped } from "../parts/format.ts";
import * as styles from "./overview.module.css";

export interface Part {
  readonly title: string;
  readonly count: number;
  /** The custom property with its colour. */
  readonly colour: string;
  readonly href: string | undefined;
  /** What else is said of it. */
  readonly note?: string | undefined;
  /** Counted, and no part of the whole. */
  readonly isApart?: boolean;
}

export function Legend({ parts }: { readonly parts: readonly Part[] }) {
  const total = parts.reduce((sum, { count, isApart }) => (isApart ? sum : sum + count), 0);
  return (
    <ul class={styles.legend}>
      {parts.map(({ title, count, colour, href, note, isApart }) => (
        <li key={title}>
          {/* Without an address it is no link: as plain as a text. */}
          <a class={styles.legendPart} {...(href === undefined ? {} : { href })}>
            <span class="swatch" style={{ background: `var(${colour})` }} aria-hidden="true" />
            <span>{title}</span>
            <strong class="number">{grouped(count)}</strong>
            {isApart ? null : <span class="faint number">{percent(count, total)}</span>}
            {note === undefined ? null : <span class="faint number">{note}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Split({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <>
      <div class={styles.split} aria-hidden="true">
        {parts.map(({ title, count, colour }) => (
          <span key={title} style={{ flexGrow: count, background: `var(${colour})` }} hidden={count === 0} />
        ))}
      </div>
      <Legend parts={parts} />
    </>
  );
}
