// What turns one list into another, with as much as can be left where it is.

export type ListStep =
  | { readonly kind: "keep"; readonly at: number }
  | { readonly kind: "replace"; readonly at: number; readonly text: string }
  | { readonly kind: "remove"; readonly at: number }
  /** Behind the item `after` of the old list; -1 is its head. */
  | { readonly kind: "add"; readonly after: number; readonly text: string };

/** More pairs than this are not compared one by one: all between the ends that are alike is replaced. */
const MAX_PAIRS = 4_000_000;

/** In the order of the old list. What stands in the place of something that goes replaces it. */
export function listSteps(old: readonly string[], now: readonly string[]): readonly ListStep[] {
  const pairs = [...commonPairs(old, now), { at: old.length, to: now.length }];
  const steps: ListStep[] = [];
  let at = 0;
  let to = 0;
  for (const pair of pairs) {
    for (; at < pair.at && to < pair.to; at += 1, to += 1)
      steps.push({ kind: "replace", at, text: now[to] ?? "" });
    for (; at < pair.at; at += 1) steps.push({ kind: "remove", at });
    for (; to < pair.to; to += 1) steps.push({ kind: "add", after: at - 1, text: now[to] ?? "" });
    if (pair.at < old.length) steps.push({ kind: "keep", at });
    at += 1;
    to += 1;
  }
  return steps;
}

interface Pair {
  readonly at: number;
  readonly to: number;
}

/** A longest common subsequence, as places in both. */
function commonPairs(old: readonly string[], now: readonly string[]): readonly Pair[] {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const middle = longest(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return [
    ...Array.from({ length: head }, (_, k) => ({ at: k, to: k })),
    ...middle.map(({ at, to }) => ({ at: at + head, to: to + head })),
    ...Array.from({ length: tail }, (_, k) => ({
      at: old.length - tail + k,
      to: now.length - tail + k,
    })),
  ];
}

function longest(old: readonly string[], now: readonly string[]): readonly Pair[] {
  const width = now.length + 1;
  if (old.length * now.length > MAX_PAIRS) return [];
  // lengths[at * width + to]: of the longest one of what is behind both places.
  const lengths = new Uint16Array((old.length + 1) * width);
  const lengthAt = (at: number, to: number) => lengths[at * width + to] ?? 0;
  for (let at = old.length - 1; at >= 0; at -= 1)
    for (let to = now.length - 1; to >= 0; to -= 1)
      lengths[at * width + to] =
        old[at] === now[to]
          ? lengthAt(at + 1, to + 1) + 1
          : Math.max(lengthAt(at + 1, to), lengthAt(at, to + 1));
  const pairs: Pair[] = [];
  for (let at = 0, to = 0; at < old.length && to < now.length;) {
    if (old[at] === now[to]) {
      pairs.push({ at, to });
      at += 1;
      to += 1;
    } else if (lengthAt(at + 1, to) >= lengthAt(at, to + 1)) at += 1;
    else to += 1;
  }
  return pairs;
}
