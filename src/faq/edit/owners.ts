// Entries, topics and turns of small talk in the YAML of a text: who they are, and what they are asked by.
import { foldPhrase } from "../../text/normalise.ts";
import type { Path, YamlNode } from "../yaml/yaml-node.ts";
import { itemsAt, textAt } from "./sheet-of-text.ts";

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
