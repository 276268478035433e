// `POST content/draft`: what saving a change would do, found out in the thread of the drafts.
import { moscowDay } from "../../journal/moscow-time.ts";
import type { DraftResult, Edit } from "./content-api.ts";
import type { ReviewOrder } from "../drafts/review-draft.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { askedLately, type ReadPage } from "./asked-lately.ts";
import { BUSY } from "./content-wording.ts";

export interface DraftParts {
  readonly live: () => { readonly text: string };
  /** What is in the file. Rejects with UsageError or OutsideError where it cannot be read. */
  readonly text: () => Promise<string>;
  /** The regression cases beside it; undefined where there are none. */
  readonly cases: () => Promise<string | undefined>;
  readonly pages: ReadPage;
  readonly now: () => number;
  /** In another thread, since it takes a second or two. */
  readonly review: (order: ReviewOrder) => Promise<DraftResult | { readonly kind: "busy" }>;
}

export async function draftEdit(edit: Edit, parts: DraftParts): Promise<DraftResult | Refusal> {
  const [text, cases, questions] = await Promise.all([
    parts.text(),
    parts.cases(),
    askedLately(parts.pages, parts.now()),
  ]);
  const today = moscowDay(parts.now());
  const live = parts.live().text;
  const result = await parts.review({ text, edit, live, cases, questions, today });
  return result.kind === "busy" ? refusal(429, BUSY) : result;
}
