// What handing questions to a person is made of: shared by the sides of parents and staff.
import type { Log } from "../runtime/log.ts";
import type { MaxClient } from "../max/client.ts";
import { MaxFailure } from "../max/failure.ts";
import type { SupportQuestions } from "../store/support-questions.ts";

export interface SupportParts {
  readonly client: Pick<MaxClient, "send" | "membership">;
  readonly questions: SupportQuestions;
  readonly staffChatId: number;
  /** Whom to ask instead, as the content says at the moment. */
  readonly contact: () => string;
  /** Told that somebody wants what they asked so to go to a person, whatever comes of it. Never rejects. */
  readonly handedOver: (userId: number, text: string) => Promise<void>;
  /**
   * When questions were sent since the start, oldest first: times alone. Who has questions deleted deletes
   * them from the database's count too, and must not get past the limit for all by it.
   */
  readonly sentTimes: number[];
  readonly log: Log;
  readonly now: () => number;
}

/** A refusal that will not pass; everything else is tried again with the whole update. */
export function isRefusal(error: unknown): error is MaxFailure {
  return error instanceof MaxFailure && !error.isRetryable;
}
