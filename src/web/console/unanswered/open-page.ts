// Wires the state of the page to the server, the notices, and the hands of whoever looks at it.
import type { Pool } from "../../../journal/open-group.ts";
import { signal, type Signal } from "@preact/signals";
import type { Edit } from "../../../console/content/content-api.ts";
import { drafts } from "../drafts/drafts.ts";
import { showToast } from "../../shared/parts/toast.tsx";
import { keyHref } from "../content/addresses.ts";
import { draftKeyOf } from "../drafts/draft.ts";
import { get, post } from "../shell/api-client.ts";
import { navigate } from "../shell/router.ts";
import type { Shown } from "./group-order.ts";
import { nowInWords } from "./guess.tsx";
import { createUnanswered, type Action, type Hand, type Unanswered } from "./state.ts";
import { LEARNED, UNDO } from "./wording.ts";

/** The dialog that lies over the list, and for which group. */
export interface Opened {
  readonly kind: "picker" | "dismiss";
  readonly group: Shown;
}

export interface UnansweredPage {
  readonly state: Unanswered;
  readonly opened: Signal<Opened | undefined>;
  /** Hands the group over to the editor, as a draft of a new entry: the one that was begun for it, if any. */
  writeEntry(group: Shown, categoryId: string): void;
}

/** Names the cards of the list for `hand`. */
export const CARD = "data-question";

export function openPage(pool: Pool): UnansweredPage {
  const opened = signal<Opened | undefined>(undefined);
  const state = createUnanswered(
    {
      calls: {
        list: (pool) => get("unanswered", { pool }),
        teach: (request) => post("unanswered/teach", request),
        pasted: (request) => post("unanswered/pasted", request),
        hide: (request) => post("unanswered/hide", request),
        unhide: (request) => post("unanswered/unhide", request),
        undo: (request) => post("content/undo", request),
      },
      tell: (message, action) =>
        showToast({ text: toldOf(message, action), look: "good", ...undoOf(action) }),
      tellTrouble: (text) => showToast({ text, look: "bad" }),
      hand: () => handOn(opened.value !== undefined),
    },
    pool,
  );
  const undoOf = (action: Action | undefined) =>
    action?.canUndo === true ? { action: { title: UNDO, run: () => state.undo(action) } } : {};
  return {
    state,
    opened,
    writeEntry: (group, categoryId) => {
      const edit = newEntry(group, categoryId, state.pool.value);
      drafts.begin(edit);
      navigate(keyHref(draftKeyOf(edit)));
    },
  };
}

function newEntry(group: Shown, categoryId: string, pool: Pool): Edit {
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

function toldOf(message: string, action: Action | undefined): string {
  // The list of what was done has the long sentence.
  return action?.now === undefined ? message : `${LEARNED} ${nowInWords(action.now)}`;
}

function handOn(hasDialog: boolean): Hand {
  const focused = document.activeElement?.closest(`[${CARD}]`) ?? undefined;
  return {
    isAtWork: hasDialog || focused !== undefined || window.scrollY > 0,
    questionId: focused?.getAttribute(CARD) ?? undefined,
  };
}
