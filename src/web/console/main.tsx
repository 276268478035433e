// Starts the pages of the console in the browser.
import { render } from "preact";
import "../shared/tokens.css";
import "../shared/base.css";
import "./shell/base.css";
import "./parts/looks.css";
import "./parts/print.css";
import { LOADERS } from "./shell/page-view.tsx";
import { App } from "./shell/app.tsx";
import { route, watchAddress } from "./shell/router.ts";

/** What a click does something with; a double click into a text selects a word. */
const CLICKED = "button, a, summary";

const place = document.querySelector("#app");
if (place !== null) {
  watchAddress();
  ignoreDoubleClicks();
  // While the session is being asked for; what goes wrong with it is said where it is shown.
  LOADERS[route.value.page.name]().catch(() => undefined);
  place.replaceChildren();
  render(<App />, place);
}

/**
 * People double-click out of habit. What the first click brings under the pointer is not to get the second one: from now on the second click of a double click, and each one after it, is nobody's.
 */
function ignoreDoubleClicks(): void {
  document.addEventListener("click", ignoreSecond, { capture: true });
}

function ignoreSecond(event: MouseEvent): void {
  // By the keyboard it is 0, and 1 again after half a second or some pixels further on.
  if (event.detail < 2 || !(event.target instanceof Element)) return;
  if (event.target.closest(CLICKED) === null) return;
  event.preventDefault();
  event.stopPropagation();
}
