// Teaching, put together: the editor over the content file, what people asked, and the wizard's memory.
import type { ContentHolder } from "../live/content-holder.ts";
import { createFaqEditor } from "./faq-editor.ts";
import type { Store } from "../store/store.ts";
import { createWizardStates } from "./wizard-state.ts";
import type { WizardParts } from "./wizard.ts";
import { createOpenQuestions } from "./open-questions.ts";

export function openTeaching(
  { retentionDays }: { readonly retentionDays: number },
  content: ContentHolder,
  { journal, votes, chatStates }: Pick<Store, "journal" | "votes" | "chatStates">,
  now: () => number,
): WizardParts {
  return {
    wizardStates: createWizardStates(chatStates, now),
    text: () => content.current().text,
    content: () => {
      const { faq, matcher } = content.current();
      return { faq, decide: (text) => matcher.decide(text) };
    },
    editor: createFaqEditor({
      file: content.file,
      now: () => new Date(now()),
      check: (text) => content.flawsOf(text),
    }),
    questions: createOpenQuestions({
      journal,
      votes,
      faq: () => content.current().faq,
      now,
      retentionDays,
    }),
    reload: async () => (await content.reload({ isTentative: true })).kind !== "rejected",
  };
}
