// What the content says, item by item and as the file has it, and what `check` warns of. Takes most of a second.
import { sideTopicFieldsAt, entryFieldsAt } from "../../faq/edit/item-fields.ts";
import { ownersIn, type Owner, rootOf, textAt } from "../../faq/edit/sheet-of-text.ts";
import type { YamlNode } from "../../faq/yaml/yaml-node.ts";
import { checkContent } from "../../check/check-content.ts";
import type { SideTopicView, EntryView, ItemUse } from "../content/content-api.ts";
import { warningsByItem } from "./item-warnings.ts";

type Unasked<View> = Omit<View, keyof ItemUse | "neighbours">;

export interface InspectedContent {
  readonly kind: "inspected";
  readonly entries: readonly Unasked<EntryView>[];
  readonly sideTopics: readonly Unasked<SideTopicView>[];
  /** Of no item. */
  readonly warnings: readonly string[];
}

/** The text of a content that is live; `today` is an ISO date. */
export function inspectContent(text: string, today: string): InspectedContent {
  const root = rootOf(text);
  const checked = checkContent({ text, questionsText: undefined, advice: { today } });
  if (root === undefined || checked.kind === "unfit")
    return { kind: "inspected", entries: [], sideTopics: [], warnings: [] };
  const warningsOf = warningsByItem(checked.problems, checked.sheet);
  const owners = ownersIn(root);
  return {
    kind: "inspected",
    entries: owners.flatMap((owner) =>
      owner.path[0] === "entries" ? [entryOf(root, owner, warningsOf(owner.id))] : [],
    ),
    sideTopics: owners.flatMap(({ id, path }) => {
      const kind = path[0] === "topics" ? "topic" : "smalltalk";
      const fields = sideTopicFieldsAt(root, path);
      return path[0] === "entries" ? [] : [{ kind, id, fields, warnings: warningsOf(id) }];
    }),
    warnings: warningsOf(undefined),
  };
}

function entryOf(
  root: YamlNode,
  { id, path }: Owner,
  warnings: readonly string[],
): InspectedContent["entries"][number] {
  const title = textAt(root, [...path, "source", "title"]);
  const url = textAt(root, [...path, "source", "url"]);
  const source = title === undefined ? undefined : { title, url };
  return { id, fields: entryFieldsAt(root, path), source, warnings };
}
