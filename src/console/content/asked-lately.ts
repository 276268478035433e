// What people asked lately, each wording once: what a change of the content is tried on.
import { DAY_MS } from "../../text/local-date.ts";
import { foldPhrase } from "../../text/normalise.ts";
import type { JournalPages, JournalPlace } from "../../store/journal/journal.ts";
import { withoutMasks } from "../../text/mask.ts";

const DAYS = 30;
/** Decided on twice, that is a second of another thread. */
export const MAX_QUESTIONS = 1_000;
/** Reading a page of them holds nobody up. */
const PAGE = 1_000;
/** Of a region that asks the same all day: what is older changes the picture no more. */
const MAX_PAGES = 5;

export type ReadPage = Pick<JournalPages, "page">;

/** The newest first, without what was masked in them; `now` in Unix ms. */
export async function askedLately(pages: ReadPage, now: number): Promise<readonly string[]> {
  const span = { from: now - DAYS * DAY_MS, to: now + 1 };
  const wordings = new Map<string, string>();
  let before: JournalPlace | undefined;
  for (let count = 0; count < MAX_PAGES && wordings.size < MAX_QUESTIONS; count += 1) {
    const page = await pages.page(span, { limit: PAGE, before });
    for (const { text } of page) keep(withoutMasks(text).trim(), wordings);
    before = page.at(-1);
    if (page.length < PAGE) break;
  }
  return [...wordings.values()];
}

function keep(question: string, wordings: Map<string, string>): void {
  if (wordings.size === MAX_QUESTIONS) return;
  const folded = foldPhrase(question);
  if (folded !== "" && !wordings.has(folded)) wordings.set(folded, question);
}
