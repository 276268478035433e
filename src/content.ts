// The live content: faq.yaml loaded, the matcher built on it, the talk over both.
import { createTalk, type Talk } from "./dialog/talk.ts";
import { UsageError } from "./errors.ts";
import { loadFaq } from "./faq/load.ts";
import { createProblemPrinter } from "./faq/print-problem.ts";
import { createMatcher, type Matcher } from "./search/matcher.ts";
import type { Faq } from "./faq/faq.ts";

export interface LiveContent {
  readonly faq: Faq;
  readonly matcher: Matcher;
  readonly talk: Talk;
}

/** All of them shows the check. */
const MAX_SHOWN = 20;

/** Throws UsageError with all problems of the file. */
export async function loadContent(file: string): Promise<LiveContent> {
  const loaded = await loadFaq(file);
  if (loaded.kind === "problems") {
    const print = createProblemPrinter({ file, text: loaded.text, isColored: false });
    const shown = loaded.problems.slice(0, MAX_SHOWN).map(print).join("\n");
    throw new UsageError(
      `В файле "${file}" есть ошибки:\n${shown}`,
      `Исправьте их и проверьте: npm run -s faq -- check ${file}`,
    );
  }
  const matcher = createMatcher(loaded.faq);
  return { faq: loaded.faq, matcher, talk: createTalk(loaded.faq, matcher) };
}
