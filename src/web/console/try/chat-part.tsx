// The talk with the bot, and beside it why it answered so.
import type { Content } from "../../../console/api.ts";
import { IconButton } from "../../shared/parts/button.tsx";
import { ChatLog } from "./chat-log.tsx";
import { Composer } from "./composer.tsx";
import { talk } from "./desk.ts";
import { Welcome } from "./welcome.tsx";
import { WhyPanel } from "./why-panel.tsx";
import * as wording from "./wording.ts";

export function ChatPart({ content }: { readonly content: Content | undefined }) {
  const isEmpty = talk.lines.value.length === 0;
  return (
    <div class="try-columns">
      <section class="try-chat" aria-label={wording.CHAT_LABEL}>
        <header class="try-chat-head">
          <h2>{wording.CHAT_LABEL}</h2>
          <span class="faint">{talk.mode.value === "draft" ? wording.DRAFT : wording.LIVE}</span>
          {isEmpty ? null : (
            <IconButton icon="retry" label={wording.AGAIN} onClick={() => talk.clear()} />
          )}
        </header>
        <ChatLog>{isEmpty ? <Welcome content={content} /> : null}</ChatLog>
        <Composer />
      </section>
      <WhyPanel />
    </div>
  );
}
