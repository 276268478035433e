// Notes beside the work: faults and warnings, line by line.
import { grouped } from "../parts/format.ts";
import { Icon } from "../../shared/parts/icon.tsx";

/** What a note of faults says. */
export function FaultLines({
  title,
  hint,
  lines,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly lines: readonly string[];
}) {
  return (
    <>
      <Icon name="warning" />
      <div class="note-text">
        <h2>{title}</h2>
        {hint === undefined ? null : <p>{hint}</p>}
        <Lines lines={lines} />
      </div>
    </>
  );
}

/** Nothing where there are none. */
export function WarningsNote({
  title,
  warnings,
  isOpen = false,
}: {
  readonly title: string;
  readonly warnings: readonly string[];
  readonly isOpen?: boolean;
}) {
  if (warnings.length === 0) return null;
  return (
    <details class="note warn" open={isOpen}>
      <summary>
        <Icon name="warning" />
        {title} <span class="pill warn">{grouped(warnings.length)}</span>
      </summary>
      <Lines lines={warnings} />
    </details>
  );
}

export function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
