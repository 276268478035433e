// Ids: unique, and pointing to something that exists.
import { createSuggester } from "../../text/nearest-name.ts";
import { problem, warning, type Problem } from "../problems/problem.ts";
import type { Sheet } from "../sheet.ts";
import type { Path } from "../yaml/yaml-node.ts";

interface Id {
  readonly id: string;
  readonly path: Path;
}

export function checkIds(sheet: Sheet): readonly Problem[] {
  const { categories, entries, topics, smalltalk } = sheet.values;
  const categoryIds = idsOf("categories", categories);
  const entryIds = idsOf("entries", entries);
  return [
    ...duplicates(categoryIds, sheet),
    // One name space: the journal and the figures of `eval` name all three by id alone.
    ...duplicates([...entryIds, ...idsOf("topics", topics), ...idsOf("smalltalk", smalltalk)], sheet),
    ...(categories === undefined ? [] : checkCategories(categoryIds, sheet)),
    ...checkRelated(entryIds, sheet),
  ];
}

function idsOf(
  list: string,
  items: readonly ({ readonly id?: string | undefined } | undefined)[] | undefined,
): readonly Id[] {
  return (items ?? []).flatMap((item, index) =>
    item?.id === undefined ? [] : [{ id: item.id, path: [list, index, "id"] }],
  );
}

function duplicates(ids: readonly Id[], sheet: Sheet): readonly Problem[] {
  const first = new Map<string, Path>();
  return ids.flatMap(({ id, path }) => {
    const earlier = first.get(id);
    if (earlier !== undefined) {
      return [
        problem("duplicate-id", sheet.placeOf(path), {
          id,
          firstLine: sheet.placeOf(earlier).line,
        }),
      ];
    }
    first.set(id, path);
    return [];
  });
}

function checkCategories(categoryIds: readonly Id[], sheet: Sheet): readonly Problem[] {
  const known = new Set(categoryIds.map(({ id }) => id));
  const suggest = createSuggester([...known]);
  const used = new Set<string>();
  const unknown = (sheet.values.entries ?? []).flatMap((entry, index) => {
    const id = entry?.category;
    if (id === undefined) return [];
    used.add(id);
    if (known.has(id)) return [];
    const place = sheet.placeOf(["entries", index, "category"]);
    return [problem("unknown-category", place, { id, suggestion: suggest(id) })];
  });
  const empty = categoryIds
    .filter(({ id }) => !used.has(id))
    .map(({ id, path }) => warning("empty-category", sheet.placeOf(path), { id }));
  return [...unknown, ...empty];
}

function checkRelated(entryIds: readonly Id[], sheet: Sheet): readonly Problem[] {
  const known = new Set(entryIds.map(({ id }) => id));
  const suggest = createSuggester([...known]);
  const { entries = [], topics = [], smalltalk = [] } = sheet.values;
  return Object.entries({ entries, topics, smalltalk }).flatMap(([list, items]) =>
    items.flatMap((item, index) =>
      (item?.related ?? []).flatMap((id, at, all): readonly Problem[] => {
        if (id === undefined) return [];
        const place = sheet.placeOf([list, index, "related", at]);
        if (id === item?.id && list === "entries") return [problem("related-to-itself", place, { id })];
        if (!known.has(id)) return [problem("unknown-related", place, { id, suggestion: suggest(id) })];
        return all.indexOf(id) < at ? [warning("repeated-related", place, { id })] : [];
      }),
    ),
  );
}
