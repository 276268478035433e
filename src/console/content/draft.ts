// `POST content/draft`: what saving a change would do, found out in the thread of the drafts, as is what the content says.
import { moscowDay } from "../../journal/moscow-time.ts";
import type { DraftResult, Edit } from "./content-api.ts";
import type { ReviewRequest } from "../drafts/review-draft.ts";
import { refusal, type Refusal } from "../routes.ts";
import { askedLately, type ReadPage } from "./asked-lately.ts";
import { OutsideError } from "../../runtime/errors.ts";
import type { DraftWorker } from "../drafts/draft-worker.ts";
import type { InspectedContent } from "../drafts/inspect-content.ts";

const BUSY = "Сейчас проверяется слишком много черновиков сразу. Повторите через несколько секунд.";

export interface DraftParts extends Pick<ContentChecker, "review"> {
  readonly live: () => { readonly text: string };
  /** What is in the file. Rejects with UsageError or OutsideError where it cannot be read. */
  readonly text: () => Promise<string>;
  /** The regression cases beside it; undefined where there are none. */
  readonly cases: () => Promise<string | undefined>;
  readonly pages: ReadPage;
  readonly now: () => number;
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

/** In another thread, since it takes a second or two. */
export interface ContentChecker {
  readonly review: (request: ReviewRequest) => Promise<DraftResult | { readonly kind: "busy" }>;
  readonly inspect: (text: string, today: string) => Promise<InspectedContent>;
}

export function createContentChecker(worker: Pick<DraftWorker, "run">): ContentChecker {
  return {
    review: lastOfEach(async (request) => {
      const outcome = await worker.run({ kind: "review", request });
      if (outcome.kind === "reply" || outcome.kind === "inspected")
        throw new Error(`Reviewing a draft: the thread answered with "${outcome.kind}"`);
      return outcome;
    }),
    inspect: async (text, today) => {
      const outcome = await worker.run({ kind: "inspect", text, today });
      if (outcome.kind === "inspected") return outcome;
      if (outcome.kind === "busy") throw new OutsideError(BUSY, { isRetryable: true });
      throw new Error(`Inspecting the content: the thread answered with "${outcome.kind}"`);
    },
  };
}

/** While an item is reviewed, only the last of what was typed since is waited for: nobody needs what is between. */
function lastOfEach(review: ContentChecker["review"]): ContentChecker["review"] {
  const running = new Map<string, Promise<unknown>>();
  const last = new Map<string, ReviewRequest>();
  return async (request) => {
    const { edit } = request;
    const item = edit.kind === "new-entry" ? edit.kind : `${edit.kind} ${edit.id}`;
    last.set(item, request);
    while (running.has(item)) await running.get(item);
    if (last.get(item) !== request) return { kind: "busy" };
    const outcome = review(request);
    const done = outcome
      .catch(() => undefined)
      .finally(() => {
        running.delete(item);
        // A request has the whole content in it.
        if (last.get(item) === request) last.delete(item);
      });
    running.set(item, done);
    return outcome;
  };
}
