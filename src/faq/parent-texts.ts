// What parents read of the file: titles, questions, buttons, answers. Phrases are what they write.
import type { Place } from "./problem.ts";
import type { Sheet } from "./sheet.ts";
import type { Path } from "./yaml-node.ts";

export interface ParentText {
  readonly text: string;
  readonly path: Path;
}

/** In the order of the file's lists; holes and missing keys are left out. */
export function parentTextsOf({ draft }: Sheet): readonly ParentText[] {
  const { organization, categories, entries, topics, smalltalk } = draft;
  return [
    ...textsIn(organization, ["organization"], ["name", "contact"]),
    ...(categories ?? []).flatMap((category, at) =>
      textsIn(category, ["categories", at], ["title"]),
    ),
    ...(entries ?? []).flatMap((entry, at) => [
      ...textsIn(entry, ["entries", at], ["question", "button", "answer"]),
      ...textsIn(entry?.source, ["entries", at, "source"], ["title"]),
    ]),
    ...(topics ?? []).flatMap((topic, at) => textsIn(topic, ["topics", at], ["answer"])),
    ...(smalltalk ?? []).flatMap((turn, at) => textsIn(turn, ["smalltalk", at], ["answer"])),
  ];
}

function textsIn<Key extends string>(
  item: { readonly [K in Key]?: string | undefined } | undefined,
  path: Path,
  keys: readonly Key[],
): readonly ParentText[] {
  return keys.flatMap((key) => {
    const text = item?.[key];
    return text === undefined ? [] : [{ text, path: [...path, key] }];
  });
}

/** Where the part of the text that starts at `index` stands in the file. */
export function placeOfPart(
  sheet: Sheet,
  { text, path }: ParentText,
  part: string,
  index: number,
): Place {
  return sheet.placeOfText(path, part, text.slice(0, index).split(part).length - 1);
}
