// Waiting for the bot: that it is typing, and that it was silent for so long that something must be wrong.
import { signal } from "@preact/signals";
import { pressed } from "./state.ts";
import { showToast } from "../shared/parts/toast.tsx";

const PATIENCE_MS = 10_000;
/** MAX shows the action of a bot about this long. */
const TYPING_MS = 6_000;

export const isTyping = signal(false);

let patience: ReturnType<typeof setTimeout> | undefined;
let typing: ReturnType<typeof setTimeout> | undefined;

/** The visitor did something the bot should answer, or the bot says it is at work. */
export function expectBot(): void {
  stopExpecting();
  patience = setTimeout(() => {
    botIsDone();
    showToast({
      text: "Бот не ответил. Запущен ли он? Посмотрите, что он напечатал.",
      look: "bad",
    });
  }, PATIENCE_MS);
}

export function stopExpecting(): void {
  clearTimeout(patience);
}

/** Goes with the message of the bot, or by itself. */
export function showTyping(isShown: boolean): void {
  clearTimeout(typing);
  isTyping.value = isShown;
  if (isShown) typing = setTimeout(() => showTyping(false), TYPING_MS);
}

/** Taps that were under way are over. */
export function botIsDone(): void {
  stopExpecting();
  showTyping(false);
  pressed.value = new Map();
}
