// What is done with a draft, as data: it comes from one thread and is done in another.
import type { CompareResult, Try, TryResult } from "../try/try-api.ts";
import type { DraftResult } from "../content/content-api.ts";
import { compareDrafts } from "./compare-drafts.ts";
import type { ContentOf, Draft } from "./draft-contents.ts";
import { inspectContent, type InspectedContent } from "./inspect-content.ts";
import { reviewDraft, type ReviewRequest } from "./review-draft.ts";
import { tryReply, type TrySituation } from "./try-reply.ts";

export type DraftJob =
  | {
      readonly kind: "try";
      readonly draft: Draft;
      readonly event: Try["event"];
      readonly situation: TrySituation;
    }
  | {
      readonly kind: "compare";
      readonly draft: Draft;
      /** The text of the content that is live. */
      readonly live: string;
      readonly questions: readonly string[];
    }
  | { readonly kind: "review"; readonly request: ReviewRequest }
  | { readonly kind: "inspect"; readonly text: string; /** An ISO date. */ readonly today: string };

export type DraftOutcome = TryResult | CompareResult | DraftResult | InspectedContent;

export function doDraftJob(job: DraftJob, contentOf: ContentOf): DraftOutcome {
  if (job.kind === "review") return reviewDraft(job.request, contentOf);
  if (job.kind === "inspect") return inspectContent(job.text, job.today);
  const draft = contentOf(job.draft);
  if (draft.kind !== "content") return draft;
  if (job.kind === "try") return tryReply(draft.talk, job.event, job.situation);
  const live = contentOf({ text: job.live, edits: [] });
  return live.kind === "content" ? compareDrafts(job.questions, live, draft) : live;
}
