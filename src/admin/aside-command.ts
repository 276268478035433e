// /aside: what the bot gave up, and the two things that can be done about it.
import type { AdminCommand } from "./admin.ts";
import { asideItemOf } from "./aside-item.ts";
import {
  ASIDE_PAGE_SIZE,
  asideMessage,
  asideOrderOf,
  type AsideView,
} from "../dialog/admin/aside-list.ts";
import { ASIDE } from "../dialog/admin/aside-wording.ts";
import { pageNumber } from "../dialog/paging.ts";
import type { BotIdentity } from "../max/decode.ts";
import type { Inbox } from "../store/inbox/inbox.ts";

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
  return { items: updates.map((update) => asideItemOf(update, bot())), total, page, pages };
}
