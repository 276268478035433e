// Text typed with the keyboard switched to the wrong layout: `pfxtv` for "зачем", "цруку" for "where".

const LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
const RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю";

const RUSSIAN_BY_LATIN = mapKeys(LATIN_KEYS, RUSSIAN_KEYS);
const LATIN_BY_RUSSIAN = mapKeys(RUSSIAN_KEYS, LATIN_KEYS);

function mapKeys(from: string, to: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [index, key] of Array.from(from).entries()) {
    if (!map.has(key)) map.set(key, to[index] ?? key);
  }
  return map;
}

function retype(text: string, keys: ReadonlyMap<string, string>): string {
  return Array.from(text, (key) => keys.get(key) ?? key).join("");
}

/** The Russian letters on the keys that gave this lower-case text on a Latin layout. */
export function retypeInRussian(text: string): string {
  return retype(text, RUSSIAN_BY_LATIN).replaceAll("ё", "е");
}

/** The Latin letters on the keys that gave this lower-case text on the Russian layout. */
export function retypeInLatin(text: string): string {
  return retype(text, LATIN_BY_RUSSIAN);
}
