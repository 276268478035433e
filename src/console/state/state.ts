// How the program is, what it could not handle, with the two things that can be done about that, and what changed lately.
import { z } from "zod";
import { shownDeadLetterOf } from "../../admin/dead-letters-command.ts";
import type { Config } from "../../config/config.ts";
import { type ShownDeadLetter, causeOf, KINDS } from "../../dialog/admin/dead-letters.ts";
import { phrasesOf } from "../../faq/faq.ts";
import type { Watch } from "../../health/open-watch.ts";
import type { ContentHolder } from "../../live/content-holder.ts";
import type { BotIdentity } from "../../max/mention.ts";
import type { Log } from "../../runtime/log.ts";
import { isPostgresUrl } from "../../store/database-url.ts";
import type { Store } from "../../store/store.ts";
import type { Done } from "../api.ts";
import type { Stamps } from "../events.ts";
import { type ConsoleArea, refusal } from "../routes.ts";
import type { DeadLetterView, State } from "./state-api.ts";
import { type Checked, checksOf } from "./state-checks.ts";

const DEAD_LETTERS = {
  inGroup: "в группе",
  retried: "Снова в очереди. Если ответить опять не получится, оно вернётся сюда.",
  dropped: "Убрано.",
  gone: "Этого в списке уже нет: его повторили или убрали раньше.",
} as const;

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
  readonly area: ConsoleArea;
  readonly stamps: () => Promise<Stamps>;
}

/** More are dealt with page by page: those that are dealt with are gone. */
const MAX_DEAD_LETTERS = 100;

const REQUEST = z.object({ id: z.number().int().nonnegative() });

/** What stays as it is while the program runs. */
type Process = Pick<State, "startedAt" | "transport" | "store">;

export function consoleState(config: Config, parts: ConsoleStateParts): ConsoleState {
  const { content, store, wake, now } = parts;
  // A change that is taken back is two changes: somebody may have looked in between.
  let changes = 0;
  content.subscribe(() => {
    changes += 1;
  });
  const process: Process = {
    startedAt: now(),
    transport: config.target.kind === "preview" ? "preview" : config.transport.kind,
    store: isPostgresUrl(config.databaseUrl) ? "postgres" : "sqlite",
  };
  return {
    area: (routes) => {
      routes.get("state", z.object({}), () => stateOf(process, parts));
      routes.post("state/dead-letters/retry", REQUEST, async ({ id }) => {
        const isRetried = await store.inbox.retryDeadLetter(id);
        if (isRetried) wake();
        return done(isRetried, DEAD_LETTERS.retried);
      });
      routes.post("state/dead-letters/drop", REQUEST, async ({ id }) =>
        done(await store.inbox.dropDeadLetter(id), DEAD_LETTERS.dropped),
      );
    },
    stamps: async () => ({
      journal: await store.journalPages.stamp(),
      content: `${changes}`,
      state: stampOf(await checkedOf(parts)),
    }),
  };
}

function done(isDone: boolean, message: string): object {
  return isDone ? ({ message } satisfies Done) : refusal(404, DEAD_LETTERS.gone);
}

async function stateOf(process: Process, parts: ConsoleStateParts): Promise<State> {
  const { content, store, bot } = parts;
  const checked = await checkedOf(parts);
  const { size, lastUpdateAt, lastHeardAt } = checked;
  const { version, faq } = content.current();
  // A database that does not answer must not hide everything else.
  const deadLetters = size === undefined ? [] : await store.inbox.deadLetters({ limit: MAX_DEAD_LETTERS, offset: 0 });
  return {
    ...process,
    checks: checksOf(checked),
    lastUpdateAt,
    lastHeardAt,
    queue: size && { pending: size.pending, oldestPendingMs: size.oldestPendingMs },
    deadLetters: deadLetters.map((update) => deadLetterView(shownDeadLetterOf(update, bot()))),
    content: {
      file: content.file,
      version,
      faults: content.faults(),
      entries: faq.entries.length,
      phrases: phrasesOf(faq).length,
    },
    botUsername: bot()?.username,
  };
}

function deadLetterView({ id, receivedAt, kind, isInGroup, error }: ShownDeadLetter): DeadLetterView {
  const title = isInGroup ? `${KINDS[kind]} ${DEAD_LETTERS.inGroup}` : KINDS[kind];
  return { id, at: receivedAt, title, error: causeOf(error) };
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
