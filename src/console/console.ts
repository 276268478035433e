// The console on a server: its pages, its sessions, and the areas behind them.
import type { FastifyInstance } from "fastify";
import { API } from "./api.ts";
import type { Log } from "../runtime/log.ts";
import { addPages } from "./pages.ts";
import { answerFailures } from "./refusal.ts";
import { createRoutes, type Routes } from "./routes.ts";
import type { Entrance } from "./sign-in/entrance.ts";
import { addGuard } from "./sign-in/guard.ts";
import { addSessionRoutes } from "./sign-in/session-routes.ts";

/** A part of the console: adds its routes. They are reached by whoever has signed in. */
export type ConsoleArea = (routes: Routes) => void;

export interface ConsoleParts {
  readonly entrance: Entrance;
  readonly areas: readonly ConsoleArea[];
  /** The name of the school. */
  readonly organization: () => string;
  /** The chat page of the local MAX is at `/`; where there is none, the console is. */
  readonly hasChat: boolean;
  readonly log: Log;
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
