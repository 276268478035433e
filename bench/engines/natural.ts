// natural: a naive Bayes classifier over Snowball stems.
import { createRequire } from "node:module";
import { z } from "zod";
import { phrasesOf, type Content } from "../contents.ts";
import type { Index } from "../engine.ts";

interface Classifier {
  addDocument(text: string, label: string): void;
  train(): void;
  getClassifications(text: string): readonly { readonly label: string }[];
}

// The types that natural ships do not compile beside ES modules.
const Natural = z.object({
  BayesClassifier: z.custom<new (stemmer: unknown) => Classifier>((value) => typeof value === "function"),
  PorterStemmerRu: z.unknown(),
});

// natural loads dotenv, which would print an advertisement among the tables.
process.env["DOTENV_CONFIG_QUIET"] = "true";
const require = createRequire(import.meta.url);
const natural = Natural.parse(require("natural"));

export function buildNatural(contents: readonly Content[]): Index {
  const classifier = new natural.BayesClassifier(natural.PorterStemmerRu);
  for (const { contentId, text } of phrasesOf(contents)) classifier.addDocument(text, contentId);
  classifier.train();
  return {
    rank: (question) => classifier.getClassifications(question).map(({ label }) => label),
  };
}
