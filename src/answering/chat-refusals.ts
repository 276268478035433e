// Tells a chat that takes nothing of the bot any more from a bot that no chat takes anything of.
import type { MaxFailure } from "../max/failure.ts";
import type { Log } from "../runtime/log.ts";
import { OutsideError } from "../runtime/errors.ts";

export interface ChatRefusals {
  /** Somebody could be answered. */
  answered(): void;
  /**
   * A chat, by its name, refused what was to be said there: whoever asked has left, and the matter is settled. Throws
   * an OutsideError, to be tried again, where chat after chat does that: then it is the bot, and all would be lost.
   */
  settle(error: MaxFailure, chat: string): void;
}

/** So many chats with no answer in between are the bot: it may be blocked. What was asked in those before is lost. */
const CHATS_OF_A_BLOCK = 3;

export function createChatRefusals(log: Log): ChatRefusals {
  const refusing = new Set<string>();
  const isBlocked = () => refusing.size >= CHATS_OF_A_BLOCK;
  return {
    answered: () => {
      if (isBlocked()) log.info({}, "MAX takes answers again");
      refusing.clear();
    },
    settle: (error, chat) => {
      const { reason, code } = error;
      const wasBlocked = isBlocked();
      if (!wasBlocked) refusing.add(chat);
      if (!isBlocked()) {
        log.info({ reason, code }, "The chat takes nothing of the bot: nobody is answered");
        return;
      }
      if (!wasBlocked) log.error({ reason, code }, "No chat takes anything of the bot: all wait");
      const story = `${error.message}, and so it is in all chats`;
      throw new OutsideError(story, { isRetryable: true, cause: error });
    },
  };
}
