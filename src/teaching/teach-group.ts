// What people asked in vain becomes a phrase of the content: the same in the chat and in the console.
import type { OpenGroup } from "../journal/open-group.ts";
import type { EditOutcome } from "./faq-editor.ts";
import { addPhrase } from "../faq/edit/add-phrase.ts";
import { teachablePhrase } from "./teachable-phrase.ts";
import type { TeachParts } from "./teach-parts.ts";

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

/** The phrase that a group would be taught as; undefined where no wording will do. */
export function phraseOf({ text, otherTexts }: OpenGroup): string | undefined {
  return teachablePhrase([text, ...otherTexts]);
}

/** Puts the group's wording into the file as a phrase of `ownerId`, and into service; the group leaves the list. */
export async function teachGroup(
  group: OpenGroup,
  ownerId: string,
  { editor, reload, questions }: Pick<TeachParts, "editor" | "reload" | "questions">,
): Promise<TeachOutcome> {
  const phrase = phraseOf(group);
  if (phrase === undefined) return { kind: "nothing-to-learn" };
  const outcome = await editor.apply((text) => addPhrase(text, ownerId, phrase));
  if (outcome.kind === "read-only") return outcome;
  if (outcome.kind === "refused" && !isThereAlready(outcome.refusal, ownerId)) return outcome;
  // A tap that is handled again after a kill finds its phrase in place.
  const editId = outcome.kind === "saved" ? outcome.editId : undefined;
  const isLive = await reload();
  await questions.markTaught(group, ownerId, editId);
  return { kind: "learned", phrase, editId, isLive };
}

function isThereAlready(
  refusal: { readonly kind: string; readonly ownerId?: string },
  ownerId: string,
): boolean {
  return refusal.kind === "known-phrase" && refusal.ownerId === ownerId;
}
