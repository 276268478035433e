// What turns one list into another, with as much as can be left where it is.
import { diffArrays } from "diff";

export type ListStep =
  | { readonly kind: "replace"; readonly at: number; readonly text: string }
  | { readonly kind: "remove"; readonly at: number }
  /** Behind the item `after` of the old list; -1 is its head. */
  | { readonly kind: "add"; readonly after: number; readonly text: string };

/** What has more is written anew as a whole: comparing it would hold up whoever waits. */
const MOST_CHANGES = 1_000;

/** In the order of the old list. What stands in the place of something that goes replaces it. */
export function listSteps(old: readonly string[], now: readonly string[]): readonly ListStep[] {
  const parts = diffArrays([...old], [...now], { maxEditLength: MOST_CHANGES }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ];
  const steps: ListStep[] = [];
  let at = 0;
  /** Up to where the old items go whose places may be taken. */
  let goneTo = 0;
  for (const { removed, added, value } of parts) {
    if (removed) goneTo += value.length;
    for (const text of added ? value : []) {
      if (at === goneTo) {
        steps.push({ kind: "add", after: at - 1, text });
        continue;
      }
      steps.push({ kind: "replace", at, text });
      at += 1;
    }
    if (removed || added) continue;
    for (; at < goneTo; at += 1) steps.push({ kind: "remove", at });
    at += value.length;
    goneTo = at;
  }
  for (; at < goneTo; at += 1) steps.push({ kind: "remove", at });
  return steps;
}
