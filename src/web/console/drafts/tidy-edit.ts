// A draft as it is sent: what is typed and says nothing is left out, and what says the same as before stays as it was.
import { foldPhrase } from "../../../text/normalise.ts";
import type { SideTopicFields, EntryFields } from "../../../faq/edit/item-fields.ts";
import type { Edit } from "../../../console/content/content-api.ts";

/** Undefined where nothing would change. */
export function tidyEdit(edit: Edit): Edit | undefined {
  switch (edit.kind) {
    case "entry": {
      const after = tidyEntry(edit.before, edit.after);
      return sameValue(edit.before, after) ? undefined : { ...edit, after };
    }
    case "aside": {
      const after = tidySideTopic(edit.before, edit.after);
      return sameValue(edit.before, after) ? undefined : { ...edit, after };
    }
    case "new-entry": {
      const phrases = tidyPhrases(edit.phrases);
      const [question, answer] = [edit.question.trim(), edit.answer.trim()];
      const isEmpty = question === "" && answer === "" && phrases.length === 0;
      return isEmpty ? undefined : { ...edit, question, answer, phrases };
    }
  }
}

function tidyEntry(before: EntryFields, after: EntryFields): EntryFields {
  return {
    ...tidyShared(before, after),
    categoryId: after.categoryId,
    question: tidyText(before.question, after.question),
    button: filledOf(after.button, before.button),
    related: after.related,
    checked: filledOf(after.checked, before.checked),
  };
}

function tidySideTopic(before: SideTopicFields, after: SideTopicFields): SideTopicFields {
  const title = filledOf(after.title, before.title);
  return { ...tidyShared(before, after), title, related: after.related };
}

function tidyShared(before: SideTopicFields, after: SideTopicFields) {
  const isSame = sameValue(tidyPhrases(before.phrases), tidyPhrases(after.phrases));
  return {
    answer: tidyText(before.answer, after.answer),
    phrases: isSame ? before.phrases : tidyPhrases(after.phrases),
  };
}

/** The file may have spaces at the ends: nobody changed them. */
function tidyText(before: string, after: string): string {
  return before.trim() === after.trim() ? before : after.trim();
}

function filledOf(text: string | undefined, before: string | undefined): string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  return tidyText(before ?? "", text);
}

/** Lines as they are typed or pasted: without the dashes of a list, and each once, as far as the bot tells them apart. */
function tidyPhrases(lines: readonly string[]): readonly string[] {
  const known = new Set([""]);
  return lines
    .map((line) => line.replace(/^\s*(?:[-–—•*]\s+)?/u, "").trim())
    .filter((phrase) => {
      const folded = foldPhrase(phrase);
      const isNew = !known.has(folded);
      known.add(folded);
      return isNew;
    });
}

/** Whether two values of the api say the same: an absent field and an undefined one do. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, at) => sameValue(item, b[at]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameValue(a[key], b[key]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
