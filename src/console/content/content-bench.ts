// What the page of the content asks of the thread of the drafts.
import { OutsideError } from "../../runtime/errors.ts";
import type { DraftResult } from "./content-api.ts";
import type { DraftBench } from "../drafts/draft-bench.ts";
import type { InspectedContent } from "../drafts/inspect-content.ts";
import type { ReviewOrder } from "../drafts/review-draft.ts";
import { BUSY } from "./content-wording.ts";

export interface ContentBench {
  readonly review: (order: ReviewOrder) => Promise<DraftResult | { readonly kind: "busy" }>;
  readonly inspect: (text: string, today: string) => Promise<InspectedContent>;
}

export function createContentBench(bench: Pick<DraftBench, "run">): ContentBench {
  return {
    review: lastOfEach(async (order) => {
      const outcome = await bench.run({ kind: "review", order });
      switch (outcome.kind) {
        case "fit":
        case "unfit":
        case "conflict":
        case "busy":
          return outcome;
        case "reply":
        case "compared":
        case "inspected":
          throw new Error(`Reviewing a draft: the thread answered with "${outcome.kind}"`);
      }
    }),
    inspect: async (text, today) => {
      const outcome = await bench.run({ kind: "inspect", text, today });
      if (outcome.kind === "inspected") return outcome;
      if (outcome.kind === "busy") throw new OutsideError(BUSY, { isRetryable: true });
      throw new Error(`Inspecting the content: the thread answered with "${outcome.kind}"`);
    },
  };
}

/** While an item is reviewed, only the last of what was typed since is waited for: nobody needs what is between. */
function lastOfEach(review: ContentBench["review"]): ContentBench["review"] {
  const running = new Map<string, Promise<unknown>>();
  const last = new Map<string, ReviewOrder>();
  return async (order) => {
    const { edit } = order;
    const item = edit.kind === "new-entry" ? edit.kind : `${edit.kind} ${edit.id}`;
    last.set(item, order);
    while (running.has(item)) await running.get(item);
    if (last.get(item) !== order) return { kind: "busy" };
    const outcome = review(order);
    const done = outcome
      .catch(() => undefined)
      .finally(() => {
        running.delete(item);
        // An order has the whole content in it.
        if (last.get(item) === order) last.delete(item);
      });
    running.set(item, done);
    return outcome;
  };
}
