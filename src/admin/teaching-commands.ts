// The commands that teach the bot, and what administrators write between the steps of the wizard.
import type { AdminCommand } from "./admin.ts";
import { privateCommandOf } from "../dialog/command.ts";
import { UNANSWERED } from "../dialog/admin/teach-wording.ts";
import { NEW } from "../dialog/admin/wizard-messages.ts";
import type { PrivateEvent } from "../dialog/talk.ts";
import type { MaxClient } from "../max/client.ts";
import type { TeachParts } from "../teaching/teach.ts";
import { unansweredMessage } from "../teaching/unanswered.ts";
import { wizardMessage, wizardMessageOnText, type WizardParts } from "../teaching/wizard.ts";

export function unansweredCommand(parts: TeachParts): AdminCommand {
  return {
    description: UNANSWERED,
    run: async ({ argument, isTap }) => {
      // What is typed behind the command asks for nothing.
      const message = await unansweredMessage(isTap ? argument : "", parts);
      return message && { message };
    },
  };
}

export function wizardCommand(parts: WizardParts): AdminCommand {
  return {
    description: NEW,
    run: async ({ place, argument, isTap }) => {
      const message = await wizardMessage(place.userId, isTap ? argument : "", parts);
      return message && { message };
    },
  };
}

/** Takes what is written to an open wizard; false where the event is for others. Rejects when the answer cannot be sent. */
export type WizardListener = (event: PrivateEvent, signal: AbortSignal) => Promise<boolean>;

export function createWizardListener(
  parts: WizardParts,
  isAdmin: (userId: number) => boolean,
  client: Pick<MaxClient, "send">,
): WizardListener {
  return async (event, signal) => {
    const { place } = event;
    if (event.kind === "tap" || !isAdmin(place.userId)) return false;
    if (event.kind === "started" || privateCommandOf(event.text) !== undefined) {
      await parts.wizardStates.remove(place.userId);
      return false;
    }
    const message = await wizardMessageOnText(event, parts);
    if (message === undefined) return false;
    await client.send({ kind: "send", place, message }, signal);
    return true;
  };
}
