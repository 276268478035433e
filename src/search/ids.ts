// Numbers for things in the order in which they are met.

export interface Ids<Key> {
  /** The id of a key, a new one where it has none. */
  learn(key: Key): number;
  readonly idOf: (key: Key) => number | undefined;
  count(): number;
}

export function createIds<Key>(): Ids<Key> {
  const ids = new Map<Key, number>();
  return {
    learn: (key) => {
      const known = ids.get(key);
      if (known !== undefined) return known;
      ids.set(key, ids.size);
      return ids.size - 1;
    },
    idOf: (key) => ids.get(key),
    count: () => ids.size,
  };
}
