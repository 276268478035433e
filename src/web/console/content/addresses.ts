// Where the views of the content are, and the way from one to the next and back.
import { signal } from "@preact/signals";
import { hasMoved, hrefOf } from "../shell/router.ts";

export const HISTORY = "history";
export const NEW_ENTRY = "new-entry";

/** An item and its draft have the address of their key: `#/content/entry:why-max`. */
export function keyHref(key: string): string {
  return hrefOf("content", {}, [key]);
}

export function listHref(): string {
  return hrefOf("content");
}

export function historyHref(): string {
  return hrefOf("content", {}, [HISTORY]);
}

/** To be done when a view goes, as when a page does: the heading of the next one takes the focus. */
export function markMoved(): void {
  hasMoved.value = true;
}

/** Of the list where one left it, with what was searched for and chosen. */
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
