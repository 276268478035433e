// The content that is in service, and the one place where another version takes its place.
import { createFaultPrinter, type ContentFault } from "./content-fault.ts";
import {
  buildContent,
  loadContent,
  versionOf,
  type BuildContent,
  type LiveContent,
} from "./content.ts";
import { OutsideError, UsageError } from "./errors.ts";
import { looksCutOff } from "./faq/cut-off.ts";
import { readFaqText } from "./faq/load.ts";
import { parseFaq } from "./faq/parse.ts";
import type { Problem } from "./faq/problem.ts";

/** Another version is in service; `isMended` when a rejection was told before, perhaps of nothing but a detour. */
export interface Loaded {
  readonly kind: "loaded";
  readonly content: LiveContent;
  readonly warnings: readonly Problem[];
  readonly isMended: boolean;
}

/** What was in service stays there. */
export interface Rejected {
  readonly kind: "rejected";
  readonly fault: ContentFault;
  /** The fault in Russian, an item a problem. */
  readonly lines: readonly string[];
}

export type ContentOutcome = Loaded | Rejected;

/** Unchanged: the file says what is in service already. */
export type Reload = ContentOutcome | { readonly kind: "unchanged"; readonly content: LiveContent };

export interface ContentHolder {
  readonly file: string;
  /** Whole at any moment; whoever works with it for a while keeps the one he was given. */
  current(): LiveContent;
  /**
   * Reads the file and puts it into service when it is valid. Calls that come together share one reading, which
   * starts after the last of them. A tentative reload does not tell the subscribers of a rejection: the file
   * may be half written.
   */
  reload(options?: { readonly isTentative: boolean }): Promise<Reload>;
  /** The listener hears of every new version, and of every other set of problems once; returns how to stop that. */
  subscribe(listener: ContentListener): () => void;
}

export type ContentListener = (outcome: ContentOutcome) => void;

/** Throws UsageError when the file cannot go into service: there is nothing else to serve yet. */
export async function openContent(
  file: string,
  build: BuildContent = buildContent,
): Promise<ContentHolder> {
  let live = await loadContent(file, build);
  const listeners = new Set<ContentListener>();
  const print = createFaultPrinter(file);
  let lastRejection: { readonly version: string; readonly rejected: Rejected } | undefined;
  /** The rejection that the subscribers heard of last, when nothing better came since. */
  let told: string | undefined;

  function tell(outcome: ContentOutcome): void {
    told = outcome.kind === "rejected" ? outcome.lines.join("\n") : undefined;
    for (const listener of listeners) listener(outcome);
  }

  async function attempt(): Promise<Reload> {
    const read = await readText(file);
    if (read.kind !== "text") return reject(read);
    const version = versionOf(read.text);
    if (version === live.version) {
      if (told !== undefined) tell({ kind: "loaded", content: live, warnings: [], isMended: true });
      return { kind: "unchanged", content: live };
    }
    if (version === lastRejection?.version) return lastRejection.rejected;
    const outcome = take(read.text);
    lastRejection = outcome.kind === "rejected" ? { version, rejected: outcome } : undefined;
    if (outcome.kind === "loaded") tell(outcome);
    return outcome;
  }

  function take(text: string): ContentOutcome {
    const parsed = parseFaq(text);
    if (parsed.kind === "problems") return reject({ ...parsed, text });
    if (looksCutOff(text, live.text)) return reject({ kind: "cut-off" });
    try {
      live = build(parsed.faq, text);
    } catch (error) {
      // Content that the matcher fails on must not take the old content down with it.
      return reject({ kind: "bug", error });
    }
    const { warnings } = parsed;
    return { kind: "loaded", content: live, warnings, isMended: told !== undefined };
  }

  function reject(fault: ContentFault): Rejected {
    return { kind: "rejected", fault, lines: print(fault) };
  }

  const nextAttempt = coalesced(attempt);
  return {
    file,
    current: () => live,
    reload: async ({ isTentative } = { isTentative: false }) => {
      const outcome = await nextAttempt();
      const isNews = outcome.kind === "rejected" && outcome.lines.join("\n") !== told;
      if (isNews && !isTentative) tell(outcome);
      return outcome;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

async function readText(file: string) {
  try {
    const read = await readFaqText(file);
    return read.kind === "text" ? read : { ...read, text: "" };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof OutsideError)) throw error;
    return { kind: "unreadable", error } as const;
  }
}

/** One run at a time; whoever calls during a run shares the one that comes after it. */
function coalesced<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined;
  let next: Promise<Result> | undefined;

  function start(): Promise<Result> {
    next = undefined;
    running = run().finally(() => {
      running = undefined;
    });
    return running;
  }

  return () => {
    if (running === undefined && next === undefined) return start();
    next ??= (running ?? Promise.resolve()).then(start, start);
    return next;
  };
}
