// /aside: what the bot gave up, and the two things that can be done about it.
import type { AdminCommand } from "./admin.ts";
import {
  ASIDE_PAGE_SIZE,
  type AsideItem,
  asideMessage,
  asideOrderOf,
  type AsideView,
} from "./dialog/aside-list.ts";
import { ASIDE } from "./dialog/aside-wording.ts";
import { pageNumber } from "./dialog/paging.ts";
import { type BotIdentity, decodeUpdate } from "./max/decode.ts";
import type { AsideUpdate, Inbox } from "./store/inbox.ts";
import { mask } from "./text/mask.ts";

export interface AsideParts {
  readonly inbox: Pick<Inbox, "aside" | "size" | "retryAside" | "dropAside">;
  readonly bot: () => BotIdentity | undefined;
  /** Called when something is to be handled again. */
  readonly onRetried: () => void;
}

export function asideCommand(parts: AsideParts): AdminCommand {
  return {
    description: ASIDE,
    run: async ({ argument, isTap }) => {
      const order = asideOrderOf(argument, isTap);
      if (order === undefined) return undefined;
      const done = order.kind === "list" ? undefined : await act(order.kind, order.id, parts);
      return { message: asideMessage({ ...(await read(order.page, parts)), done }) };
    },
  };
}

/** A second tap on the same button finds nothing to do. */
async function act(
  kind: "retry" | "drop",
  id: number,
  { inbox, onRetried }: AsideParts,
): Promise<"retried" | "dropped" | "gone"> {
  if (kind === "drop") return (await inbox.dropAside(id)) ? "dropped" : "gone";
  if (!(await inbox.retryAside(id))) return "gone";
  onRetried();
  return "retried";
}

async function read(wanted: number, { inbox, bot }: AsideParts): Promise<AsideView> {
  const { aside: total } = await inbox.size();
  const { page, pages } = pageNumber(total, wanted, ASIDE_PAGE_SIZE);
  const updates = await inbox.aside({ limit: ASIDE_PAGE_SIZE, offset: page * ASIDE_PAGE_SIZE });
  return { items: updates.map((update) => itemOf(update, bot())), total, page, pages };
}

function itemOf(update: AsideUpdate, bot: BotIdentity | undefined): AsideItem {
  const { id, receivedAt } = update;
  return { id, receivedAt, error: mask(update.error), ...contentOf(update.payload, bot) };
}

function contentOf(
  payload: string,
  bot: BotIdentity | undefined,
): Pick<AsideItem, "kind" | "isInGroup" | "text"> {
  const decoded = decodeUpdate(parsed(payload), bot);
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

/** What cannot be read is one of the reasons why an update is put aside. */
function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
}
