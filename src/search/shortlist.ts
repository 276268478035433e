// The classes that are worth a closer look.

/** The classes, and this one among them. */
export function withClass(classes: Int32Array, label: number): Int32Array {
  return classes.includes(label) ? classes : Int32Array.of(label, ...classes);
}

/** The entries and the side topics with the highest scores, at most `count` of each, best first, the kinds in turn. */
export function bestOfEachKind(
  scores: Float64Array,
  classes: Iterable<number>,
  isSideTopic: Uint8Array,
  count: number,
): Int32Array {
  const entries: number[] = [];
  const sideTopics: number[] = [];
  for (const c of classes) insertBest(isSideTopic[c] === 1 ? sideTopics : entries, c, scores, count);
  const inTurn: number[] = [];
  for (let place = 0; place < count; place++) {
    const entry = entries[place];
    const sideTopic = sideTopics[place];
    if (entry !== undefined) inTurn.push(entry);
    if (sideTopic !== undefined) inTurn.push(sideTopic);
  }
  return Int32Array.from(inTurn);
}

/** Puts a class into a descending list of at most `count`. */
function insertBest(best: number[], c: number, scores: Float64Array, count: number): void {
  const score = scores[c] ?? 0;
  if (best.length === count && score <= (scores[best[count - 1] ?? 0] ?? 0)) return;
  let at = best.length < count ? best.length : count - 1;
  for (; at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score; at--) best[at] = best[at - 1] ?? 0;
  best[at] = c;
}
