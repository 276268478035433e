// What is measured: a way to find the entry a question is about.
import type { Faq } from "../src/faq/faq.ts";

export interface Index {
  /** Ids of entries, topics and small talk, best first; an id may come twice, its first place counts. */
  rank(question: string): readonly string[] | Promise<readonly string[]>;
}

export type BuildIndex = (faq: Faq) => Index | Promise<Index>;

export interface Engine {
  readonly name: string;
  /**
   * Of a sample every so many-th row is asked: one question takes some of the peers half a second. No divisor of 20,
   * because the kinds of question repeat about every 20 rows.
   */
  readonly rowStep: number;
  /** Loaded only when needed, so that no library weighs on the figures of another. */
  load(): Promise<BuildIndex>;
}
