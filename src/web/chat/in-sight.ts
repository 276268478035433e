// Where the messages are on the screen: what came or was changed stays in sight, and the focus where it was.
import { useLayoutEffect, useRef } from "preact/hooks";
import { chat, drawn, isMine } from "./state.ts";
import { isTyping } from "./waiting.ts";

/** From this near to the end on, the list follows new messages. */
const NEAR_END_PX = 120;

/** Keeps in sight what came or was changed, and the focus where it was. */
export function useFollowing(box: { readonly current: HTMLElement | null }, scrollToEnd: () => void) {
  const { shown } = chat.value;
  const former = useRef({ shown, drawn: drawn.value });
  // Before the list is drawn with them.
  const wasNearEnd = isNearEnd(box.current);
  const focused = document.activeElement?.closest<HTMLElement>("[data-mid]")?.dataset["mid"];
  useLayoutEffect(() => {
    const before = former.current;
    former.current = { shown, drawn: drawn.value };
    if (before.drawn !== drawn.value) return scrollToEnd();
    for (const one of shown.filter((one) => !before.shown.includes(one))) {
      const item = itemOf(one.message.mid);
      const isTall = (item?.offsetHeight ?? 0) > (box.current?.clientHeight ?? 0);
      if (one.revision > 0) {
        if (focused === one.message.mid) focusIn(item);
        item?.scrollIntoView({ block: isTall ? "start" : "nearest" });
      } else {
        if (wasNearEnd || isMine(one.message)) scrollToEnd();
        // Of a long answer people read the beginning first.
        if (one.message.isFromBot && isTall) item?.scrollIntoView();
      }
    }
  }, [shown, drawn.value]);
  useLayoutEffect(() => {
    if (isTyping.value) scrollToEnd();
  }, [isTyping.value]);
}

export function isNearEnd(box: HTMLElement | null): boolean {
  return box === null || box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
}

export function goTo(mid: string): void {
  const item = itemOf(mid);
  item?.scrollIntoView({ block: "center" });
  focusIn(item);
}

function itemOf(mid: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-mid="${CSS.escape(mid)}"]`);
}

function focusIn(item: HTMLElement | null): void {
  item?.querySelector("button")?.focus({ preventScroll: true });
}
