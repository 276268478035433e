// Starts the pages of the console in the browser.
import { render } from "preact";
import "./shell/colours.css";
import "./shell/base.css";
import "./shell/frame.css";
import "./parts/parts.css";
import { App } from "./shell/app.tsx";
import { watchAddress } from "./shell/router.ts";

const place = document.querySelector("#app");
if (place !== null) {
  watchAddress();
  render(<App />, place);
}
