// The console put together: who may come in, and what it works with.
import type { Config } from "../config/config.ts";
import { consoleContent } from "./content/console-content.ts";
import { consoleEntrance } from "./sign-in/console-entrance.ts";
import { consoleState, type ConsoleStateParts } from "./state/console-state.ts";
import { consoleTry } from "./try/console-try.ts";
import { addConsole, type ConsoleArea, type ConsoleParts } from "./console.ts";
import { contentArea } from "./content/content.ts";
import { eventsArea } from "./events.ts";
import { overviewArea } from "./figures/overview.ts";
import { questionsArea } from "./figures/questions.ts";
import { isIn, type Entrance } from "./sign-in/entrance.ts";
import { stateArea } from "./state/state.ts";
import { tryArea } from "./try/try.ts";
import { unansweredArea } from "./unanswered/unanswered.ts";
import { sleep } from "../runtime/sleep.ts";
import type { TeachParts } from "../teaching/teach.ts";

export interface OpenConsoleParts extends ConsoleStateParts {
  /** The same that the chat of MAX teaches by: edits of the file are made one after another. */
  readonly teaching: TeachParts;
}

/** Adds the console to a server; undefined where there is none. */
export type AddConsole = ((app: Parameters<typeof addConsole>[0]) => void) | undefined;

export function openConsole(config: Config, parts: OpenConsoleParts): AddConsole {
  const entrance = consoleEntrance(config, parts.now);
  if (entrance === undefined) return undefined;
  const { content, log } = parts;
  const consoleParts: ConsoleParts = {
    entrance,
    areas: areasOf(config, entrance, parts),
    organization: () => content.current().faq.organization.name,
    hasChat: config.target.kind === "preview",
    log,
  };
  return (app) => addConsole(app, consoleParts);
}

/** A line an area. */
function areasOf(
  config: Config,
  entrance: Entrance,
  parts: OpenConsoleParts,
): readonly ConsoleArea[] {
  const { journalPages: pages, tallies, uses } = parts.store;
  const faq = () => parts.content.current().faq;
  const { state, stamps } = consoleState(config, parts);
  const trial = consoleTry(config, { ...parts, pages });
  return [
    overviewArea({ tallies, pages, faq }),
    questionsArea({ pages, faq }),
    stateArea(state),
    unansweredArea({
      ...parts.teaching,
      explain: (text) => parts.content.current().talk.explain(text),
    }),
    contentArea(consoleContent(config, { ...parts, uses, pages }, trial)),
    tryArea(trial),
    eventsArea({ stamps, isOpen: (cookie) => isIn(cookie, entrance), sleep }),
  ];
}
