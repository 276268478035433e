// The content as teaching sees it: what can own a phrase, and what a question gets at the moment.
import { titleIn, type Faq } from "../../faq/faq.ts";
import { join, plain, type RichText } from "../../markup/rich-text.ts";
import type { Decision } from "../../search/decide.ts";
import { NOW_ANSWERS, NOW_OFFERS, NOW_SILENT } from "./teach-wording.ts";

export interface TaughtContent {
  readonly faq: Faq;
  readonly decide: (text: string) => Decision;
}

/** The question of an entry, the title of a side topic; what is gone is named by its id. */
export function titleOf({ faq }: Pick<TaughtContent, "faq">, id: string): string {
  return titleIn(faq, id) ?? id;
}

/** What the bot says to this text now. */
export function repliesNow({ decide }: TaughtContent, text: string): RichText {
  const { outcome, answers, suggestions } = decide(text);
  const titles = (scored: Decision["answers"]) => scored.map(({ item }) => `«${item.title}»`).join(", ");
  if (outcome === "none") return plain(NOW_SILENT);
  return outcome === "suggest"
    ? plain(`${NOW_OFFERS} ${titles(suggestions)}`)
    : plain(`${NOW_ANSWERS} ${titles(answers)}`);
}

export function isAnswered({ decide }: TaughtContent, text: string): boolean {
  const { outcome } = decide(text);
  return outcome !== "none" && outcome !== "suggest";
}

const MAX_SHOWN = 300;

/** Questions can be long: as much of one as is needed to recognise it. */
export function shortened(text: string, maxLength = MAX_SHOWN): string {
  const characters = Array.from(text.replace(/\s+/gu, " ").trim());
  return characters.length <= maxLength ? characters.join("") : `${characters.slice(0, maxLength - 1).join("")}…`;
}

export function paragraphs(parts: readonly RichText[]): RichText {
  return join(parts, "\n\n");
}
