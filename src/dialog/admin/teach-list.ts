// The list of what people asked in vain, page by page.
import type { OpenGroup, Pool } from "../../journal/open-group.ts";
import { whyInWords } from "../../journal/wording.ts";
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import { adminButton } from "../buttons.ts";
import { pageAt, turnRows } from "../paging.ts";
import type { Button, OutMessage } from "../reply.ts";
import { isAnswered, paragraphs, repliesNow, shortened, titleOf, type TaughtContent } from "./taught-content.ts";
import { encodeTeachRequest, type TeachRequest } from "./teach-request.ts";
import {
  DISLIKED_HEADING,
  emptyList,
  GOT_ANSWER,
  howOften,
  LIST_HINT,
  NEW_TOPIC,
  periodOf,
  REASONS,
  TEACH,
  TO_LIST,
  TO_UNANSWERED,
  toDisliked,
  UNANSWERED_HEADING,
} from "./teach-wording.ts";
import { pageOf } from "../wording.ts";

const PAGE_SIZE = 5;

export function teachButton(title: string, request: TeachRequest): Button {
  return adminButton(title, "unanswered", encodeTeachRequest(request));
}

export interface ListView {
  readonly pool: Pool;
  readonly groups: readonly OpenGroup[];
  readonly page: number;
  /** How many groups the other list has. */
  readonly others: number;
  readonly days: number;
}

export function listMessage(content: TaughtContent, view: ListView): OutMessage {
  const { pool, groups, days } = view;
  if (groups.length === 0)
    return {
      text: plain(emptyList(pool, days)),
      keyboard: [otherListRow(view), newTopicRow()].filter((row) => row.length > 0),
    };
  const { items: shown, page, pages, start } = pageAt(groups, view.page, PAGE_SIZE);
  const name = pool === "unanswered" ? UNANSWERED_HEADING : DISLIKED_HEADING;
  const heading = `${name} ${periodOf(days)}: ${groups.length}${pageOf(page, pages)}`;
  const items = shown.map((group, index) => itemOf(content, group, start + index + 1));
  return {
    text: paragraphs([bold(heading), ...items, plain(LIST_HINT)]),
    keyboard: [
      ...shown.map((group, index) => [groupButton(group, start + index + 1, pool)]),
      ...turnRows({ page, pages }, (turn, to) => teachButton(turn, { kind: "list", pool, page: to })),
      otherListRow(view),
      newTopicRow(),
    ].filter((row) => row.length > 0),
  };
}

export function howGroupStands(content: TaughtContent, group: OpenGroup): RichText {
  const { ids, people, lastAt, answeredWith, reasons, text } = group;
  const got = answeredWith.map((id) => `«${titleOf(content, id)}»`).join(", ");
  const why = [...reasons].map(([reason, count]) => `${REASONS[reason]} — ${count}`).join(", ");
  return join(
    [
      plain(howOften(ids.length, people, lastAt)),
      plain(whyInWords(group.why)),
      plain(got === "" ? "" : `${GOT_ANSWER} ${got}${why === "" ? "" : ` (${why})`}`),
      isAnswered(content, text) && answeredWith.length === 0 ? repliesNow(content, text) : [],
    ],
    "\n",
  );
}

function itemOf(content: TaughtContent, group: OpenGroup, number: number): RichText {
  const head = bold(`${number}. ${shortened(group.text, 200)}`);
  return join([head, howGroupStands(content, group)], "\n");
}

function groupButton({ text, ids }: OpenGroup, number: number, pool: Pool): Button {
  return teachButton(`${number}. ${shortened(text, 100)}`, {
    kind: "group",
    pool,
    questionId: ids[0] ?? "",
  });
}

function otherListRow({ pool, others }: ListView): readonly Button[] {
  if (pool === "disliked") return [teachButton(TO_UNANSWERED, { kind: "list", pool: "unanswered", page: 0 })];
  return others === 0 ? [] : [teachButton(toDisliked(others), { kind: "list", pool: "disliked", page: 0 })];
}

function newTopicRow(): readonly Button[] {
  return [adminButton(NEW_TOPIC, "new", "")];
}

/** Under a vote against an answer: the question can be put right at once. */
export function withTeaching(message: OutMessage): OutMessage {
  const { note, keyboard } = message;
  if (note?.kind !== "voted" || note.value !== "down" || note.questionId === undefined) return message;
  const { questionId } = note;
  const row = [teachButton(TEACH, { kind: "group", pool: "disliked", questionId })];
  return { ...message, keyboard: [...keyboard, row] };
}

export function backToList(pool: Pool): readonly Button[] {
  return [teachButton(TO_LIST, { kind: "list", pool, page: 0 })];
}
