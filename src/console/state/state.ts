// GET state: how the program is, and what it could not handle, with the two things that can be done about that.
import { z } from "zod";
import { type ShownDeadLetter, causeOf, KINDS } from "../../dialog/admin/dead-letters.ts";
import { phrasesOf, type Faq } from "../../faq/faq.ts";
import type { Done } from "../api.ts";
import type { DeadLetterView, State } from "./state-api.ts";
import { type ConsoleArea, refusal } from "../routes.ts";
import { type Checked, checksOf } from "./state-checks.ts";

const DEAD_LETTERS = {
  inGroup: "в группе",
  retried: "Снова в очереди. Если ответить опять не получится, оно вернётся сюда.",
  dropped: "Убрано.",
  gone: "Этого в списке уже нет: его повторили или убрали раньше.",
} as const;

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
  readonly deadLetters: {
    list(limit: number): Promise<readonly ShownDeadLetter[]>;
    /** False where it is none any more. */
    retry(id: number): Promise<boolean>;
    drop(id: number): Promise<boolean>;
  };
}

/** More are dealt with page by page: those that are dealt with are gone. */
const MAX_DEAD_LETTERS = 100;

const REQUEST = z.object({ id: z.number().int().nonnegative() });

export function stateArea(parts: StateParts): ConsoleArea {
  const { deadLetters } = parts;
  return (routes) => {
    routes.get("state", z.object({}), () => stateOf(parts));
    routes.post("state/dead-letters/retry", REQUEST, async ({ id }) =>
      done(await deadLetters.retry(id), DEAD_LETTERS.retried),
    );
    routes.post("state/dead-letters/drop", REQUEST, async ({ id }) =>
      done(await deadLetters.drop(id), DEAD_LETTERS.dropped),
    );
  };
}

function done(isDone: boolean, message: string): object {
  return isDone ? ({ message } satisfies Done) : refusal(404, DEAD_LETTERS.gone);
}

async function stateOf(parts: StateParts): Promise<State> {
  const { process, deadLetters, content } = parts;
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
    deadLetters:
      size === undefined ? [] : (await deadLetters.list(MAX_DEAD_LETTERS)).map(deadLetterView),
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

function deadLetterView({
  id,
  receivedAt,
  kind,
  isInGroup,
  error,
}: ShownDeadLetter): DeadLetterView {
  const title = isInGroup ? `${KINDS[kind]} ${DEAD_LETTERS.inGroup}` : KINDS[kind];
  return { id, at: receivedAt, title, error: causeOf(error) };
}
