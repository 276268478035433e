// The support chat, where one is set.
import type { Config } from "../config/config.ts";
import type { ContentHolder } from "../live/content-holder.ts";
import type { Log } from "../runtime/log.ts";
import type { MaxClient } from "../max/client.ts";
import type { Store } from "../store/store.ts";
import { createSupportChat, type SupportChat } from "../support/support-chat.ts";

export function openSupport(
  { supportChatId }: Pick<Config, "supportChatId">,
  content: ContentHolder,
  {
    store,
    ...parts
  }: {
    readonly client: MaxClient;
    readonly store: Pick<Store, "supportQuestions">;
    readonly log: Log;
    readonly now: () => number;
  },
): SupportChat | undefined {
  if (supportChatId === undefined) return undefined;
  const contact = () => content.current().faq.organization.contact;
  const questions = store.supportQuestions;
  return createSupportChat({ ...parts, questions, staffChatId: supportChatId, contact });
}
