// GET state: how the program is, and what it could not handle, with the two things that can be done about that.
import { z } from "zod";
import type { AsideItem } from "../../dialog/admin/aside-list.ts";
import { causeOf, KINDS } from "../../dialog/admin/aside-wording.ts";
import { phrasesOf, type Faq } from "../../faq/faq.ts";
import type { AsideUpdate, Done, State } from "../api.ts";
import type { ConsoleArea } from "../console.ts";
import { refusal } from "../refusal.ts";
import { ASIDE } from "../wording.ts";
import { type Checked, checksOf } from "./state-checks.ts";

export interface StateParts {
  /** What stays as it is while the program runs. */
  readonly process: Pick<State, "startedAt" | "transport" | "store">;
  readonly check: () => Promise<Checked>;
  readonly content: () => {
    readonly file: string;
    readonly version: string;
    readonly faq: Faq;
    readonly faults: readonly string[];
  };
  readonly botUsername: () => string | undefined;
  readonly aside: {
    list(limit: number): Promise<readonly AsideItem[]>;
    /** False where it is none any more. */
    retry(id: number): Promise<boolean>;
    drop(id: number): Promise<boolean>;
  };
}

/** More are dealt with page by page: those that are dealt with are gone. */
const MAX_ASIDE = 100;

const ORDER = z.object({ id: z.number().int().nonnegative() });

export function stateArea(parts: StateParts): ConsoleArea {
  const { aside } = parts;
  return (routes) => {
    routes.get("state", z.object({}), () => stateOf(parts));
    routes.post("state/aside/retry", ORDER, async ({ id }) =>
      done(await aside.retry(id), ASIDE.retried),
    );
    routes.post("state/aside/drop", ORDER, async ({ id }) =>
      done(await aside.drop(id), ASIDE.dropped),
    );
  };
}

function done(isDone: boolean, message: string): object {
  return isDone ? ({ message } satisfies Done) : refusal(404, ASIDE.gone);
}

async function stateOf(parts: StateParts): Promise<State> {
  const { process, aside, content } = parts;
  const checked = await parts.check();
  const { file, version, faq, faults } = content();
  const { size } = checked;
  return {
    ...process,
    checks: checksOf(checked),
    lastUpdateAt: checked.lastUpdateAt,
    lastHeardAt: checked.lastHeardAt,
    queue: size && { pending: size.pending, oldestPendingMs: size.oldestPendingMs },
    // A database that does not answer must not hide everything else.
    aside: size === undefined ? [] : (await aside.list(MAX_ASIDE)).map(asideUpdate),
    content: {
      file,
      version,
      faults,
      entries: faq.entries.length,
      phrases: phrasesOf(faq).length,
    },
    botUsername: parts.botUsername(),
  };
}

function asideUpdate({ id, receivedAt, kind, isInGroup, error }: AsideItem): AsideUpdate {
  const title = isInGroup ? `${KINDS[kind]} ${ASIDE.inGroup}` : KINDS[kind];
  return { id, at: receivedAt, title, error: causeOf(error) };
}
