// Synonyms of faq.yaml as a map from stems to the name of their group.
import { toOneScript } from "../text/look-alikes.ts";
import { normalise, wordsOf } from "../text/normalise.ts";
import { stem } from "../text/stem.ts";

/** Maps a stem to the name of its synonym group. */
export type Synonyms = ReadonlyMap<string, string>;

/** The stem of a lower-case word, or the name of its group of synonyms. */
export function meaningOf(word: string, synonyms: Synonyms): string {
  const stemmed = stem(word);
  return synonyms.get(stemmed) ?? stemmed;
}

/** Groups of one-word synonyms; expressions of several words are left to the pairs of stems. */
export function synonymsOf(groups: readonly (readonly string[])[]): Synonyms {
  const map = new Map<string, string>();
  for (const group of groups) {
    const stems = group.flatMap((expression) => {
      const words = wordsOf(normalise(expression));
      const only = words[0];
      return words.length === 1 && only !== undefined ? [stem(toOneScript(only))] : [];
    });
    const name = stems[0];
    if (name === undefined) continue;
    for (const member of stems) map.set(member, `=${name}`);
  }
  return map;
}
