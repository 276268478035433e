// Starts the pages of the console in the browser.
import { render } from "preact";
import "./shell/colours.css";
import "./shell/base.css";
import "./shell/frame.css";
import "./parts/note.css";
import "./parts/parts.css";
import { LOADERS } from "./load-page.ts";
import { App } from "./shell/app.tsx";
import { ignoreDoubleClicks } from "./shell/double-clicks.ts";
import { route, watchAddress } from "./shell/router.ts";

const place = document.querySelector("#app");
if (place !== null) {
  watchAddress();
  ignoreDoubleClicks();
  // While the session is being asked for; what goes wrong with it is said where it is shown.
  LOADERS[route.value.page.name]().catch(() => undefined);
  place.replaceChildren();
  render(<App />, place);
}
