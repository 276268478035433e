// Teaching, the same in the chat and in the console: what was asked in vain becomes a phrase, is answered, is taken back.
import type { Door, OpenGroup } from "../journal/open-group.ts";
import type { EditOutcome, UndoOutcome, FaqEditor } from "./faq-editor.ts";
import { isStory } from "../faq/edit/add-phrase.ts";
import { teachPhrase } from "../faq/edit/move-phrase.ts";
import { withoutMasks } from "../text/mask.ts";
import type { Decision } from "../search/decide.ts";
import type { TaughtContent } from "../dialog/admin/taught-content.ts";
import type { OpenQuestions } from "./open-questions.ts";

/** What teaching works with, made in open-teaching.ts. */
export interface TeachParts {
  /** The content that is live at the moment. */
  readonly content: () => TaughtContent;
  readonly editor: FaqEditor;
  readonly questions: OpenQuestions;
  /** Puts what is in the file into service; says whether it is. */
  readonly reload: () => Promise<boolean>;
}

/** The phrase that a group would be taught as; undefined where no wording will do. */
export function phraseOf({ text, otherTexts }: OpenGroup): string | undefined {
  return teachablePhrase([text, ...otherTexts]);
}

const MIN_LETTERS = 3;

/** The first of the wordings that will do; the first of all where none does, for the editor to say why. */
export function teachablePhrase(texts: readonly string[]): string | undefined {
  const whole = texts.map((text) => ({ text, kept: withoutMasks(text).trim() }));
  const fit = whole.filter(({ text, kept }) => says(kept, text));
  return (fit.find(({ kept }) => !isStory(kept)) ?? fit[0])?.kept;
}

/** What was cut out of a text has to leave more than one word: "код [номер]" says nothing without its number. */
function says(kept: string, text: string): boolean {
  const words = kept.match(/\p{L}+/gu) ?? [];
  if (words.join("").length < MIN_LETTERS) return false;
  return kept === text.trim() || words.length > 1;
}

export type TeachOutcome =
  /** Without what was masked no words are left. */
  | { readonly kind: "nothing-to-learn" }
  | {
      readonly kind: "learned";
      readonly phrase: string;
      /** Undefined where there is nothing to undo: the phrase was there. */
      readonly editId: string | undefined;
      readonly isLive: boolean;
    }
  | Exclude<EditOutcome, { readonly kind: "saved" }>;

/**
 * Puts the group's wording into the file as a phrase of `ownerId`, and into service; the group leaves the list. Where
 * another item is found by that phrase, it goes from there.
 */
export async function teachGroup(
  group: OpenGroup,
  ownerId: string,
  { editor, reload, questions }: Pick<TeachParts, "editor" | "reload" | "questions">,
): Promise<TeachOutcome> {
  const phrase = phraseOf(group);
  if (phrase === undefined) return { kind: "nothing-to-learn" };
  const outcome = await editor.apply((text) => teachPhrase(text, ownerId, phrase));
  if (outcome.kind === "read-only") return byHand(outcome);
  if (outcome.kind === "refused" && !isThereAlready(outcome.refusal, ownerId)) return outcome;
  // A tap that is handled again after a kill finds its phrase in place.
  const editId = outcome.kind === "saved" ? outcome.editId : undefined;
  const isLive = await reload();
  await questions.markTaught(group, ownerId, editId);
  return { kind: "learned", phrase, editId, isLive };
}

/** What stands in two places is no lines to paste: the one who writes the file is told where the phrase is. */
function byHand(outcome: Extract<EditOutcome, { readonly kind: "read-only" }>): TeachOutcome {
  const { change } = outcome;
  if (change.kind !== "moved") return outcome;
  const { phrase, fromId: ownerId } = change;
  return { kind: "refused", refusal: { kind: "known-phrase", phrase, ownerId } };
}

function isThereAlready(refusal: { readonly kind: string; readonly ownerId?: string }, ownerId: string): boolean {
  return refusal.kind === "known-phrase" && refusal.ownerId === ownerId;
}

/**
 * Takes the group that a new entry was written for off the list, where the entry answers it: one that was worded anew
 * may need a phrase more. What the question gets now; undefined where it is dealt with already, or gone.
 */
export async function markAnswered(
  { pool, questionId }: { readonly pool: Door; readonly questionId: string },
  entryId: string,
  editId: string | undefined,
  { questions, content }: Pick<TeachParts, "questions" | "content">,
): Promise<Decision | undefined> {
  const group = await questions.find(pool, questionId);
  if (group === undefined) return undefined;
  const decision = content().decide(group.text);
  const isAnswered = decision.answers.some(({ item }) => item.id === entryId);
  if (isAnswered) await questions.markTaught(group, entryId, editId);
  return decision;
}

export type UndoneOutcome =
  | (Extract<UndoOutcome, { readonly kind: "undone" }> & { readonly isLive: boolean })
  | Exclude<UndoOutcome, { readonly kind: "undone" }>;

/** Takes an edit of the content back; what it taught comes back into the list. */
export async function undoEdit(
  editId: string,
  { editor, reload, questions }: Pick<TeachParts, "editor" | "reload" | "questions">,
): Promise<UndoneOutcome> {
  const outcome = await editor.undo(editId);
  if (outcome.kind !== "undone") return outcome;
  const isLive = await reload();
  await questions.reopenTaught(editId);
  return { ...outcome, isLive };
}
