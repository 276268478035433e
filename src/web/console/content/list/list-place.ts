// Where one was in the list, so that the way back leads there.
import { signal } from "@preact/signals";
import { listHref } from "../addresses.ts";

/** With what was searched for and chosen. */
export const listAddress = signal(listHref());

let place: { readonly key: string; readonly scrollY: number } | undefined;

/** Called when an item is opened from the list. */
export function leaveList(key: string): void {
  listAddress.value = location.hash;
  place = { key, scrollY: window.scrollY };
}

/** Takes one back to the item that was opened last; once. */
export function returnToPlace(): void {
  if (place === undefined) return;
  const { key, scrollY } = place;
  place = undefined;
  window.scrollTo(0, scrollY);
  const link = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  link?.focus({ preventScroll: true });
}
