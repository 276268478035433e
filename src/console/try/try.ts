// The trial: the talk on what is live or on a draft.
import { z } from "zod";
import { LastReply } from "../../dialog/last-reply.ts";
import type { Talk } from "../../dialog/talk.ts";
import type { Try } from "./try-api.ts";
import { EDITS } from "../content/edit-schema.ts";
import { type DraftWorker, createDraftWorker } from "../drafts/draft-worker.ts";
import type { DraftOutcome } from "../drafts/draft-jobs.ts";
import { tryReply, type TryReply, type TrySituation } from "../drafts/try-reply.ts";
import { refusal, type Refusal, type Routes } from "../routes.ts";
import type { Config } from "../../config/config.ts";
import type { ContentHolder } from "../../live/content-holder.ts";
import { readFaqText } from "../../live/load-faq.ts";

const BUSY = "Проба сейчас занята другими запросами. Повторите через несколько секунд.";

export interface TryParts {
  /** The content that is live at the moment. */
  readonly live: () => { readonly talk: Talk; readonly text: string };
  /** What is in the file: drafts are changes of that. Rejects with UsageError or OutsideError where it cannot be read. */
  readonly text: () => Promise<string>;
  readonly situation: () => TrySituation;
  readonly worker: DraftWorker;
}

/** What MAX takes as a message. */
const TEXT = z.string().max(4_000);
const EVENT: z.ZodType<Try["event"]> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("start") }),
  z.object({ kind: z.literal("text"), text: TEXT }),
  z.object({ kind: z.literal("tap"), payload: z.string().max(1_024) }),
]);
const TRY = z.object({ edits: EDITS, event: EVENT, last: LastReply.optional() });

export function tryArea(parts: TryParts): (routes: Routes) => void {
  return (routes) => {
    routes.post("try", TRY, (asked) => tryOut(asked, parts));
    routes.app.addHook("onClose", () => parts.worker.close());
  };
}

async function tryOut({ edits, event, last }: Try, parts: TryParts): Promise<TryReply | DraftOutcome | Refusal> {
  const situation = { ...parts.situation(), last };
  if (edits.length === 0) return tryReply(parts.live().talk, event, situation);
  const draft = { text: await parts.text(), edits };
  const outcome = await parts.worker.run({ kind: "try", draft, event, situation });
  return outcome.kind === "busy" ? refusal(429, BUSY) : outcome;
}

interface ConsoleTryParts {
  readonly content: Pick<ContentHolder, "file" | "current">;
  readonly bot: () => { readonly username: string | undefined } | undefined;
}

/** What the trial of the program works with. */
export function consoleTry(
  { retentionDays, supportChatId }: Pick<Config, "retentionDays" | "supportChatId">,
  { content, bot }: ConsoleTryParts,
): TryParts {
  const hasStaff = supportChatId !== undefined;
  return {
    live: () => content.current(),
    text: async () => {
      const read = await readFaqText(content.file);
      return read.kind === "text" ? read.text : content.current().text;
    },
    situation: () => ({ username: bot()?.username, retentionDays, hasStaff }),
    worker: createDraftWorker(),
  };
}
