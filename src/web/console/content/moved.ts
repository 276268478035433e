// Within the page of the content one moves from view to view as from page to page elsewhere.
import { hasMoved } from "../shell/router.ts";

/** To be done when a view goes: the heading of the next one takes the focus. */
export function markMoved(): void {
  hasMoved.value = true;
}
