// /aside: what the bot gave up, and the two things that can be done about it.
import type { AdminCommand } from "./admin.ts";
import { shownDeadLetterOf } from "./shown-dead-letter.ts";
import {
  DEAD_LETTERS_PAGE_SIZE,
  deadLettersMessage,
  deadLetterRequestOf,
  type DeadLettersPage,
  DEAD_LETTERS,
} from "../dialog/admin/dead-letters.ts";
import { pageNumber } from "../dialog/paging.ts";
import type { BotIdentity } from "../max/decode.ts";
import type { Inbox } from "../store/inbox/inbox.ts";

export interface DeadLetterParts {
  readonly inbox: Pick<Inbox, "deadLetters" | "size" | "retryDeadLetter" | "dropDeadLetter">;
  readonly bot: () => BotIdentity | undefined;
  /** Called when something is to be handled again. */
  readonly onRetried: () => void;
}

export function deadLettersCommand(parts: DeadLetterParts): AdminCommand {
  return {
    description: DEAD_LETTERS,
    run: async ({ argument, isTap }) => {
      const request = deadLetterRequestOf(argument, isTap);
      if (request === undefined) return undefined;
      const done = request.kind === "list" ? undefined : await act(request.kind, request.id, parts);
      return { message: deadLettersMessage({ ...(await read(request.page, parts)), done }) };
    },
  };
}

/** A second tap on the same button finds nothing to do. */
async function act(
  kind: "retry" | "drop",
  id: number,
  { inbox, onRetried }: DeadLetterParts,
): Promise<"retried" | "dropped" | "gone"> {
  if (kind === "drop") return (await inbox.dropDeadLetter(id)) ? "dropped" : "gone";
  if (!(await inbox.retryDeadLetter(id))) return "gone";
  onRetried();
  return "retried";
}

async function read(wanted: number, { inbox, bot }: DeadLetterParts): Promise<DeadLettersPage> {
  const { deadLetters: total } = await inbox.size();
  const { page, pages } = pageNumber(total, wanted, DEAD_LETTERS_PAGE_SIZE);
  const updates = await inbox.deadLetters({
    limit: DEAD_LETTERS_PAGE_SIZE,
    offset: page * DEAD_LETTERS_PAGE_SIZE,
  });
  return { items: updates.map((update) => shownDeadLetterOf(update, bot())), total, page, pages };
}
