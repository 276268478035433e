// What the content says, item by item and as the file has it, and what `check` warns of. Takes most of a second.
import type { Path } from "../faq/yaml-node.ts";
import { asideFieldsAt, entryFieldsAt } from "../faq/edit/item-fields.ts";
import { ownersIn, type Owner } from "../faq/edit/owners.ts";
import { rootOf, textAt } from "../faq/edit/sheet-of-text.ts";
import { createLocator } from "../faq/locator.ts";
import type { Problem } from "../faq/problem.ts";
import { problemAsSentence } from "../faq/word-problem.ts";
import { nodeAt, type YamlNode } from "../faq/yaml-node.ts";
import { checkContent } from "../lint/check-content.ts";
import type { AsideView, EntryView, Health } from "./api.ts";

type Unasked<View> = Omit<View, Exclude<keyof Health, "warnings"> | "neighbours">;

export interface InspectedContent {
  readonly kind: "inspected";
  readonly entries: readonly Unasked<EntryView>[];
  readonly asides: readonly Unasked<AsideView>[];
  /** Of no item. */
  readonly warnings: readonly string[];
}

/** The text of a content that is live; `today` is an ISO date. */
export function inspectContent(text: string, today: string): InspectedContent {
  const root = rootOf(text);
  if (root === undefined) return { kind: "inspected", entries: [], asides: [], warnings: [] };
  const { problems } = checkContent({ text, questionsText: undefined, advice: { today } });
  const owners = ownersIn(root);
  const warnings = warningsByOwner(problems, linesOf(text, root, owners));
  const warningsOf = ({ id }: Owner) => warnings.get(id) ?? [];
  return {
    kind: "inspected",
    entries: owners.flatMap((owner) =>
      owner.path[0] === "entries" ? [entryOf(root, owner, warningsOf(owner))] : [],
    ),
    asides: owners.flatMap((owner) => {
      const kind = owner.path[0] === "topics" ? "topic" : "smalltalk";
      const fields = asideFieldsAt(root, owner.path);
      const { id } = owner;
      return owner.path[0] === "entries" ? [] : [{ kind, id, fields, warnings: warningsOf(owner) }];
    }),
    warnings: warnings.get(undefined) ?? [],
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

interface OwnedLines {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

/** Which lines of the text each of them has. */
export function linesOf(
  text: string,
  root: YamlNode,
  owners: readonly { readonly id: string; readonly path: Path }[],
): readonly OwnedLines[] {
  const locator = createLocator(text);
  return owners.flatMap(({ id, path }) => {
    const node = nodeAt(root, path);
    if (node === undefined) return [];
    // What ends with a line break ends before the next line.
    const end = Math.max(node.start, node.end - 1);
    const first = locator.placeOf(node.start, node.start + 1).line;
    return [{ id, first, last: locator.placeOf(end, end + 1).line }];
  });
}

/** In Russian, by the id of the item they stand in; those of none by undefined. */
export function warningsByOwner(
  problems: readonly Problem[],
  lines: readonly OwnedLines[],
): ReadonlyMap<string | undefined, readonly string[]> {
  const warnings = new Map<string | undefined, string[]>();
  for (const problem of problems) {
    if (problem.severity === "error") continue;
    const line = problem.place?.line ?? 0;
    const id = lines.find(({ first, last }) => first <= line && line <= last)?.id;
    const known = warnings.get(id) ?? [];
    warnings.set(id, [...known, problemAsSentence(problem)]);
  }
  return warnings;
}
