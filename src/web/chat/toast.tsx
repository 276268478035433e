// A short notice over the chat.
import { signal } from "@preact/signals";
import * as styles from "./chat-overlays.module.css";

interface Notice {
  readonly text: string;
  /** Tells notices that say the same apart: each is read out. */
  readonly number: number;
  readonly look: "plain" | "error";
}

const SHOWN_MS = 6_000;
const notice = signal<Notice | undefined>(undefined);
let latest = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string, look: Notice["look"] = "plain"): void {
  clearTimeout(timer);
  latest += 1;
  notice.value = { text, look, number: latest };
  timer = setTimeout(() => {
    notice.value = undefined;
  }, SHOWN_MS);
}

/** Puts text on the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast("Скопировано");
  } catch {
    toast("Браузер не дал скопировать.", "error");
  }
}

/** There from the beginning: a screen reader says what comes into it. */
export function Toast() {
  return (
    <div
      class={styles.toast}
      data-look={notice.value?.look}
      role="status"
      aria-live="assertive"
      hidden={notice.value === undefined}
    >
      <span key={notice.value?.number}>{notice.value?.text}</span>
    </div>
  );
}
