// What a draft is called in lists of drafts.
import type { Content, Edit } from "../../../console/api.ts";
import { NEW_ENTRY, UNTITLED } from "./wording.ts";

/** `content` knows the question where it was emptied. */
export function draftTitle(edit: Edit, content?: Pick<Content, "entries">): string {
  switch (edit.kind) {
    case "aside":
      return edit.id;
    case "entry": {
      const question = edit.after.question.trim();
      const live = content?.entries.find(({ id }) => id === edit.id)?.fields.question;
      return question === "" ? (live ?? edit.id) : question;
    }
    case "new-entry": {
      const question = edit.question.trim();
      return `${NEW_ENTRY}: ${question === "" ? UNTITLED : question}`;
    }
  }
}
