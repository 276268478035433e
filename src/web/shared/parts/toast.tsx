// Short notices of what was done, said to screen readers as well; one that offers an undo stays longer.
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { Button, Round } from "./button.tsx";
import { Icon } from "./icon.tsx";
import * as styles from "./toast.module.css";

export interface Toast {
  readonly text: string;
  readonly look?: "good" | "bad" | "plain";
  readonly action?: Action;
}

interface Action {
  readonly title: string;
  /** False where it was not done: it can be tried again. */
  readonly run: () => boolean | Promise<boolean>;
}

interface Shown extends Toast {
  readonly id: number;
}

const SHOWN_MS = 6_000;
const WITH_ACTION_MS = 20_000;
const MOST = 3;

const toasts = signal<readonly Shown[]>([]);
let lastId = 0;

export function showToast(toast: Toast): void {
  lastId += 1;
  toasts.value = [...toasts.value, { ...toast, id: lastId }].slice(-MOST);
}

function drop(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

/** There from the beginning: a screen reader says what comes into it. */
export function ToastHost() {
  return (
    <div class={styles.toasts} role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastView({ toast }: { readonly toast: Shown }) {
  const { id, text, look = "plain", action } = toast;
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => drop(id), action === undefined ? SHOWN_MS : WITH_ACTION_MS);
    return () => clearTimeout(timer);
  }, [isHeld]);
  return (
    <div
      class={styles.toast}
      data-toast={look}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocusCapture={() => setIsHeld(true)}
      onBlurCapture={() => setIsHeld(false)}
    >
      {look === "plain" ? null : <Icon name={look === "good" ? "check" : "warning"} />}
      <span class={styles.text}>{text}</span>
      {action === undefined ? null : (
        <Button
          look="quiet"
          isSmall
          onClick={async () => {
            if (await action.run()) drop(id);
          }}
        >
          {action.title}
        </Button>
      )}
      <Round icon="close" title="Закрыть" onClick={() => drop(id)} />
    </div>
  );
}
