// The title of a page. It takes the focus when the page is opened, so that a screen reader says where one is.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { hasMoved } from "../shell/router.ts";

export function Heading({
  title,
  hint,
  children,
}: {
  readonly title: string;
  /** What the page is for, in a sentence. */
  readonly hint?: ComponentChildren;
  /** What stands at the right: buttons, a picker. */
  readonly children?: ComponentChildren;
}) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved.value) ref.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header class="heading">
      <div class="heading-text">
        <h1 ref={ref} tabIndex={-1}>
          {title}
        </h1>
        {hint === undefined ? null : <p class="faint">{hint}</p>}
      </div>
      {children === undefined ? null : <div class="heading-tools">{children}</div>}
    </header>
  );
}
