// «Новая тема» in the chat: the command, and what administrators write between its steps.
import type { AdminCommand } from "./admin.ts";
import { commandOf } from "../dialog/command.ts";
import { NEW } from "../dialog/admin/wizard-wording.ts";
import type { PrivateEvent } from "../dialog/talk.ts";
import type { MaxClient } from "../max/client.ts";
import { newTopicMessage, takenMessage, type NewTopicParts } from "../teaching/wizard.ts";

export function newTopicCommand(parts: NewTopicParts): AdminCommand {
  return {
    description: NEW,
    run: async ({ place, argument, isTap }) => {
      const message = await newTopicMessage(place.userId, isTap ? argument : "", parts);
      return message && { message };
    },
  };
}

/** Takes what belongs to a draft; false where the event is for the others. Rejects when the answer cannot be sent. */
export type TakeDraft = (event: PrivateEvent, signal: AbortSignal) => Promise<boolean>;

export function createDraftDesk(
  parts: NewTopicParts,
  isAdmin: (userId: number) => boolean,
  client: Pick<MaxClient, "send">,
): TakeDraft {
  return async (event, signal) => {
    const { place } = event;
    if (event.kind === "tap" || !isAdmin(place.userId)) return false;
    if (event.kind === "started" || commandOf(event.text) !== undefined) {
      await parts.drafts.remove(place.userId);
      return false;
    }
    const message = await takenMessage(event, parts);
    if (message === undefined) return false;
    await client.send({ kind: "send", place, message }, signal);
    return true;
  };
}
