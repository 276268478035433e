// The messages, said to a screen reader as they come; the end stays in view.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ChatMessage } from "./chat-message.tsx";
import type { ChatLine, Trouble } from "./chat-lines.ts";
import { talk } from "./desk.ts";
import { DraftLink } from "./draft-link.tsx";
import { CHAT_LABEL, MESSAGES, TYPING } from "./wording.ts";

/** Pixels left free above what came last. */
const ABOVE = 14;

export function ChatLog({ children }: { readonly children: ComponentChildren }) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = talk.lines.value;
  const isWaiting = talk.isWaiting.value;
  useEffect(() => {
    // The bubbles fill themselves a moment later.
    const frame = requestAnimationFrame(() => {
      const { current } = scroller;
      const last = current?.querySelector<HTMLElement>(".try-lines > :last-child");
      // Of an answer that is taller than the chat, the beginning is read first.
      current?.scrollTo({ top: last === null || last === undefined ? 0 : last.offsetTop - ABOVE });
    });
    return () => cancelAnimationFrame(frame);
  }, [lines.at(-1)?.id, isWaiting]);
  return (
    <div ref={scroller} class="try-scroller" tabIndex={0} role="group" aria-label={CHAT_LABEL}>
      {children}
      <div class="try-log" role="log" aria-live="polite" aria-label={MESSAGES}>
        <ol class="try-lines">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      </div>
      {isWaiting ? (
        <p class="try-typing">
          <span class="hidden-label">{TYPING}</span>
          <i />
          <i />
          <i />
        </p>
      ) : null}
    </div>
  );
}

function Line({ line }: { readonly line: ChatLine }) {
  switch (line.kind) {
    case "message":
      return <ChatMessage message={line} />;
    case "mark":
      return <li class="try-mark">{line.text}</li>;
    case "trouble":
      return <TroubleLine trouble={line} />;
  }
}

function TroubleLine({ trouble: { title, lines, draft } }: { readonly trouble: Trouble }) {
  return (
    <li class="note bad try-trouble">
      <p>{title}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {draft === undefined ? null : <DraftLink draft={draft} />}
    </li>
  );
}
