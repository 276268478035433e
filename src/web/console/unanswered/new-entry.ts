// A draft of a new entry for a group of questions that nothing answers.
import type { Edit } from "../../../console/content/content-api.ts";
import type { Door } from "../../../journal/open-group.ts";
import { keyHref } from "../content/addresses.ts";
import { draftKeyOf } from "../drafts/draft.ts";
import { drafts } from "../drafts/drafts.ts";
import { navigate } from "../shell/router.ts";
import type { Taken } from "./page.ts";

/** Hands the group over to the editor: the draft that was begun for it, if any. */
export function writeEntry(group: Taken, categoryId: string, pool: Door): void {
  const edit = newEntry(group, categoryId, pool);
  drafts.begin(edit);
  navigate(keyHref(draftKeyOf(edit)));
}

function newEntry(group: Taken, categoryId: string, pool: Door): Edit {
  const { questionId, text, otherTexts, phrase } = group;
  const phrases = phrase === undefined || phrase === text ? otherTexts : [phrase, ...otherTexts];
  return {
    kind: "new-entry",
    categoryId,
    question: sentence(text),
    answer: "",
    phrases: [...new Set(phrases)].slice(0, MOST_PHRASES),
    from: { pool, questionId },
  };
}

/** More would be too much to look through before saving. */
const MOST_PHRASES = 8;

/** As a question stands in the content: with a capital and a mark at its end. */
function sentence(text: string): string {
  const tidy = text.trim().replaceAll(/\s+/gu, " ");
  const begun = `${tidy.charAt(0).toLocaleUpperCase("ru")}${tidy.slice(1)}`;
  return /[.?!…]$/u.test(begun) ? begun : `${begun}?`;
}
