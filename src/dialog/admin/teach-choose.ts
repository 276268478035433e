// One group of questions, and what it may become a phrase of.
import { hidesAlike, type OpenGroup, type Pool } from "../../journal/open-group.ts";
import { bold, plain } from "../../markup/rich-text.ts";
import { guessEntries } from "../../journal/group-questions.ts";
import { adminButton } from "../buttons.ts";
import { encodeWizardRequest } from "./wizard-request.ts";
import { filledCategories } from "../parent/menu.ts";
import { pageAt, turnRows } from "../paging.ts";
import type { Button, OutMessage } from "../reply.ts";
import { isAnswered, paragraphs, repliesNow, shortened, type TaughtContent } from "./taught-content.ts";
import { backToList, howGroupStands, teachButton } from "./teach-list.ts";
import type { TeachRequest } from "./teach-request.ts";
import {
  CHOOSE_CATEGORY,
  CHOOSE_ENTRY,
  CHOOSE_HINT,
  CHOOSE_TOPIC,
  NOT_FOR_US,
  NEW_TOPIC,
  REVIEW_HINT,
  REVIEWED,
  OTHER_QUESTION,
  TO_QUESTION,
  TOPICS,
  VARIANTS,
} from "./teach-wording.ts";
import { pageOf } from "../wording.ts";

const MAX_GUESSES = 4;
const MAX_VARIANTS = 8;
const PAGE_SIZE = 8;

/** A group, and by which of its questions it is named. */
export interface GroupView {
  readonly pool: Pool;
  readonly questionId: string;
  readonly group: OpenGroup;
}

export function groupMessage(content: TaughtContent, view: GroupView): OutMessage {
  const { group, ...named } = view;
  const { text } = group;
  const isNotForUs = hidesAlike(group, view.pool);
  // What did not help once more is no guess.
  const guesses = guessEntries(group, content.decide, MAX_GUESSES + group.answeredWith.length)
    .filter(({ item }) => !group.answeredWith.includes(item.id))
    .slice(0, MAX_GUESSES);
  return {
    text: paragraphs([
      bold(shortened(text, 1000)),
      howGroupStands(content, group),
      isAnswered(content, text) ? [] : repliesNow(content, text),
      plain(variantsOf(group)),
      plain(isNotForUs ? CHOOSE_HINT : REVIEW_HINT),
    ]),
    keyboard: [
      ...guesses.map(({ item }) => ownerRow(titleOnButton(content, item.id), item.id, view)),
      [
        teachButton(OTHER_QUESTION, { kind: "categories", ...named }),
        ...(content.faq.topics.length === 0 ? [] : [teachButton(TOPICS, { kind: "topics", ...named, page: 0 })]),
      ],
      [
        adminButton(NEW_TOPIC, "new", encodeWizardRequest({ kind: "from", ...named })),
        teachButton(isNotForUs ? NOT_FOR_US : REVIEWED, { kind: "hide", ...named }),
      ],
      backToList(view.pool),
    ],
  };
}

function variantsOf({ otherTexts }: OpenGroup): string {
  const shown = otherTexts.slice(0, MAX_VARIANTS).map((text) => `• ${shortened(text, 150)}`);
  const rest = otherTexts.length - shown.length;
  if (shown.length === 0) return "";
  return [VARIANTS, ...shown, ...(rest > 0 ? [`… и ещё ${rest}`] : [])].join("\n");
}

export function categoriesMessage({ faq }: TaughtContent, view: GroupView): OutMessage {
  const { group, ...named } = view;
  return {
    text: paragraphs([bold(shortened(group.text)), plain(CHOOSE_CATEGORY)]),
    keyboard: [
      ...filledCategories(faq).map(({ id, title }) => [
        teachButton(title, { kind: "entries", ...named, categoryId: id, page: 0 }),
      ]),
      backToGroup(view),
    ],
  };
}

export function entriesMessage({ faq }: TaughtContent, view: GroupView, categoryId: string, page: number): OutMessage {
  const { group, ...named } = view;
  const owners = faq.entries
    .filter((entry) => entry.categoryId === categoryId)
    .map(({ id, button }) => ({ id, title: button }));
  const request = (to: number) => ({ kind: "entries", ...named, categoryId, page: to }) as const;
  return ownersMessage(CHOOSE_ENTRY, owners, page, { ...view, group }, request);
}

export function topicsMessage({ faq }: TaughtContent, view: GroupView, page: number): OutMessage {
  const { group, ...named } = view;
  const request = (to: number) => ({ kind: "topics", ...named, page: to }) as const;
  return ownersMessage(CHOOSE_TOPIC, faq.topics, page, { ...view, group }, request);
}

function ownersMessage(
  hint: string,
  owners: readonly { readonly id: string; readonly title: string }[],
  wanted: number,
  view: GroupView,
  requestOf: (page: number) => TeachRequest,
): OutMessage {
  const { items: shown, page, pages } = pageAt(owners, wanted, PAGE_SIZE);
  return {
    text: paragraphs([bold(shortened(view.group.text)), plain(`${hint}${pageOf(page, pages)}`)]),
    keyboard: [
      ...shown.map(({ id, title }) => ownerRow(title, id, view)),
      ...turnRows({ page, pages }, (turn, to) => teachButton(turn, requestOf(to))),
      backToGroup(view),
    ],
  };
}

function ownerRow(title: string, ownerId: string, view: GroupView): readonly Button[] {
  const { pool, questionId } = view;
  return [teachButton(title, { kind: "teach", pool, questionId, ownerId })];
}

function titleOnButton({ faq }: TaughtContent, entryId: string): string {
  return faq.entries.find(({ id }) => id === entryId)?.button ?? entryId;
}

function backToGroup({ pool, questionId }: GroupView): readonly Button[] {
  return [teachButton(TO_QUESTION, { kind: "group", pool, questionId })];
}
