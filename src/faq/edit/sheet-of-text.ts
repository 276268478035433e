// The YAML of a text as nodes, what it says, what it would say without a part of it, and who is asked by which phrases.
import { createLocator } from "../yaml/locator.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { nodeAt, valueOf, type Path, type YamlNode } from "../yaml/yaml-node.ts";
import { foldPhrase } from "../../text/normalise.ts";

/** The root of the text, or undefined when it is no YAML mapping. */
export function rootOf(text: string): YamlNode | undefined {
  const yaml = readYaml(createLocator(text));
  return yaml.kind === "ok" && yaml.root?.kind === "mapping" ? yaml.root : undefined;
}

/**
 * What the tree says, for comparison. What makes no difference to the bot makes none here: an empty list and an
 * absent one, spaces and line breaks at the end of a text.
 */
export function sayingOf(root: YamlNode): string {
  return JSON.stringify(valueOf(root), (_key, value: unknown) => {
    if (typeof value === "string") return value.trimEnd();
    return Array.isArray(value) && value.length === 0 ? undefined : value;
  });
}

/** The tree without the node at `path`, which is in a list or behind a key. */
export function without(node: YamlNode, [step, ...rest]: Path): YamlNode {
  if (node.kind === "list" && typeof step === "number") {
    const items = node.items.flatMap((item, index) => {
      if (index !== step) return [item];
      return rest.length === 0 ? [] : [without(item, rest)];
    });
    return { ...node, items };
  }
  if (node.kind !== "mapping") return node;
  const fields = Array.from(node.fields).flatMap(([key, field]) => {
    if (key !== step) return [[key, field] as const];
    return rest.length === 0 ? [] : [[key, { ...field, node: without(field.node, rest) }] as const];
  });
  return { ...node, fields: new Map(fields) };
}

export function itemsAt(root: YamlNode, path: Path): readonly YamlNode[] {
  const node = nodeAt(root, path);
  return node?.kind === "list" ? node.items : [];
}

/** The text at `path`, or undefined when there is none. */
export function textAt(root: YamlNode, path: Path): string | undefined {
  const node = nodeAt(root, path);
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
}

const LISTS = ["entries", "topics", "smalltalk"] as const;

export interface Owner {
  readonly id: string;
  readonly path: Path;
}

export function ownersIn(root: YamlNode): readonly Owner[] {
  return LISTS.flatMap((list) =>
    itemsAt(root, [list]).flatMap((item, index) => {
      const id = textAt(item, ["id"]);
      return id === undefined ? [] : [{ id, path: [list, index] }];
    }),
  );
}

/** Where the owner of this id is. */
export function pathOfOwner(root: YamlNode, id: string): Path | undefined {
  return ownersIn(root).find((one) => one.id === id)?.path;
}

/** The line of `text` in which the node at `path` of its root begins; the first where there is none. */
export function lineAt(text: string, root: YamlNode, path: Path): number {
  const { start = 0, end = 0 } = nodeAt(root, path) ?? {};
  return createLocator(text).placeOf(start, end).line;
}

/** The id of who is asked by each phrase already, as it is folded; the question of an entry is a phrase too. */
export function ownersByPhrase(root: YamlNode): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { id, path } of ownersIn(root)) {
    const question = textAt(root, [...path, "question"]);
    const phrases = itemsAt(root, [...path, "phrases"]).map((item) => textAt(item, []));
    for (const text of [question, ...phrases]) {
      const folded = text === undefined ? undefined : foldPhrase(text);
      if (folded !== undefined && !owners.has(folded)) owners.set(folded, id);
    }
  }
  return owners;
}
