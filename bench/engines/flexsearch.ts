// FlexSearch: its tokenizer that tolerates typing errors, over Russian stems.
import { Charset, Encoder, Index as FlexIndex } from "flexsearch";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import type { Content } from "../contents.ts";
import type { Index } from "../engine.ts";

const MAX_FOUND = 100;

/** A document is an entry with all its phrases, which ranks clearly better than a document for each phrase. */
export function buildFlexSearch(contents: readonly Content[]): Index {
  const index = new FlexIndex({
    tokenize: "tolerant",
    encoder: new Encoder({
      ...Charset.Normalize,
      finalize: (terms) => terms.map((term) => stemRussian(term)),
    }),
  });
  for (const [place, { phrases }] of contents.entries()) index.add(place, phrases.join("\n"));
  return {
    rank: (question) =>
      index.search(question, { suggest: true, limit: MAX_FOUND }).flatMap((place) => contents[Number(place)]?.id ?? []),
  };
}
