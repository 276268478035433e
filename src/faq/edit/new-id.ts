// An id for a new entry: its question in Latin letters, and not taken.
import slugify from "@sindresorhus/slugify";

/** Shorter than an id may be: it stands in links that people share. */
const MAX_LENGTH = 40;

/** "Как получить справку?" → kak-poluchit-spravku, or kak-poluchit-spravku-2. */
export function newId(question: string, taken: ReadonlySet<string>): string {
  const base = shortened(slugify(question, { decamelize: false })) || "vopros";
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}

function shortened(slug: string): string {
  if (slug.length <= MAX_LENGTH) return slug;
  const cut = slug.slice(0, MAX_LENGTH + 1);
  const wordEnd = cut.lastIndexOf("-");
  return wordEnd > 0 ? cut.slice(0, wordEnd) : cut.slice(0, MAX_LENGTH);
}
