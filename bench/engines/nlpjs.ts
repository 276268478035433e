// nlp.js: a neural intent classifier with a Russian tokenizer and stemmer and its own spell check.
import { containerBootstrap } from "@nlpjs/core";
import { LangRu } from "@nlpjs/lang-ru";
import { Nlp } from "@nlpjs/nlp";
import { phrasesOf, type Content } from "../contents.ts";
import type { Index } from "../engine.ts";

const LANGUAGE = "ru";
/** The configuration of the classifiers of every language. */
const NLU = "nlu-??";

export async function buildNlpjs(contents: readonly Content[]): Promise<Index> {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangRu);
  const nlp = container.get("nlp");
  nlp.settings.autoSave = false;
  const nlu = { ...container.getConfiguration(NLU), log: false, spellCheck: true };
  container.registerConfiguration(NLU, nlu, true);
  nlp.addLanguage(LANGUAGE);
  for (const { contentId, text } of phrasesOf(contents)) {
    nlp.addDocument(LANGUAGE, text, contentId);
  }
  await nlp.train();
  return {
    rank: async (question) => {
      const { classifications } = await nlp.process(LANGUAGE, question);
      return classifications.map(({ intent }) => intent);
    },
  };
}
