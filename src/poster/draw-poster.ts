// Posters while the bot answers: each is drawn in a thread, since drawing holds its thread up for half a second and more.
import { once } from "node:events";
import { startThread } from "../runtime/thread.ts";
import type { Poster, PosterText } from "./poster.ts";

/** Undefined where it cannot be drawn in good time: too many are asked for at once, or the machine is too busy. */
export type DrawPoster = (text: PosterText) => Promise<Poster | undefined>;

/** More at once than are drawn within the minute that an update has. */
const MAX_WAITING = 10;
/** A poster takes a second or two. */
const LIMIT_MS = 20_000;
/** The picture itself is beside the heap. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/** Draws one after another, each in a thread that is let go of: posters are rare, and what draws them is large. */
export function createDrawPoster(limitMs = LIMIT_MS): DrawPoster {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (text) => {
    if (waiting >= MAX_WAITING) return undefined;
    waiting += 1;
    const drawn = last.then(() => drawInThread(text, limitMs));
    last = drawn.catch(() => undefined).finally(() => (waiting -= 1));
    return drawn;
  };
}

async function drawInThread(text: PosterText, limitMs: number): Promise<Poster | undefined> {
  const thread = startThread(import.meta.url, "poster-thread", LIMITS);
  const signal = AbortSignal.timeout(limitMs);
  try {
    const drawn = once(thread, "message", { signal });
    thread.postMessage(text, []);
    // What the thread sends is what it is made to send.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const [poster] = (await drawn) as [Poster];
    return poster;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    await thread.terminate();
  }
}
