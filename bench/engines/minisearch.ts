// MiniSearch: BM25 with fuzzy and prefix search, with and without a Russian stemmer.
import MiniSearch, { type Options } from "minisearch";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import type { Content } from "../contents.ts";
import type { Index } from "../engine.ts";

export function buildMiniSearch(contents: readonly Content[]): Index {
  return build(contents, {});
}

export function buildStemmedMiniSearch(contents: readonly Content[]): Index {
  return build(contents, { processTerm: (term) => stemRussian(term.toLowerCase()) });
}

/** A document is an entry with all its phrases: BM25 ranks that clearly better than a document for each phrase. */
function build(contents: readonly Content[], { processTerm }: Pick<Options, "processTerm">): Index {
  const search = new MiniSearch<{ readonly id: string; readonly text: string }>({
    fields: ["text"],
    searchOptions: { fuzzy: 0.2, prefix: true },
    ...(processTerm === undefined ? {} : { processTerm }),
  });
  search.addAll(contents.map(({ id, phrases }) => ({ id, text: phrases.join("\n") })));
  return { rank: (question) => search.search(question).map((result) => String(result.id)) };
}
