// The sizes of content the cost is measured at.
import { loadFaq } from "../../src/live/load-faq.ts";
import { readSamples } from "../samples.ts";
import { synthesise, type Workload } from "./workload.ts";

/** The shipped faq.yaml with the samples, or so many synthetic entries. */
export type Size = "shipped" | number;

export const SYNTHETIC_SIZES: readonly number[] = [13, 100, 1000, 10_000];

export function parseSize(text: string): Size {
  return text === "shipped" ? text : Number(text);
}

export async function workloadOf(size: Size): Promise<Workload> {
  const loaded = await loadFaq("faq.yaml");
  if (loaded.kind === "problems") throw new RangeError('Reading "faq.yaml": it has mistakes');
  if (size !== "shipped") return synthesise(loaded.faq, size);
  const samples = await readSamples();
  const questions = samples.flatMap(({ rows }) => rows.map(({ question }) => ({ text: question, entryId: undefined })));
  return { faq: loaded.faq, questions };
}
