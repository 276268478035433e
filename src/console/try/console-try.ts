// What the trial of the console works with.
import type { Config } from "../../config/config.ts";
import { createDraftBench } from "../drafts/draft-bench.ts";
import type { TryParts } from "./try.ts";
import type { ContentHolder } from "../../live/content-holder.ts";
import { readFaqText } from "../../live/load-faq.ts";

export interface ConsoleTryParts extends Pick<TryParts, "pages" | "now"> {
  readonly content: Pick<ContentHolder, "file" | "current">;
  readonly bot: () => { readonly username: string | undefined } | undefined;
}

export function consoleTry(
  { retentionDays, supportChatId }: Pick<Config, "retentionDays" | "supportChatId">,
  { content, pages, bot, now }: ConsoleTryParts,
): TryParts {
  const hasStaff = supportChatId !== undefined;
  return {
    live: () => content.current(),
    text: async () => {
      const read = await readFaqText(content.file);
      return read.kind === "text" ? read.text : content.current().text;
    },
    situation: () => ({ username: bot()?.username, retentionDays, hasStaff }),
    pages,
    now,
    bench: createDraftBench(),
  };
}
