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

/**
 * @param {Hands} hands
 * @param {(message: ChatMessage) => import("./bubble.js").Where} whereOf
 */
export function messageLog(hands, whereOf) {
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
  // A picture has its height only when it is there.
  const onLoad = (/** @type {Event} */ { target }) => {
    const isLast = target instanceof Element && list.lastElementChild?.contains(target);
    if (isLast === true) scrollToEnd();
  };
  list.addEventListener("load", onLoad, true);
  new ResizeObserver(() => (toEnd.hidden = isNearEnd())).observe(scroller);

  /** @param {ChatMessage} message */
  function append(message) {
    const wasNearEnd = isNearEnd();
    const where = whereOf(message);
    const item = bubble(message, where, hands);
    const last = [...shown.values()].at(-1)?.message;
    const day = dayName(message.timestamp);
    if (last === undefined || dayName(last.timestamp) !== day) {
      list.append(element("li", "day", element("span", "", day)));
    }
    if (last?.sender.userId === message.sender.userId) item.classList.add("follows");
    list.append(item);
    shown.set(message.mid, { message, item });
    if (wasNearEnd || where.isMine) scrollToEnd();
    // Of a long answer people read the beginning first.
    if (message.isFromBot && item.offsetHeight > scroller.clientHeight) item.scrollIntoView();
  }

  /**
   * @param {ChatMessage} message
   * @param {HTMLLIElement} old
   */
  function replace(message, old) {
    const item = bubble(message, whereOf(message), hands);
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
    /**
     * Another chat, or the same one as somebody else sees it.
     * @param {readonly ChatMessage[]} messages
     */
    showAll: (messages) => {
      // A screen reader reads out what is new, not a whole chat.
      list.setAttribute("aria-live", "off");
      list.replaceChildren();
      shown.clear();
      for (const message of messages) append(message);
      scrollToEnd();
      setTimeout(() => list.setAttribute("aria-live", "polite"));
    },
    /** Taps that were under way are over. */
    release: () => {
      for (const { item } of shown.values()) setWaiting(item, undefined);
    },
    scrollToEnd,
    lastOwnText: () =>
      [...shown.values()].findLast(({ message }) => whereOf(message).isMine && message.text !== "")
        ?.message,
    /** @param {string} mid */
    goTo: (mid) => {
      const item = shown.get(mid)?.item;
      item?.scrollIntoView({ block: "center" });
      item?.querySelector("button")?.focus({ preventScroll: true });
    },
    /** @param {string} mid */
    markAsked: (mid) => {
      for (const [key, { item }] of shown) item.classList.toggle("asked", key === mid);
    },
  };
}
