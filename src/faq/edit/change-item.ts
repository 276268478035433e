// An entry, a topic or a turn of small talk changed in some of its fields, with the rest of the text left as it is.
import type { Path, YamlNode } from "../yaml/yaml-node.ts";
import type { EditResult, FieldEdit } from "./edit.ts";
import { flawOfFields } from "./flaw-of-fields.ts";
import { FIELD_KEYS, fieldsAt, isSame, valuesOf, type ItemChange } from "./item-fields.ts";
import { ownersIn } from "./owners.ts";
import { refused } from "./refusal.ts";
import { setFields } from "./set-fields.ts";
import { rootOf } from "./sheet-of-text.ts";

/**
 * The text of faq.yaml with the item as it is to be. Refused where the file says something else by now of a field that
 * is to be changed. The result was read again: it says what was wanted of those fields, and else the same as before.
 */
export function changeItem(text: string, wanted: ItemChange): EditResult {
  const root = rootOf(text);
  if (root === undefined) return refused({ kind: "broken-file" });
  const path = pathOf(root, wanted);
  if (path === undefined) return refused({ kind: "changed-meanwhile", theirs: undefined });
  const fields = editsOf(wanted);
  const theirs = fieldsAt(root, path);
  const now = valuesOf(theirs);
  const pending = fields.filter(({ key, after }) => !isSame(now[key], after));
  if (pending.some(({ key, before }) => !isSame(now[key], before)))
    return refused({ kind: "changed-meanwhile", theirs });
  if (pending.length === 0) return refused({ kind: "nothing-to-change" });
  const flaw = flawOfFields(root, path, pending);
  if (flaw !== undefined) return refused(flaw);
  return setFields(text, { root, path, id: wanted.id, fields: pending });
}

function pathOf(root: YamlNode, { kind, id }: ItemChange): Path | undefined {
  const owner = ownersIn(root).find((one) => one.id === id);
  return (owner?.path[0] === "entries") === (kind === "entry") ? owner?.path : undefined;
}

function editsOf({ before, after }: ItemChange): readonly FieldEdit[] {
  const old = valuesOf(before);
  const wanted = valuesOf(after);
  return FIELD_KEYS.flatMap((key) =>
    isSame(old[key], wanted[key]) ? [] : [{ key, before: old[key], after: wanted[key] }],
  );
}
