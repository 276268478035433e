// Orama: BM25 over a radix tree, with its Russian stemmer and a tolerance of one letter.
import { create, insertMultiple, search } from "@orama/orama";
import { stemmer } from "@orama/stemmers/russian";
import { phrasesOf, type Content } from "../contents.ts";
import type { Index } from "../engine.ts";

const MAX_PHRASES = 100;

/** A document is a phrase; a document for each entry ranks worse here. */
export async function buildOrama(contents: readonly Content[]): Promise<Index> {
  const database = create({
    schema: { contentId: "enum", text: "string" } as const,
    components: { tokenizer: { language: "russian", stemming: true, stemmer } },
  });
  await insertMultiple(database, [...phrasesOf(contents)]);
  return {
    rank: async (question) => {
      const { hits } = await search(database, {
        term: question,
        properties: ["text"],
        tolerance: 1,
        threshold: 1,
        limit: MAX_PHRASES,
      });
      return hits.map(({ document }) => String(document.contentId));
    },
  };
}
