// One of a few, side by side: links where each has an address.
import type { ComponentChildren } from "preact";

export interface Option {
  readonly title: string;
  readonly href: string;
  readonly isChosen: boolean;
}

export function Choice({
  label,
  options,
  children,
}: {
  readonly label: string;
  readonly options: readonly Option[];
  /** What is no link, such as a button that opens a dialog. */
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="choice" role="group" aria-label={label}>
      {options.map(({ title, href, isChosen }) => (
        <a key={href} class="option" href={href} aria-current={isChosen ? "true" : undefined}>
          {title}
        </a>
      ))}
      {children}
    </div>
  );
}
