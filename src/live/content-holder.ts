// The content that is in service, and the one place where another version takes its place.
import { createFaultPrinter, type ContentFault } from "./content-fault.ts";
import {
  contentOfTexts,
  looksCutOff,
  readContentTexts,
  withQuestions,
  type BuiltContent,
  type ContentTexts,
} from "./content-texts.ts";
import { buildContent, contentError, type LiveContent } from "./content.ts";
import { parseFaq } from "../faq/parse.ts";
import type { Problem } from "../faq/problems/problem.ts";
import { inTurns } from "./in-turns.ts";
import { buildMatcher, type BuildMatcher } from "../search/matcher.ts";
import { atOnce } from "../search/steps.ts";

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
  /** It is in service itself: the bot was started with it, and there was nothing else to serve. */
  readonly isLive: boolean;
  readonly fault: ContentFault;
  /** The fault in Russian, an item a problem. */
  readonly lines: readonly string[];
}

export type ContentOutcome = Loaded | Rejected;

/** Unchanged: the file says what is in service already. */
export type Reload = ContentOutcome | { readonly kind: "unchanged"; readonly content: LiveContent };

export interface ContentHolder {
  readonly file: string;
  /** Whole at any moment; work that takes a while keeps the one it was given. */
  current(): LiveContent;
  /** Why the file is not what is live, as the subscribers heard it last, a line a problem; none while it is. */
  faults(): readonly string[];
  /**
   * Reads the file and puts it into service when it is valid. Calls that come together share one reading, which
   * starts after the last of them. A tentative reload does not tell the subscribers of a rejection: the file
   * may be half written.
   */
  reload(options?: { readonly isTentative: boolean }): Promise<Reload>;
  /** Why this text of the file could not go into service, in Russian, a line a problem; none where it could. */
  flawsOf(text: string): Promise<readonly string[]>;
  /** The listener hears of every new version, and of every other set of problems once; returns how to stop that. */
  subscribe(listener: ContentListener): () => void;
}

export type ContentListener = (outcome: ContentOutcome) => void;

/**
 * Throws UsageError when the file cannot go into service: there is nothing else to serve yet. Regression cases that
 * fail do not keep it from service at the start, for the same reason; the first reload tells of them.
 */
export async function openContent(file: string, build: BuildMatcher = buildMatcher): Promise<ContentHolder> {
  const first = await openFirst(file, build);
  let live = first.content;
  const listeners = new Set<ContentListener>();
  const print = createFaultPrinter(file);
  /** What is wrong with what was read last; or with what is live, where nothing better was ever there. */
  let lastRejection = first.fault && ({ version: live.version, rejected: reject(first.fault, true) } as const);
  const flawOfLive = lastRejection;
  /** The last content that was checked without being put into service. */
  let tried: { readonly version: string; readonly built: BuiltContent } | undefined;
  /** The rejection that the subscribers heard of last, when nothing better came since. */
  let told: Rejected | undefined;

  function tell(outcome: ContentOutcome): void {
    told = outcome.kind === "rejected" ? outcome : undefined;
    for (const listener of listeners) listener(outcome);
  }

  async function attempt(): Promise<Reload> {
    const texts = await readContentTexts(file);
    if (texts.kind !== "texts") return reject(texts.kind === "fault" ? texts.fault : texts);
    const { version } = texts;
    if (version === flawOfLive?.version && version === live.version) return flawOfLive.rejected;
    if (version === live.version) {
      if (told !== undefined) tell({ kind: "loaded", content: live, warnings: [], isMended: true });
      return { kind: "unchanged", content: live };
    }
    if (version === lastRejection?.version) return lastRejection.rejected;
    const outcome = await take(texts);
    lastRejection = outcome.kind === "rejected" ? { version, rejected: outcome } : undefined;
    if (outcome.kind === "loaded") tell(outcome);
    return outcome;
  }

  async function take(texts: ContentTexts): Promise<ContentOutcome> {
    const { version, text } = texts;
    // What was checked before it was written is whole, however it ends.
    const checked = tried?.version === version ? tried.built : undefined;
    tried = undefined;
    const built = checked ?? (await inTurns(contentOfTexts(texts, build)));
    const isSound = built.kind === "fit" || built.isSound;
    const isCutOff = checked === undefined && isSound && looksCutOff(text, live.text);
    if (isCutOff) return reject({ kind: "cut-off" });
    if (built.kind === "unfit") return reject(built.fault);
    live = built.content;
    const { warnings } = built;
    return { kind: "loaded", content: live, warnings, isMended: told !== undefined };
  }

  async function flawsOf(text: string): Promise<readonly string[]> {
    const texts = await withQuestions(file, text);
    const built = await inTurns(contentOfTexts(texts, build));
    tried = { version: texts.version, built };
    return built.kind === "fit" ? [] : print(built.fault);
  }

  function reject(fault: ContentFault, isLive = false): Rejected {
    return { kind: "rejected", isLive, fault, lines: print(fault) };
  }

  const nextAttempt = coalesced(attempt);
  return {
    file,
    current: () => live,
    faults: () => told?.lines ?? [],
    reload: async ({ isTentative } = { isTentative: false }) => {
      const outcome = await nextAttempt();
      if (outcome.kind === "rejected" && !isTentative && !isSame(outcome, told)) tell(outcome);
      return outcome;
    },
    flawsOf,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function isSame(one: Rejected, other: Rejected | undefined): boolean {
  return one.lines.join("\n") === other?.lines.join("\n");
}

interface FirstContent {
  readonly content: LiveContent;
  readonly fault: ContentFault | undefined;
}

async function openFirst(file: string, build: BuildMatcher): Promise<FirstContent> {
  const texts = await readContentTexts(file);
  if (texts.kind === "unreadable") throw texts.error;
  if (texts.kind === "fault") throw contentError(file, texts.fault);
  const built = atOnce(contentOfTexts(texts, build));
  if (built.kind === "fit") return { content: built.content, fault: undefined };
  if (built.fault.kind === "bug") throw built.fault.error;
  const parsed = parseFaq(texts.text);
  if (!built.isSound || parsed.kind === "problems") throw contentError(file, built.fault);
  const { text, version } = texts;
  return {
    content: buildContent(parsed.faq, text, atOnce(build(parsed.faq)), version),
    fault: built.fault,
  };
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
