// Public sets of questions with their intents, as contents to be judged on: from the folder that BENCH_DATA names.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Faq } from "../../src/faq/faq.ts";
import { UsageError } from "../../src/runtime/errors.ts";
import type { Content } from "../contents.ts";

export interface PublicSet {
  readonly name: string;
  readonly contents: readonly Content[];
  /** Questions with the id of what is asked, null for what the set does not know. */
  readonly questions: readonly Question[];
  readonly synonyms: Faq["synonyms"];
}

export interface Question {
  readonly text: string;
  readonly want: string | null;
}

const FILES: Readonly<Record<string, string>> = {
  BANKING77: "banking77.json",
  CLINC150: "clinc150.json",
};

/** Throws UsageError where the folder is not named, or a file is not in it. */
export async function readPublicSets(): Promise<readonly PublicSet[]> {
  const folder = process.env["BENCH_DATA"];
  if (folder === undefined)
    throw new UsageError(
      "Measuring on public sets: BENCH_DATA is not set",
      `It names a folder with ${Object.values(FILES).join(" and ")}: { entries: [{ id, phrases }], test: [{ text, want }] }, want null for what is out of scope`,
    );
  return Promise.all(Object.entries(FILES).map(([name, file]) => readSet(name, join(folder, file))));
}

const SET_FILE = z.object({
  entries: z.array(z.object({ id: z.string(), phrases: z.array(z.string()) })),
  test: z.array(z.object({ text: z.string(), want: z.nullable(z.string()) })),
});

async function readSet(name: string, path: string): Promise<PublicSet> {
  try {
    const { entries, test } = SET_FILE.parse(JSON.parse(await readFile(path, "utf8")));
    return { name, contents: entries, questions: test, synonyms: [] };
  } catch (cause) {
    throw new UsageError(`Reading ${path}: ${String(cause)}`, "BENCH_DATA names the wrong folder");
  }
}

/** A content of entries alone; the first phrase of each is its question, and nothing is said in its answer. */
export function faqOf(contents: readonly Content[]): Faq {
  return {
    organization: { name: "", contact: "" },
    categories: [{ id: "all", title: "all" }],
    entries: contents.map(({ id, phrases }) => ({
      id,
      categoryId: "all",
      question: phrases[0] ?? id,
      button: phrases[0] ?? id,
      phrases: phrases.slice(1),
      answer: "",
      related: undefined,
      source: undefined,
      checked: undefined,
      threshold: undefined,
    })),
    topics: [],
    smalltalk: [],
    synonyms: [],
    settings: { answerThreshold: 0.5, suggestThreshold: 0.05 },
  };
}

/** The share, 0…1, of the list for which it holds; 0 of none. */
export function share<T>(list: readonly T[], is: (one: T) => boolean): number {
  return list.filter(is).length / Math.max(1, list.length);
}
