// What people asked lately, each wording once: what a change of the content is tried on.
import { foldPhrase } from "../faq/check-phrases.ts";
import type { Journal } from "../store/journal.ts";
import { withoutMasks } from "../text/unmask.ts";

const DAYS = 30;
const DAY_MS = 86_400_000;
/** Decided on twice, that is a second of another thread. */
export const MAX_QUESTIONS = 1_000;

/** The newest first, without what was masked in them; `now` in Unix ms. */
export async function askedLately(
  journal: Pick<Journal, "between">,
  now: number,
): Promise<readonly string[]> {
  const asked = await journal.between(now - DAYS * DAY_MS, now + 1);
  const wordings = new Map<string, string>();
  for (const { text } of asked.toReversed()) {
    if (wordings.size === MAX_QUESTIONS) break;
    const question = withoutMasks(text).trim();
    const folded = foldPhrase(question);
    if (folded !== "" && !wordings.has(folded)) wordings.set(folded, question);
  }
  return [...wordings.values()];
}
