// New values for fields of an item, written one after another and read again.
import { createLocator } from "../yaml/locator.ts";
import { nodeAt, type MappingNode, type Path, type YamlNode } from "../yaml/yaml-node.ts";
import { type EditResult, type FieldEdit, refused } from "./edit.ts";
import { fieldSplices } from "./field-splices.ts";
import { fieldsAt, isSame, valuesOf, type FieldKey, type FieldValue } from "./item-fields.ts";
import { rootOf, sayingOf, without } from "./sheet-of-text.ts";
import { applySplices, spliceBetween } from "./splice.ts";

export interface ItemToSet {
  /** Of the text. */
  readonly root: YamlNode;
  readonly path: Path;
  readonly id: string;
  readonly fields: readonly FieldEdit[];
}

/**
 * The text with these fields of the item as `after` says, whatever they are now. The result was read again: it says
 * that of those fields, and else the same as before.
 */
export function setFields(text: string, { root, path, id, fields }: ItemToSet): EditResult {
  let state: State = { text, root };
  for (const { key, after } of fields) {
    const next = withField(state, path, key, after);
    if (next === undefined) return refused(whyNot(state, path, key));
    state = next;
  }
  const splice = spliceBetween(text, state.text);
  return { kind: "edited", text: state.text, splice, change: { kind: "item", id, fields } };
}

interface State {
  readonly text: string;
  readonly root: YamlNode;
}

function withField({ text, root }: State, path: Path, key: FieldKey, value: FieldValue): State | undefined {
  const item = nodeAt(root, path);
  if (item?.kind !== "mapping") return undefined;
  const others = sayingOf(without(root, [...path, key]));
  for (const splices of fieldSplices(text, item, key, value)) {
    const edited = applySplices(text, splices);
    const after = rootOf(edited);
    if (after === undefined || !isSame(valuesOf(fieldsAt(after, path))[key], value)) continue;
    if (sayingOf(without(after, [...path, key])) === others) return { text: edited, root: after };
  }
  return undefined;
}

function whyNot({ text, root }: State, path: Path, key: FieldKey) {
  const item = nodeAt(root, path);
  const field = item?.kind === "mapping" ? item.fields.get(key) : undefined;
  const start = field?.key.start ?? item?.start ?? 0;
  const { line } = createLocator(text).placeOf(start, start + 1);
  const isShared = item?.kind === "mapping" && isReferred(text, item, key);
  return { kind: isShared ? "shared-text" : "unusual-layout", line } as const;
}

/** Whether the value, or an item of it, has a name or is one: what a name stands for comes before it. */
function isReferred(text: string, { fields }: MappingNode, key: FieldKey): boolean {
  const field = fields.get(key);
  if (field === undefined) return false;
  const { node } = field;
  const parts = node.kind === "list" ? [node, ...node.items] : [node];
  return parts.some(({ start, end }) => {
    if (start < field.key.end) return true;
    return /[&*][^\s,[\]{}]+\s*$/u.test(text.slice(field.key.end, start)) && end > start;
  });
}
