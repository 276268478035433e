// @ts-check
// The list of messages: adds, replaces in place, removes, keeps the right part in sight.
import { bubble } from "./bubble.js";
import { byId, dayName, element } from "./element.js";
import { setWaiting } from "./keyboard.js";

/**
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 * @typedef {import("./bubble.js").Hands} Hands
 */

/** From this near to the end on, the list follows new messages. */
const NEAR_END_PX = 120;

/** @param {Hands} hands */
export function messageLog(hands) {
  const list = byId("log", HTMLOListElement);
  const scroller = byId("scroller", HTMLDivElement);
  const toEnd = byId("to-end", HTMLButtonElement);
  /** @type {Map<string, { message: ChatMessage, item: HTMLLIElement }>} */
  const shown = new Map();

  const isNearEnd = () =>
    scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
  const scrollToEnd = () => scroller.scrollTo({ top: scroller.scrollHeight });
  scroller.addEventListener("scroll", () => (toEnd.hidden = isNearEnd()));
  toEnd.addEventListener("click", scrollToEnd);
  new ResizeObserver(() => (toEnd.hidden = isNearEnd())).observe(scroller);

  /** @param {ChatMessage} message */
  function append(message) {
    const wasNearEnd = isNearEnd();
    const item = bubble(message, hands);
    const last = [...shown.values()].at(-1)?.message;
    const day = dayName(message.timestamp);
    if (last === undefined || dayName(last.timestamp) !== day) {
      list.append(element("li", "day", element("span", "", day)));
    }
    if (last?.isFromBot === message.isFromBot) item.classList.add("follows");
    list.append(item);
    shown.set(message.mid, { message, item });
    if (wasNearEnd || !message.isFromBot) scrollToEnd();
    // Of a long answer people read the beginning first.
    if (message.isFromBot && item.offsetHeight > scroller.clientHeight) item.scrollIntoView();
  }

  /**
   * @param {ChatMessage} message
   * @param {HTMLLIElement} old
   */
  function replace(message, old) {
    const item = bubble(message, hands);
    const hadFocus = old.contains(document.activeElement);
    item.classList.toggle("follows", old.classList.contains("follows"));
    item.classList.add("changed");
    old.replaceWith(item);
    shown.set(message.mid, { message, item });
    if (hadFocus) item.querySelector("button")?.focus({ preventScroll: true });
    item.scrollIntoView({ block: item.offsetHeight > scroller.clientHeight ? "start" : "nearest" });
  }

  return {
    /** @param {ChatMessage} message */
    show: (message) => {
      const old = shown.get(message.mid);
      if (old === undefined) append(message);
      else replace(message, old.item);
    },
    /** @param {string} mid */
    remove: (mid) => {
      shown.get(mid)?.item.remove();
      shown.delete(mid);
    },
    clear: () => {
      list.replaceChildren();
      shown.clear();
    },
    /** Taps that were under way are over. */
    release: () => {
      for (const { item } of shown.values()) setWaiting(item, undefined);
    },
    scrollToEnd,
    lastOwnText: () =>
      [...shown.values()].findLast(({ message }) => !message.isFromBot && message.text !== "")
        ?.message,
    last: () => [...shown.values()].at(-1)?.message,
    /** @param {string} mid */
    markAsked: (mid) => {
      for (const [key, { item }] of shown) item.classList.toggle("asked", key === mid);
    },
  };
}
