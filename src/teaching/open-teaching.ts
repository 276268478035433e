// Teaching, put together: the editor over the content file, what people asked, and the command that joins them.
import type { AdminCommand } from "../admin/admin.ts";
import type { Config } from "../config/config.ts";
import type { ContentHolder } from "../live/content-holder.ts";
import { UNANSWERED } from "../dialog/admin/teach-wording.ts";
import { createFaqEditor } from "./faq-editor.ts";
import type { Store } from "../store/store.ts";
import { createDrafts } from "./wizard-state.ts";
import type { NewTopicParts } from "./wizard.ts";
import { createOpenQuestions } from "./open-questions.ts";
import type { TeachParts } from "./teach-parts.ts";
import { unansweredMessage } from "./unanswered.ts";

export function openTeaching(
  { retentionDays }: Pick<Config, "retentionDays">,
  content: ContentHolder,
  { journal, votes, chatStates }: Pick<Store, "journal" | "votes" | "chatStates">,
  now: () => number,
): NewTopicParts {
  return {
    drafts: createDrafts(chatStates, now),
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

export function unansweredCommand(parts: TeachParts): AdminCommand {
  return {
    description: UNANSWERED,
    run: async ({ argument, isTap }) => {
      // What is typed behind the command is no order.
      const message = await unansweredMessage(isTap ? argument : "", parts);
      return message && { message };
    },
  };
}
