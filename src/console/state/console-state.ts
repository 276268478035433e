// What the console shows of the program: how it is, what it could not handle, and what changed since somebody looked.
import { shownDeadLetterOf } from "../../admin/dead-letters-command.ts";
import type { Config } from "../../config/config.ts";
import type { Stamps } from "../events.ts";
import type { BotIdentity } from "../../max/mention.ts";
import type { Checked } from "./state-checks.ts";
import type { StateParts } from "./state.ts";
import type { ContentHolder } from "../../live/content-holder.ts";
import type { Log } from "../../runtime/log.ts";
import type { Watch } from "../../health/open-watch.ts";
import { isPostgresUrl } from "../../store/database-url.ts";
import type { Store } from "../../store/store.ts";

export interface ConsoleStateParts {
  readonly content: ContentHolder;
  readonly store: Store;
  readonly watch: Pick<Watch, "size"> & {
    readonly probes: Pick<Watch["probes"], "live" | "ready">;
    readonly health: Pick<Watch["health"], "times" | "isAsking">;
  };
  readonly bot: () => BotIdentity | undefined;
  /** Says that there is something to do in the inbox. */
  readonly wake: () => void;
  readonly log: Log;
  readonly now: () => number;
}

export interface ConsoleState {
  readonly state: StateParts;
  readonly stamps: () => Promise<Stamps>;
}

export function consoleState(config: Config, parts: ConsoleStateParts): ConsoleState {
  const { content, store, bot, now } = parts;
  // A change that is taken back is two changes: somebody may have looked in between.
  let changes = 0;
  content.subscribe(() => {
    changes += 1;
  });
  const check = () => checkedOf(parts);
  return {
    state: {
      process: {
        startedAt: now(),
        transport: config.target.kind === "preview" ? "preview" : config.transport.kind,
        store: isPostgresUrl(config.databaseUrl) ? "postgres" : "sqlite",
      },
      check,
      content: () => ({ ...content.current(), file: content.file, faults: content.faults() }),
      botUsername: () => bot()?.username,
      deadLetters: deadLettersOf(parts),
    },
    stamps: async () => ({
      journal: await store.journalPages.stamp(),
      content: `${changes}`,
      state: stampOf(await check()),
    }),
  };
}

async function checkedOf({ watch, bot }: ConsoleStateParts): Promise<Checked> {
  const { probes, health, size } = watch;
  const { updateAt, maxAt } = health.times();
  return {
    live: await probes.live(),
    ready: await probes.ready(),
    isStandby: bot() !== undefined && !health.isAsking(),
    size: await size(),
    lastUpdateAt: updateAt,
    lastHeardAt: maxAt,
  };
}

/** Without what changes by itself: for how long something is as it is. */
function stampOf({ live, ready, isStandby, size }: Checked): string {
  const isOk = [live, ready].map((signs) => Object.values(signs).map((sign) => sign === "ok"));
  return JSON.stringify([isOk, isStandby, size?.pending, size?.deadLetters]);
}

function deadLettersOf({ store, bot, wake }: ConsoleStateParts): StateParts["deadLetters"] {
  const { inbox } = store;
  return {
    list: async (limit) => {
      const updates = await inbox.deadLetters({ limit, offset: 0 });
      return updates.map((update) => shownDeadLetterOf(update, bot()));
    },
    retry: async (id) => {
      const isRetried = await inbox.retryDeadLetter(id);
      if (isRetried) wake();
      return isRetried;
    },
    drop: (id) => inbox.dropDeadLetter(id),
  };
}
