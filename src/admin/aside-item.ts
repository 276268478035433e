// An update that was put aside, as far as administrators are shown it: what it was, masked.
import type { AsideItem } from "../dialog/admin/aside-list.ts";
import { type BotIdentity, decodeUpdate } from "../max/decode.ts";
import type { AsideUpdate } from "../store/inbox/inbox.ts";
import { mask } from "../text/mask.ts";

export function asideItemOf(update: AsideUpdate, bot: BotIdentity | undefined): AsideItem {
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
