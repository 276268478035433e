// @ts-check
// One message of the chat: author, bubble, what is attached, time, and the buttons under it.
import { avatar, botAvatar, tint } from "./avatar.js";
import { clockTime, element, icon } from "./element.js";
import { keyboard } from "./keyboard.js";
import { markedText } from "./markup.js";
import { mediaCard } from "./media.js";

/**
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 * @typedef {import("./shapes.d.ts").Quoted} Quoted
 * @typedef {import("./shapes.d.ts").WireButton} WireButton
 * @typedef {{ isMine: boolean, isGroup: boolean }} Where
 * @typedef {{
 *   press: (message: ChatMessage, button: WireButton, pressed: HTMLButtonElement) => void,
 *   openMenu: (message: ChatMessage, opener: HTMLButtonElement) => void,
 *   goTo: (mid: string) => void,
 * }} Hands
 */

/**
 * @param {ChatMessage} message
 * @param {Where} where
 * @param {Hands} hands
 * @returns {HTMLLIElement}
 */
export function bubble(message, where, hands) {
  const more = moreButton(message, hands);
  const body = element(
    "div",
    bodyClass(message),
    ...author(message, where),
    ...contents(message, hands),
    stamp(message),
  );
  const picture = where.isGroup && !where.isMine ? pictureOf(message) : undefined;
  const side = where.isMine ? "from-me" : message.isFromBot ? "from-bot" : "from-other";
  const row = element("div", "bubble-row", picture, body, more);
  const item = element("li", `message ${side}`, row);
  if (message.keyboard.length > 0) {
    item.append(
      keyboard(message.keyboard, (button, pressed) => hands.press(message, button, pressed)),
    );
  }
  item.dataset["mid"] = message.mid;
  return item;
}

/**
 * @param {ChatMessage} message
 * @param {Hands} hands
 */
function moreButton(message, hands) {
  const more = element("button", "round more", icon("more"));
  more.type = "button";
  more.title = "Действия";
  more.setAttribute("aria-label", "Действия с сообщением");
  more.setAttribute("aria-haspopup", "menu");
  more.addEventListener("click", () => hands.openMenu(message, more));
  return more;
}

/** @param {ChatMessage} message */
function bodyClass(message) {
  const isSticker = message.media.some(({ kind }) => kind === "sticker");
  return isSticker ? "bubble sticker-bubble" : "bubble";
}

/**
 * Who wrote it: for all to see in a group, for a screen reader everywhere.
 * @param {ChatMessage} message
 * @param {Where} where
 */
function author({ sender, isFromBot }, { isMine, isGroup }) {
  if (isMine) return [element("span", "hidden-label", "Вы: ")];
  if (!isGroup) return [element("span", "hidden-label", isFromBot ? "Бот: " : `${sender.name}: `)];
  const colour = isFromBot ? "author" : `author ${tint(sender.userId)}`;
  return [element("span", colour, sender.name)];
}

/** @param {ChatMessage} message */
function pictureOf({ sender, isFromBot }) {
  return isFromBot ? botAvatar() : avatar(sender.userId, sender.name);
}

/**
 * @param {ChatMessage} message
 * @param {Hands} hands
 * @returns {Node[]}
 */
function contents({ text, markup, media, forwarded, replied }, hands) {
  /** @type {Node[]} */
  const parts = [];
  if (replied !== undefined) parts.push(quote(replied, hands));
  parts.push(...media.map(mediaCard));
  if (forwarded !== undefined) {
    const title = element("span", "forwarded-from", `Переслано от: ${forwarded.from}`);
    const content = element("div", "text", markedText(forwarded.text, forwarded.markup));
    parts.push(
      element("blockquote", "forwarded", title, ...forwarded.media.map(mediaCard), content),
    );
  }
  if (text !== "") parts.push(element("div", "text", markedText(text, markup)));
  return parts;
}

/**
 * @param {Quoted} replied
 * @param {Hands} hands
 */
function quote({ mid, from, text }, hands) {
  const content = element("span", "replied-text", text === "" ? "Вложение" : text);
  const made = element("button", "replied", element("span", "replied-from", from), content);
  made.type = "button";
  made.title = "К этому сообщению";
  made.addEventListener("click", () => hands.goTo(mid));
  return made;
}

/** @param {ChatMessage} message */
function stamp(message) {
  const time = element("time", "", clockTime(message.timestamp));
  time.dateTime = new Date(message.timestamp).toISOString();
  const edited = message.isEdited ? element("span", "", "изменено ") : undefined;
  return element("span", "stamp", edited, time);
}
