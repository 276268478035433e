// Entries, topics and turns of small talk in the YAML of a text: who they are, and what they are asked by.
import { foldPhrase } from "../check-phrases.ts";
import type { Path, YamlNode } from "../yaml-node.ts";
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

/** Who is asked by this phrase already; the question of an entry is a phrase too. */
export function ownerOfPhrase(root: YamlNode, phrase: string): Owner | undefined {
  const folded = foldPhrase(phrase);
  return ownersIn(root).find(({ path }) => {
    const question = textAt(root, [...path, "question"]);
    const phrases = itemsAt(root, [...path, "phrases"]).map((item) => textAt(item, []));
    return [question, ...phrases].some((text) => text !== undefined && foldPhrase(text) === folded);
  });
}
