// The list of messages, of which a screen reader hears what is new.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { followInside } from "./acting.ts";
import { isNearEnd, useFollowing } from "./in-sight.ts";
import * as styles from "./chat-message.module.css";
import { Message } from "./message.tsx";
import { Round } from "../shared/parts/button.tsx";
import { dayName } from "./parts.tsx";
import { Typing } from "../shared/max/typing.tsx";
import { chat, drawn, isGroup, type Shown } from "./state.ts";
import { isTyping } from "./waiting.ts";

/** Apart from the attributes that the types know of a list: what comes into it is read out. */
const LOG: Readonly<Record<string, string>> = { role: "log" };

export function MessageLog({ children }: { readonly children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const isAway = useSignal(false);
  const scrollToEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });
  const look = () => {
    isAway.value = !isNearEnd(box.current);
  };
  useFollowing(box, scrollToEnd);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(look);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <div ref={box} class={styles.scroller} tabIndex={-1} onScroll={look}>
        {children}
        <List onLastLoaded={scrollToEnd} />
        <Typing isShown={isTyping.value} />
      </div>
      <span class={styles.toEnd} hidden={!isAway.value}>
        <Round icon="down" title="К последнему сообщению" onClick={scrollToEnd} />
      </span>
    </>
  );
}

function List({ onLastLoaded }: { readonly onLastLoaded: () => void }) {
  const list = useRef<HTMLOListElement>(null);
  // What is new is read out, not a whole chat that was drawn anew.
  const heard = useSignal(drawn.value);
  useEffect(() => {
    const timer = setTimeout(() => {
      heard.value = drawn.value;
    });
    return () => clearTimeout(timer);
  }, [drawn.value]);
  const { shown } = chat.value;
  return (
    <ol
      ref={list}
      class={styles.log}
      data-group={isGroup.value ? "" : undefined}
      {...LOG}
      aria-live={heard.value === drawn.value ? "polite" : "off"}
      aria-label="Сообщения"
      // A picture has its height only when it is there.
      onLoadCapture={({ target }) => {
        const last = list.current?.lastElementChild;
        if (target instanceof Element && last?.contains(target) === true) onLastLoaded();
      }}
      onClick={(event) => {
        const link = event.target instanceof Element ? event.target.closest("a") : null;
        if (link !== null && followInside(link.href)) event.preventDefault();
      }}
    >
      {shown.flatMap((one, at) => itemsOf(one, shown[at - 1]))}
    </ol>
  );
}

/** A changed message is made anew: it is seen, and heard, as one that came. */
function itemsOf({ message, revision }: Shown, before: Shown | undefined) {
  const day = dayName(message.timestamp);
  const isNewDay = before === undefined || dayName(before.message.timestamp) !== day;
  const { mid } = message;
  return [
    isNewDay ? (
      <li key={`day ${mid}`} class={styles.day}>
        <span class="pill plain">{day}</span>
      </li>
    ) : null,
    <Message
      key={`${mid} ${revision}`}
      message={message}
      isChanged={revision > 0}
      isFollowing={before?.message.sender.userId === message.sender.userId}
    />,
  ];
}
