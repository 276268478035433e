// What stands where there is nothing to show: not yet, nothing at all, or not to be had.
import type { ComponentChildren } from "preact";
import type { Loaded } from "../shell/loaded.ts";
import { Button } from "../../shared/parts/button.tsx";
import { Icon, type IconName } from "../../shared/parts/icon.tsx";
import * as styles from "./states.module.css";

export const LOADING = "Загружается…";

/** Shows the value once it is there; until then a skeleton as tall as what is to come. */
export function Show<T>({
  of,
  children,
}: {
  readonly of: Loaded<T>;
  readonly children: (value: T, reload: () => void) => ComponentChildren;
}) {
  switch (of.kind) {
    case "loading":
      return <Skeleton />;
    case "failed":
      return <Failed message={of.message} onRetry={of.retry} />;
    case "loaded":
      return (
        <div class="stacked" aria-busy={of.isStale}>
          {children(of.value, of.reload)}
        </div>
      );
  }
}

export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  return (
    <div class={styles.skeleton} role="status">
      <span class="hidden-label">{LOADING}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class={styles.bone} />
      ))}
    </div>
  );
}

export function Failed({
  title = "Не получилось загрузить",
  message,
  action = "Попробовать снова",
  onRetry,
}: {
  readonly title?: string;
  readonly message: string;
  readonly action?: string;
  readonly onRetry: () => unknown;
}) {
  return (
    <div class="nothing" role="alert">
      <span class={styles.icon} data-look="bad">
        <Icon name="warning" size={28} />
      </span>
      <h2>{title}</h2>
      <p>{message}</p>
      <Button onClick={onRetry} icon="retry">
        {action}
      </Button>
    </div>
  );
}

export function Empty({
  icon,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  /** What to do, and a button for it. */
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="nothing">
      <span class={styles.icon}>
        <Icon name={icon} size={28} />
      </span>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
