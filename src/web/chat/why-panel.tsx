// The panel "Почему такой ответ": what the matcher made of a message.
import { signal } from "@preact/signals";
import { createRef } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ChatMessage } from "../../preview/people/chat-message.ts";
import type { Explanation } from "../../search/explain.ts";
import { ExplanationView } from "../shared/max/explanation.tsx";
import { explain } from "./connection.ts";
import * as styles from "./chat-frame.module.css";
import { Round } from "../shared/parts/button.tsx";
import { askedMid, bot, writtenText } from "./state.ts";

const HINT = "Напишите боту — здесь появится, как он понял вопрос и из чего выбирал ответ.";
/** On a wide screen the panel is always there; on a narrow one it lies over the chat. */
const NARROW = window.matchMedia("(max-width: 1100px)");

/** The button that opens the panel, and gets the focus back. */
export const whyOpener = createRef<HTMLButtonElement>();
export const isWhyOpen = signal(false);
const closer = createRef<HTMLButtonElement>();
const isNarrow = signal(NARROW.matches);
/** What the panel shows; a text where there is nothing to explain, or it could not be had. */
const content = signal<Explanation | string>(HINT);
let latest = 0;

NARROW.addEventListener("change", ({ matches }) => {
  isNarrow.value = matches;
  isWhyOpen.value = false;
});

export function openWhy(): void {
  isWhyOpen.value = true;
  // Where it is open already; where it is not, nothing in it can be reached yet.
  if (isNarrow.value) closer.current?.focus({ preventScroll: true });
}

function closeWhy(): void {
  isWhyOpen.value = false;
  whyOpener.current?.focus();
}

export function forget(): void {
  latest += 1;
  content.value = HINT;
}

/** Explains the answer to this message of a person. */
export async function ask(message: ChatMessage): Promise<void> {
  // The nick of the bot is the address, not the question.
  const address = `@${bot.value.username.toLowerCase()}`;
  const words = writtenText(message).split(" ");
  const text = words
    .filter((word) => word.toLowerCase() !== address)
    .join(" ")
    .trim();
  if (message.isFromBot || text === "") return;
  askedMid.value = message.mid;
  latest += 1;
  const turn = latest;
  const answer = await explain(text).catch((error: Error) => error.message);
  // A later message may have been explained meanwhile.
  if (turn === latest) content.value = answer;
}

export function WhyPanel() {
  const body = useRef<HTMLDivElement>(null);
  const isOpen = isWhyOpen.value;
  useLayoutEffect(() => {
    if (isOpen && isNarrow.value) closer.current?.focus({ preventScroll: true });
  }, [isOpen]);
  useLayoutEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [content.value]);
  return (
    <aside
      id="why"
      class={styles.why}
      data-open={isOpen ? "" : undefined}
      aria-labelledby="why-title"
      inert={isNarrow.value && !isOpen}
      onKeyDown={({ key }) => {
        if (key === "Escape" && isNarrow.value) closeWhy();
      }}
    >
      <header class={styles.whyHead}>
        <h2 id="why-title">Почему такой ответ</h2>
        <span class={styles.closeWhy}>
          <Round ref={closer} icon="close" title="Закрыть" onClick={closeWhy} />
        </span>
      </header>
      <div ref={body} class={styles.whyBody} tabIndex={0} aria-live="polite">
        {typeof content.value === "string" ? (
          <p class="faint">{content.value}</p>
        ) : (
          <ExplanationView explanation={content.value} />
        )}
      </div>
    </aside>
  );
}
