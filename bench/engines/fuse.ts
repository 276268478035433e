// Fuse.js: fuzzy search without an index, as a whole or word by word.
import Fuse from "fuse.js";
import { phrasesOf, type Content } from "../contents.ts";
import type { Index } from "../engine.ts";

/** With the default settings; an entry is as near as its nearest phrase. */
export function buildFuse(contents: readonly Content[]): Index {
  const fuse = new Fuse(contents, { keys: ["phrases"] });
  return { rank: (question) => fuse.search(question).map(({ item }) => item.id) };
}

/** The way its documentation recommends for several words; it ranks single phrases better than lists of them. */
export function buildTokenFuse(contents: readonly Content[]): Index {
  const fuse = new Fuse(phrasesOf(contents), { keys: ["text"], useTokenSearch: true });
  return { rank: (question) => fuse.search(question).map(({ item }) => item.contentId) };
}
