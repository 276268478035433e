// One message of the talk; the bot's are made of the pieces of the chat page, and their buttons do what they do there.
import { useCallback, useEffect, useRef } from "preact/hooks";
import { plainOf } from "../../../markup/rich-text.ts";
import { isWebAddress } from "../../chat/markup.js";
import type { WireButton } from "../../../preview/world/shapes.ts";
import { MaxMessage } from "../../shared/max/max-message.tsx";
import { copyText } from "../../shared/parts/copy-text.ts";
import { timeOf } from "../parts/format.ts";
import { showToast } from "../../shared/parts/toast.tsx";
import type { Message } from "./chat-lines.ts";
import { talk } from "./desk.ts";
import { BOT, EDITED, YOU } from "./wording.ts";

export function ChatMessage({ message }: { readonly message: Message }) {
  const { from, text, at } = message;
  if (from === "bot") return <BotMessage message={message} />;
  return (
    <li class="try-message mine">
      <span class="hidden-label">{YOU}</span>
      <div class="try-mine">{plainOf(text)}</div>
      <time class="try-time">{timeOf(at)}</time>
    </li>
  );
}

function BotMessage({ message }: { readonly message: Message }) {
  const { id, text, keyboard, isEdited, at } = message;
  const ref = useRef<HTMLLIElement>(null);
  const wasTapped = useRef(false);
  const press = useCallback((button: WireButton) => {
    wasTapped.current = button.type === "callback";
    void pressed(button, id);
  }, []);
  useEffect(() => {
    // The buttons were made anew, and the one that had the focus is gone.
    if (wasTapped.current && document.activeElement === document.body)
      ref.current?.focus({ preventScroll: true });
    wasTapped.current = false;
  }, [keyboard]);
  return (
    <li ref={ref} class="try-message" tabIndex={-1}>
      <span class="hidden-label">{BOT}</span>
      <MaxMessage text={text} keyboard={keyboard} onPress={press} />
      <time class="try-time">
        {isEdited ? `${EDITED} ` : ""}
        {timeOf(at)}
      </time>
    </li>
  );
}

async function pressed(button: WireButton, messageId: number): Promise<void> {
  switch (button.type) {
    case "callback":
      return talk.tap(button.payload, messageId);
    case "link":
      if (isWebAddress(button.url)) window.open(button.url, "_blank", "noopener");
      return;
    case "clipboard":
      return showToast(await copyText(button.payload));
    // The bot of a school has no such buttons.
    case "message":
    case "open_app":
    case "request_contact":
    case "request_geo_location":
  }
}
