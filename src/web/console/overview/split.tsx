// A whole parted in two, as a bar; each part leads to its questions.
import { percent } from "../../../journal/wording.ts";
import { grouped } from "../parts/format.ts";

export interface Part {
  readonly title: string;
  readonly count: number;
  /** The custom property with its colour. */
  readonly colour: string;
  readonly href: string | undefined;
}

export function Split({ parts }: { readonly parts: readonly Part[] }) {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <div class="split" aria-hidden="true">
        {parts.map(({ title, count, colour }) => (
          <span
            key={title}
            style={{ flexGrow: count, background: `var(${colour})` }}
            hidden={count === 0}
          />
        ))}
      </div>
      <ul class="legend">
        {parts.map((part) => (
          <li key={part.title}>
            {part.href === undefined ? (
              <span class="legend-part">
                <PartView part={part} total={total} />
              </span>
            ) : (
              <a class="legend-part" href={part.href}>
                <PartView part={part} total={total} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function PartView({ part, total }: { readonly part: Part; readonly total: number }) {
  return (
    <>
      <span class="swatch" style={{ background: `var(${part.colour})` }} aria-hidden="true" />
      <span>{part.title}</span>
      <strong class="number">{grouped(part.count)}</strong>
      <span class="faint number">{percent(part.count, total)}</span>
    </>
  );
}
