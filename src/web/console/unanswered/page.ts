// The page put together: its work on the server, the notices of it, and where the hand goes on.
import { signal, type Signal } from "@preact/signals";
import type { Door, Pool } from "../../../journal/open-group.ts";
import { showToast } from "../../shared/parts/toast.tsx";
import { post } from "../shell/api-client.ts";
import { announce } from "../shell/live.ts";
import type { Shown } from "./group-order.ts";
import { nowInWords } from "./guess.tsx";
import { UNDO } from "./wording.ts";
import { createWork, type Action, type Named, type Work } from "./work.ts";

export interface Teaching {
  readonly work: Work;
  /** The dialog that lies over the list, and for which question. */
  readonly opened: Signal<Opened | undefined>;
}

export interface UnansweredPage extends Teaching {
  readonly pool: Pool;
  /** Groups that were dealt with since the list was read. */
  readonly gone: Signal<readonly string[]>;
  /** The group that has come back and is to have the focus. */
  readonly back: Signal<string | undefined>;
}

export interface Opened {
  readonly kind: "picker" | "dismiss";
  readonly question: Taken;
}

/** What somebody has taken up: a group, or one question of the journal. */
export interface Taken extends Pick<Shown, "questionId" | "text" | "otherTexts" | "phrase"> {
  /** It got an answer, and is in no list that it could be taken off. */
  readonly isAnswered?: boolean;
}

/** Names the cards of the list. */
const CARD = "data-question";

export function openPage(): Omit<UnansweredPage, "pool"> {
  const opened = signal<Opened | undefined>(undefined);
  const gone = signal<readonly string[]>([]);
  const back = signal<string | undefined>(undefined);
  const undoOf = (action: Action | undefined) =>
    action?.canUndo === true ? { action: { title: UNDO, run: () => work.undo(action) } } : {};
  const work = createWork({
    post,
    tell: (message, action) => showToast({ text: toldOf(message, action), look: "good", ...undoOf(action) }),
    tellTrouble: (text) => showToast({ text, look: "bad" }),
    onDone: ({ questionId }) => {
      goOnFrom(questionId);
      gone.value = [...gone.value, questionId];
    },
    onBack: ({ questionId }) => {
      back.value = questionId;
    },
    reload: () => announce("journal"),
  });
  return { work, opened, gone, back };
}

export function named({ questionId, text }: Taken, pool: Door): Named {
  return { questionId, text, pool };
}

function toldOf(message: string, action: Action | undefined): string {
  // The list of what was done has the long sentence.
  return action?.now === undefined ? message : `Готово. ${nowInWords(action.now)}`;
}

function cards(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[${CARD}]`)];
}

export function focusCard(questionId: string): void {
  const card = cards().find((one) => one.getAttribute(CARD) === questionId);
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
}

/** The work goes on with the next group, at the end with the one before. Whoever has gone on meanwhile stays there. */
function goOnFrom(questionId: string): void {
  const all = cards();
  const at = all.findIndex((one) => one.getAttribute(CARD) === questionId);
  const focused = document.activeElement?.closest(`[${CARD}]`) ?? undefined;
  if (at === -1 || (focused !== undefined && focused !== all[at])) return;
  const next = all[at + 1] ?? all[at - 1] ?? document.querySelector<HTMLElement>("h1");
  next?.focus();
}
