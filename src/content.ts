// The live content: faq.yaml loaded, the matcher built on it, the talk over both.
import { createHash } from "node:crypto";
import { createFaultPrinter, type ContentFault } from "./content-fault.ts";
import { createTalk, type Talk } from "./dialog/talk.ts";
import { UsageError } from "./errors.ts";
import type { Faq } from "./faq/faq.ts";
import { loadFaq } from "./faq/load.ts";
import { createMatcher, type Matcher } from "./search/matcher.ts";

export interface LiveContent {
  readonly faq: Faq;
  readonly matcher: Matcher;
  readonly talk: Talk;
  /** The text of the file all this was made of. */
  readonly text: string;
  /** The same for the same text, wherever it is loaded. */
  readonly version: string;
}

export type BuildContent = (faq: Faq, text: string) => LiveContent;

/** Throws UsageError with all problems of the file. */
export async function loadContent(
  file: string,
  build: BuildContent = buildContent,
): Promise<LiveContent> {
  const loaded = await loadFaq(file);
  if (loaded.kind === "problems") throw contentError(file, loaded);
  return build(loaded.faq, loaded.text);
}

/** Takes a second for a large file, without a pause. */
export function buildContent(faq: Faq, text: string): LiveContent {
  const matcher = createMatcher(faq);
  return { faq, matcher, talk: createTalk(faq, matcher), text, version: versionOf(text) };
}

const VERSION_LENGTH = 12;

export function versionOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, VERSION_LENGTH);
}

function contentError(file: string, fault: ContentFault): UsageError {
  return new UsageError(
    `В файле "${file}" есть ошибки:\n${createFaultPrinter(file)(fault).join("\n")}`,
    `Исправьте их и проверьте: npm run -s faq -- check ${file}`,
  );
}
