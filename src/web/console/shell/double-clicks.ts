// People double-click out of habit. What the first click brings under the pointer is not to get the second one.

/** What a click does something with; a double click into a text selects a word. */
const CLICKED = "button, a, summary, [role=option]";

/** From now on the second click of a double click, and each one after it, is nobody's. */
export function ignoreDoubleClicks(): void {
  document.addEventListener("click", ignoreSecond, { capture: true });
}

function ignoreSecond(event: MouseEvent): void {
  // By the keyboard it is 0, and 1 again after half a second or some pixels further on.
  if (event.detail < 2 || !(event.target instanceof Element)) return;
  if (event.target.closest(CLICKED) === null) return;
  event.preventDefault();
  event.stopPropagation();
}
