// Hears from the server what has changed, so that a page shows it without being reloaded. Nothing is asked for in between.
import { signal, type Signal } from "@preact/signals";
import { API, type Changed } from "../../../console/api.ts";
import { checkSession } from "./session.ts";

const KINDS: readonly Changed[] = ["journal", "content", "state"];
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A stream that begins later than this after the page may have begun after a change, too. */
const AT_ONCE_MS = 1_000;

/** How often each has changed since the page was opened. */
export const changes: Readonly<Record<Changed, Signal<number>>> = {
  journal: signal(0),
  content: signal(0),
  state: signal(0),
};

export const isOffline = signal(false);

let source: EventSource | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let pauseMs = FIRST_PAUSE_MS;
let isListening = false;
/** Something may have been missed while nobody listened. */
let hasMissed = false;

/** Listens while the page is seen; returns what ends it. */
export function listen(): () => void {
  const onVisibility = () => {
    if (!document.hidden) return connect();
    rest();
    hasMissed = true;
  };
  isListening = true;
  const late = setTimeout(() => {
    hasMissed = true;
  }, AT_ONCE_MS);
  document.addEventListener("visibilitychange", onVisibility);
  onVisibility();
  return () => {
    isListening = false;
    clearTimeout(late);
    document.removeEventListener("visibilitychange", onVisibility);
    rest();
    hasMissed = false;
    isOffline.value = false;
  };
}

function connect(): void {
  if (source !== undefined) return;
  clearTimeout(timer);
  source = new EventSource(`${API}/events`);
  source.addEventListener("open", () => {
    pauseMs = FIRST_PAUSE_MS;
    isOffline.value = false;
    if (hasMissed) KINDS.forEach(announce);
    hasMissed = true;
  });
  source.addEventListener("error", () => void reconnect());
  for (const kind of KINDS) source.addEventListener(kind, () => announce(kind));
}

/** Not left to the browser: it gives up for good where a proxy answers for a program that is being restarted. */
async function reconnect(): Promise<void> {
  rest();
  hasMissed = true;
  const pause = pauseMs;
  pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  // The first break is most often a restart: no alarm before the second.
  if (pause > FIRST_PAUSE_MS) isOffline.value = true;
  timer = setTimeout(() => void resume(), pause);
}

async function resume(): Promise<void> {
  await checkSession();
  if (!document.hidden && isListening) connect();
}

function rest(): void {
  clearTimeout(timer);
  source?.close();
  source = undefined;
}

/**
 * Whatever is shown of this kind is asked for anew. A page that has changed something says so itself: the server looks
 * only now and then.
 */
export function announce(kind: Changed): void {
  changes[kind].value += 1;
}
