// Starts the chat page of the local MAX in the browser.
import { render } from "preact";
import "../shared/tokens.css";
import "../shared/base.css";
import "./page.css";
import { App } from "./app.tsx";
import { listen } from "./connection.ts";
import { listeners } from "./events.ts";

const place = document.querySelector("#app");
if (place !== null) {
  render(<App />, place);
  listen(listeners);
}
