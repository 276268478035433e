// The first page, which is always the newest, and the pages that were asked for after it.
import type { JournalRow, QuestionPage } from "../../../console/figures/figures-api.ts";

export interface Rows {
  readonly rows: readonly JournalRow[];
  readonly next: string | undefined;
}

/**
 * What was loaded further stays below the first page as long as the two meet. Where so much came in meanwhile that they do
 * not, there would be a gap between them: the first page stands alone then.
 */
export function withPage(first: QuestionPage, further: Rows | undefined): Rows {
  const alone = { rows: first.questions, next: first.next };
  if (further === undefined || first.next === undefined) return alone;
  const last = first.questions.at(-1);
  const meet = further.rows.findIndex(({ id }) => id === last?.id);
  if (meet === -1) return alone;
  return { rows: [...first.questions, ...further.rows.slice(meet + 1)], next: further.next };
}
