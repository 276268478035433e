// /aside: what the bot gave up, and the two things that can be done about it.
import type { BotIdentity } from "../max/mention.ts";
import type { AdminCommand } from "./admin.ts";
import {
  DEAD_LETTERS_PAGE_SIZE,
  deadLettersMessage,
  deadLetterRequestOf,
  type DeadLettersPage,
  DEAD_LETTERS,
  type ShownDeadLetter,
} from "../dialog/admin/dead-letters.ts";
import { pageNumber } from "../dialog/paging.ts";
import { decodeUpdate } from "../max/decode.ts";
import type { Inbox, DeadLetter } from "../store/inbox/inbox.ts";
import { readUpdate } from "../max/wire.ts";
import { mask } from "../text/mask.ts";

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

export function shownDeadLetterOf(update: DeadLetter, bot: BotIdentity | undefined): ShownDeadLetter {
  const { id, receivedAt } = update;
  return { id, receivedAt, error: mask(update.error), ...contentOf(update.payload, bot) };
}

function contentOf(
  payload: string,
  bot: BotIdentity | undefined,
): Pick<ShownDeadLetter, "kind" | "isInGroup" | "text"> {
  const decoded = decodeUpdate(readUpdate(parsed(payload)), bot);
  if (decoded.kind === "ignored") return { kind: "other", isInGroup: false, text: undefined };
  const { event } = decoded;
  const isInGroup = event.place.kind === "group";
  switch (event.kind) {
    case "message": {
      const text = mask(event.text === "" ? (event.forwardedText ?? "") : event.text);
      return { kind: event.isEdited ? "edited" : "message", isInGroup, text };
    }
    case "tap":
    case "started":
      return { kind: event.kind, isInGroup, text: undefined };
    case "added":
    case "removed":
      return { kind: "membership", isInGroup, text: undefined };
  }
}

/** What cannot be read is one of the reasons why an update is given up. */
function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
}
