// The live content: faq.yaml loaded, the matcher built on it, the talk over both.
import { createHash } from "node:crypto";
import { createFaultPrinter, type ContentFault } from "./content-fault.ts";
import { createTalk, type Talk } from "../dialog/talk.ts";
import { UsageError } from "../runtime/errors.ts";
import type { Faq } from "../faq/faq.ts";
import { loadFaq } from "./load-faq.ts";
import { createMatcher, type Matcher } from "../search/matcher.ts";

export interface LiveContent {
  readonly faq: Faq;
  readonly matcher: Matcher;
  readonly talk: Talk;
  /** The text of the file all this was made of. */
  readonly text: string;
  /** The same for the same texts of faq.yaml and its regression cases, wherever they are loaded. */
  readonly version: string;
}

/** Without a look at the regression cases. Throws UsageError with all problems of the file. */
export async function loadContent(file: string): Promise<LiveContent> {
  const { text, ...loaded } = await loadFaq(file);
  if (loaded.kind === "problems")
    throw contentError(file, {
      kind: "problems",
      files: [{ file, text, problems: loaded.problems }],
    });
  return buildContent(loaded.faq, text);
}

/** Without a matcher given it builds one without a pause, which takes a second for a large file. */
export function buildContent(
  faq: Faq,
  text: string,
  matcher: Matcher = createMatcher(faq),
  version: string = versionOf([text]),
): LiveContent {
  return { faq, matcher, talk: createTalk(faq, matcher), text, version };
}

const VERSION_LENGTH = 12;

export function versionOf(texts: readonly (string | undefined)[]): string {
  const digest = createHash("sha256").update(JSON.stringify(texts)).digest("hex");
  return digest.slice(0, VERSION_LENGTH);
}

export function contentError(file: string, fault: ContentFault): UsageError {
  return new UsageError(
    `В файле "${file}" есть ошибки:\n${createFaultPrinter(file)(fault).join("\n")}`,
    `Исправьте их и проверьте: npm run -s faq -- check ${file}`,
  );
}
