// Choosing by chance, the same in every run.

/** Throws RangeError for an empty list. */
export function pick<T>(list: readonly T[], random: () => number): T {
  const picked = list[Math.floor(random() * list.length)];
  if (picked === undefined) throw new RangeError("Picking from a list: it is empty");
  return picked;
}
