// Which answers to a list of questions a draft changes.
import { groupChanges, repliesOf, type Reply } from "../../compare/compare-replies.ts";
import { titleOf } from "../../dialog/admin/taught-content.ts";
import type { ReplyChange, TitledReply } from "../content/content-api.ts";
import type { TriedContent } from "./draft-contents.ts";

/** An edit keeps the id of what it changes. */
const NO_NEW_IDS: ReadonlyMap<string, string> = new Map();

export function compareDrafts(
  questions: readonly string[],
  before: TriedContent,
  after: TriedContent,
): readonly ReplyChange[] {
  const versions = { before: before.matcher, after: after.matcher, newIds: NO_NEW_IDS };
  return groupChanges(repliesOf(questions, versions)).map((group) => ({
    ...group,
    before: titled(group.before, before),
    after: titled(group.after, after),
  }));
}

function titled(reply: Reply, content: TriedContent): TitledReply {
  return { ...reply, titles: reply.ids.map((id) => titleOf(content, id)) };
}
