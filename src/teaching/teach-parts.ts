// What teaching works with, made in app.ts.
import type { TaughtContent } from "../dialog/admin/taught-content.ts";
import type { FaqEditor } from "./faq-editor.ts";
import type { OpenQuestions } from "./open-questions.ts";

export interface TeachParts {
  /** The content that is live at the moment. */
  readonly content: () => TaughtContent;
  readonly editor: FaqEditor;
  readonly questions: OpenQuestions;
  /** Puts what is in the file into service; says whether it is. */
  readonly reload: () => Promise<boolean>;
}
