// What is done with a draft, as data: it comes from one thread and is done in another.
import type { Try, TryResult } from "../try/try-api.ts";
import type { DraftResult } from "../content/content-api.ts";
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
  | { readonly kind: "review"; readonly request: ReviewRequest }
  | { readonly kind: "inspect"; readonly text: string; /** An ISO date. */ readonly today: string };

export type DraftOutcome = TryResult | DraftResult | InspectedContent;

export function doDraftJob(job: DraftJob, contentOf: ContentOf): DraftOutcome {
  if (job.kind === "review") return reviewDraft(job.request, contentOf);
  if (job.kind === "inspect") return inspectContent(job.text, job.today);
  const draft = contentOf(job.draft);
  return draft.kind === "content" ? tryReply(draft.talk, job.event, job.situation) : draft;
}
