// Sparse vectors one after another: the phrases of a content as one matrix.

/**
 * Row r has the features `ids[starts[r]]` to `ids[starts[r + 1]]`, the stems and pairs among them before
 * `meaningEnds[r]`.
 */
export interface Rows {
  readonly count: number;
  readonly starts: Int32Array;
  readonly meaningEnds: Int32Array;
  readonly ids: Int32Array;
  /** How often the text has the feature. */
  readonly counts: Float32Array;
}

/** One text as a vector of length 1, its unknown features counted in: known features alone may be shorter. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly start: number;
  readonly end: number;
}

/** The kinds of features in the order in which a row has them. */
const KINDS_PER_ROW = 3;

export interface RowBuilder {
  /** Adds a feature to the kind at hand; each kind counts its ids from 0. */
  add(id: number): void;
  /** Ends the stems, the pairs and the n-grams of each text in turn. */
  endKind(): void;
  /** Pairs get their ids after the stems, n-grams after both. */
  finish(stemCount: number, meaningCount: number): Rows;
}

export function createRowBuilder(): RowBuilder {
  const borders = [0];
  const ids: number[] = [];
  const counts: number[] = [];
  /** For each kind the place where each of its features stood last. */
  const lastPlaces: readonly number[][] = Array.from({ length: KINDS_PER_ROW }, () => []);
  let places = lastPlaces[0] ?? [];
  let start = 0;
  return {
    add: (id) => {
      const place = places[id] ?? -1;
      if (place >= start) {
        counts[place] = (counts[place] ?? 0) + 1;
        return;
      }
      places[id] = ids.length;
      ids.push(id);
      counts.push(1);
    },
    endKind: () => {
      start = ids.length;
      borders.push(start);
      places = lastPlaces[(borders.length - 1) % KINDS_PER_ROW] ?? [];
    },
    finish: (stemCount, meaningCount) => {
      const shifted = Int32Array.from(ids);
      for (let kind = 1; kind < borders.length; kind++) {
        const shift = [meaningCount, 0, stemCount][kind % KINDS_PER_ROW] ?? 0;
        if (shift === 0) continue;
        const end = borders[kind] ?? 0;
        for (let at = borders[kind - 1] ?? 0; at < end; at++) shifted[at] = (shifted[at] ?? 0) + shift;
      }
      const count = (borders.length - 1) / KINDS_PER_ROW;
      return {
        count,
        starts: Int32Array.from({ length: count + 1 }, (_, row) => borders[row * KINDS_PER_ROW] ?? 0),
        meaningEnds: Int32Array.from({ length: count }, (_, row) => borders[row * KINDS_PER_ROW + 2] ?? 0),
        ids: shifted,
        counts: Float32Array.from(counts),
      };
    },
  };
}

export function vectorOfRow(rows: Rows, values: Float32Array, row: number): Vector {
  const { ids, starts } = rows;
  return { ids, values, start: starts[row] ?? 0, end: starts[row + 1] ?? 0 };
}

/** The stems and pairs of a row alone. */
export function meaningsOfRow(rows: Rows, values: Float32Array, row: number): Vector {
  return { ...vectorOfRow(rows, values, row), end: rows.meaningEnds[row] ?? 0 };
}
