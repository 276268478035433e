// The live content: faq.yaml loaded, the matcher built on it, the talk over both.
import { createTalk, type Talk } from "./dialog/talk.ts";
import { UsageError } from "./errors.ts";
import { loadFaq } from "./faq/load.ts";
import { createProblemPrinter } from "./faq/print-problem.ts";
import { createMatcher, type Matcher } from "./search/matcher.ts";
import type { Faq } from "./faq/faq.ts";

export interface Content {
  readonly faq: Faq;
  readonly matcher: Matcher;
  readonly talk: Talk;
}

/** Throws UsageError with all problems of the file. */
export async function loadContent(file: string): Promise<Content> {
  const loaded = await loadFaq(file);
  if (loaded.kind === "problems") {
    const print = createProblemPrinter({ file, text: loaded.text, isColored: false });
    throw new UsageError(
      `Reading the content "${file}": it has mistakes\n${loaded.problems.map(print).join("\n")}`,
      `Mend them and see with: npm run -s faq -- check ${file}`,
    );
  }
  const matcher = createMatcher(loaded.faq);
  return { faq: loaded.faq, matcher, talk: createTalk(loaded.faq, matcher) };
}
