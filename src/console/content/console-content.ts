// What the page of the content works with.
import { basename } from "node:path";
import type { Config } from "../../config/config.ts";
import { createContentBench } from "./content-bench.ts";
import type { ContentParts } from "./content.ts";
import type { TryParts } from "../try/try.ts";
import type { ContentHolder } from "../../live/content-holder.ts";
import { questionsFileBeside, readQuestionsText } from "../../live/load-faq.ts";

export interface ConsoleContentParts extends Pick<
  ContentParts,
  "teaching" | "uses" | "pages" | "log" | "now"
> {
  readonly content: ContentHolder;
}

/** `trial` has the thread that drafts are built in, and the file they are changes of. */
export function consoleContent(
  { retentionDays }: Pick<Config, "retentionDays">,
  { content, teaching, uses, pages, log, now }: ConsoleContentParts,
  { bench, text }: Pick<TryParts, "bench" | "text">,
): ContentParts {
  return {
    ...createContentBench(bench),
    file: basename(content.file),
    live: () => content.current(),
    text,
    cases: async () => {
      const read = await readQuestionsText(questionsFileBeside(content.file));
      return read?.kind === "text" ? read.text : undefined;
    },
    faults: () => content.faults(),
    reload: async () => {
      const outcome = await content.reload({ isTentative: true });
      return outcome.kind === "rejected" ? outcome.lines : [];
    },
    teaching,
    uses,
    pages,
    retentionDays,
    log,
    now,
  };
}
