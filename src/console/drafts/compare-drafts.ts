// The answers to a list of questions, before and after the changes of a draft.
import { groupChanges, repliesOf, type Reply } from "../../compare/compare-replies.ts";
import { titleOf } from "../../dialog/admin/taught-content.ts";
import type { CompareResult } from "../try/try-api.ts";
import type { TitledReply } from "../content/content-api.ts";
import type { TriedContent } from "./draft-contents.ts";

/** An edit keeps the id of what it changes. */
const NO_NEW_IDS: ReadonlyMap<string, string> = new Map();

type Compared = Extract<CompareResult, { readonly kind: "compared" }>;

export function compareDrafts(
  questions: readonly string[],
  before: TriedContent,
  after: TriedContent,
): Compared {
  const versions = { before: before.matcher, after: after.matcher, newIds: NO_NEW_IDS };
  const replies = repliesOf(questions, versions);
  const titledPair = (pair: { readonly before: Reply; readonly after: Reply }) => ({
    before: titled(pair.before, before),
    after: titled(pair.after, after),
  });
  return {
    kind: "compared",
    questions: questions.length,
    changes: groupChanges(replies).map((group) => ({ ...group, ...titledPair(group) })),
    replies: replies.map((reply) => ({ ...reply, ...titledPair(reply) })),
  };
}

function titled(reply: Reply, content: TriedContent): TitledReply {
  return { ...reply, titles: reply.ids.map((id) => titleOf(content, id)) };
}
