// "Did you mean": the known name nearest to an unknown one.
import Fuse from "fuse.js";

/** Share of wrong characters up to which a name counts as mistyped (fuse.js scores 0 = same, 1 = nothing shared). */
const MAX_ERROR_SHARE = 0.4;
/** A search reads all known names; beyond this many in one file nobody reads the suggestions any more. */
const MAX_SEARCHES = 50;
/** Fuse looks for the pattern inside the name, so "a" would be found in everything. */
const MAX_LENGTH_DIFFERENCE = 4;
const MIN_LENGTH = 3;

/** Gives the known name that was probably meant, or undefined. */
export type Suggest = (unknown: string) => string | undefined;

export function createSuggester(known: readonly string[]): Suggest {
  const fuse = new Fuse(known, {
    threshold: MAX_ERROR_SHARE,
    ignoreLocation: true,
    isCaseSensitive: false,
  });
  let searches = 0;
  return (unknown) => {
    if (unknown.length < MIN_LENGTH || searches >= MAX_SEARCHES) return undefined;
    searches += 1;
    return fuse
      .search(unknown)
      .map(({ item }) => item)
      .find((item) => Math.abs(item.length - unknown.length) <= MAX_LENGTH_DIFFERENCE);
  };
}
