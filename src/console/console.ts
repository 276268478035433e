// The console put together: who may come in, its pages, its sessions, and the areas behind them.
import type { FastifyInstance } from "fastify";
import type { Config } from "../config/config.ts";
import { consoleContent, contentArea } from "./content/content.ts";
import { consoleEntrance, isIn, type Entrance } from "./sign-in/entrance.ts";
import { consoleState, type ConsoleStateParts } from "./state/state.ts";
import { consoleTry, tryArea } from "./try/try.ts";
import { type ConsoleArea, answerFailures, createRoutes } from "./routes.ts";
import { eventsArea } from "./events.ts";
import { overviewArea } from "./figures/overview.ts";
import { questionsArea } from "./figures/questions.ts";
import { unansweredArea } from "./unanswered/unanswered.ts";
import type { Watch } from "../health/open-watch.ts";
import { sleep } from "../runtime/sleep.ts";
import type { TeachParts } from "../teaching/teach.ts";
import { API, PAGES } from "./api.ts";
import { addPages } from "./pages.ts";
import { addGuard } from "./sign-in/guard.ts";
import { addSessionRoutes, type SessionParts } from "./sign-in/session-routes.ts";

/** The bar of links on the chat page of the local MAX. */
export const LINKS = PAGES.map(({ name, title }) => ({ title, href: `/console/#/${name}` }));

export interface OpenConsoleParts extends ConsoleStateParts {
  readonly watch: ConsoleStateParts["watch"] & Pick<Watch, "refused">;
  /** The same that the chat of MAX teaches by: edits of the file are made one after another. */
  readonly teaching: TeachParts;
}

/** Adds the console to a server; undefined where there is none. */
export type AddConsole = ((app: FastifyInstance) => void) | undefined;

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
    onWrongToken: (address) => parts.watch.refused("console_token", address),
  };
  return (app) => addConsole(app, consoleParts);
}

/** A line an area. */
function areasOf(config: Config, entrance: Entrance, parts: OpenConsoleParts): readonly ConsoleArea[] {
  const { journalPages: pages, tallies, uses } = parts.store;
  const faq = () => parts.content.current().faq;
  const { area, stamps } = consoleState(config, parts);
  const trial = consoleTry(config, parts);
  return [
    overviewArea({ tallies, pages, faq }),
    questionsArea({ pages, faq }),
    area,
    unansweredArea({
      ...parts.teaching,
      explain: (text) => parts.content.current().talk.explain(text),
    }),
    contentArea(consoleContent(config, { ...parts, uses, pages }, trial)),
    tryArea(trial),
    eventsArea({ stamps, isOpen: (cookie) => isIn(cookie, entrance), sleep }),
  ];
}

export interface ConsoleParts extends SessionParts {
  readonly areas: readonly ConsoleArea[];
}

/** Before the server listens. */
export function addConsole(app: FastifyInstance, parts: ConsoleParts): void {
  addPages(app, { isAtRoot: !parts.hasChat });
  void app.register(
    async (api) => {
      answerFailures(api, parts.log);
      addGuard(api, parts.entrance);
      addSessionRoutes(api, parts);
      const routes = createRoutes(api);
      for (const addArea of parts.areas) addArea(routes);
    },
    { prefix: API },
  );
}
