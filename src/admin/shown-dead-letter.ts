// An update that was given up, as far as administrators are shown it: what it was, masked.
import type { ShownDeadLetter } from "../dialog/admin/dead-letters.ts";
import { type BotIdentity, decodeUpdate } from "../max/decode.ts";
import { readUpdate } from "../max/wire.ts";
import type { DeadLetter } from "../store/inbox/inbox.ts";
import { mask } from "../text/mask.ts";

export function shownDeadLetterOf(
  update: DeadLetter,
  bot: BotIdentity | undefined,
): ShownDeadLetter {
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
