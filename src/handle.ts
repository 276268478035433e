// One update on its way through the program: decoded, answered, sent.
import type { Log } from "./delivery/log.ts";
import type { Talk } from "./dialog/talk.ts";
import type { MaxClient } from "./max/client.ts";
import { decodeUpdate } from "./max/decode.ts";

export interface HandlerParts {
  readonly client: Pick<MaxClient, "send">;
  /** The talk over the content that is live at the moment. */
  readonly talk: () => Talk;
  readonly botUserId: () => number | undefined;
  readonly log: Log;
}

/** A function that handles one update with at most one call to MAX; rejects when the reply cannot be sent. */
export function createHandler({ client, talk, botUserId, log }: HandlerParts) {
  return async (update: unknown, signal: AbortSignal): Promise<void> => {
    const decoded = decodeUpdate(update, botUserId());
    if (decoded.kind === "ignored") {
      log.info({ reason: decoded.reason }, "An update is not answered");
      return;
    }
    const reply = talk().replyTo(decoded.event);
    if (reply === undefined) return;
    await client.send(reply, signal);
    log.info({ event: decoded.event.kind, reply: reply.kind }, "Answered");
  };
}
