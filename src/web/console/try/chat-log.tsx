// The messages, said to a screen reader as they come; the end stays in view.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ChatLine, Message } from "./talk.ts";
import { talk } from "./state.ts";
import type { Fault, FaultyDraft } from "./fault.ts";
import { keyHref, listHref } from "../content/addresses.ts";
import { draftKeyOf, draftTitle } from "../drafts/draft.ts";
import { plainOf } from "../../../markup/rich-text.ts";
import type { WireButton } from "../../../preview/world/shapes.ts";
import { isWebAddress } from "../../shared/max/marked-text.tsx";
import { Typing } from "../../shared/max/typing.tsx";
import { Bubble, BubbleText, MaxMessage } from "../../shared/max/message.tsx";
import { copyText } from "../../shared/parts/copy-text.ts";
import { timeOf } from "../parts/format.ts";
import { showToast } from "../../shared/parts/toast.tsx";
import * as styles from "./try.module.css";

export const CHAT_LABEL = "Чат с ботом";

/** Pixels left free above what came last. */
const ABOVE = 14;

export function ChatLog({ children }: { readonly children: ComponentChildren }) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = talk.lines.value;
  const isWaiting = talk.isWaiting.value;
  useEffect(() => {
    const { current } = scroller;
    const last = current?.querySelector<HTMLElement>("[role=log] > ol > :last-child");
    // Of an answer that is taller than the chat, the beginning is read first.
    current?.scrollTo({ top: last === null || last === undefined ? 0 : last.offsetTop - ABOVE });
  }, [lines.at(-1)?.id, isWaiting]);
  return (
    <div ref={scroller} class={styles.scroller} tabIndex={0} role="group" aria-label={CHAT_LABEL}>
      {children}
      <div class={styles.log} role="log" aria-live="polite" aria-label="Сообщения">
        <ol class="column">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      </div>
      <Typing isShown={isWaiting} />
    </div>
  );
}

function Line({ line }: { readonly line: ChatLine }) {
  switch (line.kind) {
    case "message":
      return <ChatMessage message={line} />;
    case "mark":
      return <li class={`pill ${styles.mark}`}>{line.text}</li>;
    case "trouble":
      return (
        <li class={`note bad ${styles.trouble}`}>
          <FaultText fault={line} />
        </li>
      );
  }
}

/** What keeps a draft from being tried, with the way to the draft that has to be mended. */
function FaultText({ fault: { title, lines, draft } }: { readonly fault: Fault }) {
  return (
    <>
      <p>{title}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {draft === undefined ? null : <DraftLink draft={draft} />}
    </>
  );
}

/** To all of them where none is at fault alone. */
function DraftLink({ draft: { edit } }: { readonly draft: FaultyDraft }) {
  const open = "Открыть в содержании";
  return edit === undefined ? (
    <a href={listHref()}>{open}</a>
  ) : (
    <a href={keyHref(draftKeyOf(edit))}>{`${open}: «${draftTitle(edit)}»`}</a>
  );
}

/** One message of the talk; the buttons of the bot's do what they do in MAX. */
function ChatMessage({ message }: { readonly message: Message }) {
  const { from, text, at } = message;
  if (from === "bot") return <BotMessage message={message} />;
  return (
    <li class={`${styles.message} ${styles.mine}`}>
      <span class="hidden-label">{"Вы: "}</span>
      <Bubble side="me">
        <BubbleText text={plainOf(text)} />
      </Bubble>
      <time class={styles.time}>{timeOf(at)}</time>
    </li>
  );
}

function BotMessage({ message }: { readonly message: Message }) {
  const { id, text, keyboard, isEdited, at } = message;
  const ref = useRef<HTMLLIElement>(null);
  const wasTapped = useRef(false);
  const press = (button: WireButton) => {
    wasTapped.current = button.type === "callback";
    void pressed(button, id);
  };
  useEffect(() => {
    // These are other buttons, though one may stand where the tapped one stood, with its focus.
    const { activeElement, body } = document;
    const isHere = activeElement === body || ref.current?.contains(activeElement) === true;
    if (wasTapped.current && isHere) ref.current?.focus({ preventScroll: true });
    wasTapped.current = false;
  }, [keyboard]);
  return (
    <li ref={ref} class={styles.message} tabIndex={-1}>
      <span class="hidden-label">{"Бот: "}</span>
      <MaxMessage text={text} keyboard={keyboard} onPress={press} />
      <time class={styles.time}>
        {isEdited ? `изменено ` : ""}
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
    case "message":
      return talk.say(button.text);
    // The bot of a school has no such buttons.
    case "open_app":
    case "request_contact":
    case "request_geo_location":
  }
}
