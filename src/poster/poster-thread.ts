// The thread in which one poster is drawn.
import { parentPort } from "node:worker_threads";
import { createPoster, type PosterText } from "./poster.ts";

parentPort?.once("message", (text: PosterText) => void draw(text));

/** A rejection ends the thread with it. */
async function draw(text: PosterText): Promise<void> {
  parentPort?.postMessage(await createPoster(text), []);
}
