// What administrators are told of the content: what is wrong with it, that it is right again.
import { tallyOf } from "../../faq/tally.ts";
import { plain, bold, join, type RichText } from "../../markup/rich-text.ts";
import { adminButton } from "./admin-button.ts";
import {
  ALL_WELL,
  andMore,
  CHECK_AGAIN,
  LIVE_WITH_FAULTS,
  MENDED,
  REJECTED,
  RELOADED,
  SHOW_ALL,
  tallied,
  UNCHANGED,
  withWarnings,
  casesHold,
} from "./content-wording.ts";
import { pageAt, turnRows } from "../paging.ts";
import { inPages, problemPages, type ListedFile } from "./problem-pages.ts";
import type { OutMessage } from "../reply.ts";
import { pageOf } from "../wording.ts";

/** What is wrong: problems with places, or lines of text. */
export type Faults = readonly ListedFile[] | { readonly lines: readonly string[] };

export function rejectedMessage(faults: Faults, isLive: boolean): OutMessage {
  const pages = "lines" in faults ? inPages(faults.lines.map(plain)) : problemPages(faults);
  const [first = [], ...rest] = pages;
  const left = rest.reduce((sum, page) => sum + page.length, 0);
  const heading = bold(isLive ? LIVE_WITH_FAULTS : REJECTED);
  return {
    text: join([heading, ...first, plain(left === 0 ? "" : andMore(left))], "\n\n"),
    keyboard: [[adminButton(left === 0 ? CHECK_AGAIN : SHOW_ALL, "check", "")]],
  };
}

/** `size` is the content in numbers. */
export function mendedMessage(size: string): OutMessage {
  return { text: plain(`${MENDED}: ${size}.`), keyboard: [] };
}

export function loadedMessage(size: string, warnings: number): OutMessage {
  const more = warnings === 0 ? [] : [plain(withWarnings(warnings))];
  return { text: join([plain(`${RELOADED}: ${size}.`), ...more], "\n\n"), keyboard: [] };
}

export function unchangedMessage(size: string): OutMessage {
  return { text: plain(`${UNCHANGED}: ${size}.`), keyboard: [] };
}

export interface CheckView {
  readonly files: readonly ListedFile[];
  readonly page: number;
  readonly size: string;
  readonly cases: number;
}

export function checkMessage({ files, page: wanted, size, cases }: CheckView): OutMessage {
  const all = problemPages(files);
  const { items, page, pages } = pageAt(all, wanted, 1);
  const again = adminButton(CHECK_AGAIN, "check", "");
  if (all.length === 0) {
    const counts = plain(cases === 0 ? `${size}.` : `${size}. ${casesHold(cases)}`);
    return { text: join([bold(ALL_WELL), counts], "\n\n"), keyboard: [[again]] };
  }
  const heading = `${tallied(tallyOf(files))}${pageOf(page, pages)}`;
  const text: RichText = join([bold(heading), ...items.flat()], "\n\n");
  const turns = turnRows({ page, pages }, (turn, to) => adminButton(turn, "check", `${to}`));
  return { text, keyboard: [...turns, [again]] };
}
