// What the editor does with the list of phrases.
import { foldCase, foldPhrase } from "../../../../text/normalise.ts";

/** As many as can be looked through; the others are a click away. */
export const FEW = 12;

export interface Added {
  readonly phrases: readonly string[];
  /** What was there already. */
  readonly known: readonly string[];
}

/** A phrase a line, as they come when a list is pasted; without the dashes of the list. New ones come first: they are seen. */
export function addPhrases(phrases: readonly string[], text: string): Added {
  const added: string[] = [];
  const known: string[] = [];
  for (const line of text.split(/\r\n|[\n\r]/u)) {
    const phrase = line.replace(/^\s*(?:[-–—•*]\s+)?/u, "").trim();
    if (phrase === "") continue;
    (hasPhrase([...phrases, ...added], phrase) ? known : added).push(phrase);
  }
  return { phrases: [...phrases, ...added], known };
}

/** Whether the list has the phrase already; the bot does not tell such apart. */
export function hasPhrase(phrases: readonly string[], phrase: string): boolean {
  const folded = foldPhrase(phrase);
  return phrases.some((other) => foldPhrase(other) === folded);
}

/** Places in the list: those that match, or what is new first, then in the order of the file. */
export function shownPlaces(
  phrases: readonly string[],
  before: readonly string[],
  { query, isAll }: { readonly query: string; readonly isAll: boolean },
): readonly number[] {
  const places = [...phrases.keys()];
  if (query.trim() !== "") {
    const wanted = foldCase(query.trim());
    return places.filter((at) => foldCase(phrases[at] ?? "").includes(wanted));
  }
  const isNew = (at: number) => !before.includes(phrases[at] ?? "");
  const newest = places.filter(isNew).toReversed();
  const others = places.filter((at) => !isNew(at));
  return [...newest, ...(isAll ? others : others.slice(0, Math.max(0, FEW - newest.length)))];
}
