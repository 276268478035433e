// A file as the checks see it: values that have the right type, and where each of them stands.
import type { Locator } from "./yaml/locator.ts";
import type { Place } from "./problems/problem.ts";
import type { FaqFile } from "./schema.ts";
import { nodeAt, type Path, type YamlNode } from "./yaml/yaml-node.ts";

/** `T` with holes where the file has nothing, or nothing of the right type. */
export type WithHoles<T> = T extends string | number
  ? T | undefined
  : T extends readonly (infer Item)[]
    ? readonly WithHoles<Item>[] | undefined
    : { readonly [Key in keyof T]?: WithHoles<T[Key]> | undefined } | undefined;

/** Where the parts of a file stand. */
export interface Places {
  /** Where the value stands; an empty or missing one is shown by its key or by what should contain it. */
  placeOf(path: Path): Place;
  placeOfKey(path: Path, key: string): Place;
  /** Where `needle` stands for the `nth` time (from 0) in the text at `path`; the text as a whole when it is not found. */
  placeOfText(path: Path, needle: string, nth?: number): Place;
}

/** A file whose schema gives `File`. */
export interface SheetOf<File> extends Places {
  readonly values: NonNullable<WithHoles<File>>;
}

export type Sheet = SheetOf<FaqFile>;

export function createSheet<File>(values: SheetOf<File>["values"], root: YamlNode, locator: Locator): SheetOf<File> {
  function placeOf(path: Path): Place {
    const node = nodeAt(root, path);
    if (node !== undefined && node.kind !== "empty") return locator.placeOf(node.start, node.end);
    const last = path.at(-1);
    if (last === undefined) return locator.placeOf(root.start, root.end);
    if (typeof last === "string") return placeOfKey(path.slice(0, -1), last);
    return node === undefined ? placeOf(path.slice(0, -1)) : locator.placeOf(node.start - 1, node.start);
  }

  function placeOfKey(path: Path, key: string): Place {
    const parent = nodeAt(root, path);
    const field = parent?.kind === "mapping" ? parent.fields.get(key) : undefined;
    return field === undefined ? placeOf(path) : locator.placeOf(field.key.start, field.key.end);
  }

  function placeOfText(path: Path, needle: string, nth = 0): Place {
    const node = nodeAt(root, path);
    if (node === undefined || needle === "") return placeOf(path);
    let at = locator.text.indexOf(needle, node.start);
    for (let seen = 0; seen < nth && at !== -1; seen += 1) at = locator.text.indexOf(needle, at + needle.length);
    if (at === -1 || at + needle.length > node.end) return placeOf(path);
    return locator.placeOf(at, at + needle.length);
  }

  return { values, placeOf, placeOfKey, placeOfText };
}
