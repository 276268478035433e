// @ts-check
// One message of the chat: bubble, what is attached, time, and the buttons under it.
import { clockTime, element, icon } from "./element.js";
import { keyboard } from "./keyboard.js";
import { markedText } from "./markup.js";

/**
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 * @typedef {import("./shapes.d.ts").WireButton} WireButton
 * @typedef {{
 *   press: (message: ChatMessage, button: WireButton, pressed: HTMLButtonElement) => void,
 *   openMenu: (message: ChatMessage, opener: HTMLButtonElement) => void,
 * }} Hands
 */

/** @type {Readonly<Record<string, readonly [icon: string, label: string]>>} */
const MEDIA = {
  image: ["photo", "Фотография"],
  sticker: ["sticker", "Стикер"],
  audio: ["voice", "Голосовое сообщение"],
  video: ["play", "Видео"],
  file: ["copy", "Файл"],
};

/**
 * @param {ChatMessage} message
 * @param {Hands} hands
 * @returns {HTMLLIElement}
 */
export function bubble(message, hands) {
  const side = message.isFromBot ? "from-bot" : "from-me";
  const more = element("button", "round more", icon("more"));
  more.type = "button";
  more.title = "Действия";
  more.setAttribute("aria-label", "Действия с сообщением");
  more.setAttribute("aria-haspopup", "menu");
  more.addEventListener("click", () => hands.openMenu(message, more));
  const who = element("span", "hidden-label", message.isFromBot ? "Бот: " : "Вы: ");
  const body = element("div", bodyClass(message), who, ...contents(message), stamp(message));
  const item = element("li", `message ${side}`, element("div", "bubble-row", body, more));
  if (message.keyboard.length > 0) {
    item.append(
      keyboard(message.keyboard, (button, pressed) => hands.press(message, button, pressed)),
    );
  }
  item.dataset["mid"] = message.mid;
  return item;
}

/** @param {ChatMessage} message */
function bodyClass(message) {
  const isSticker = message.media.includes("sticker");
  return isSticker ? "bubble sticker-bubble" : "bubble";
}

/**
 * @param {ChatMessage} message
 * @returns {Node[]}
 */
function contents(message) {
  const { text, markup, forwarded, repliedText } = message;
  /** @type {Node[]} */
  const parts = message.media.map(mediaCard);
  if (repliedText !== undefined) parts.push(element("blockquote", "replied", repliedText));
  if (forwarded !== undefined) {
    const title = element("span", "forwarded-from", `Переслано от: ${forwarded.from}`);
    const content = element("div", "text", markedText(forwarded.text, forwarded.markup));
    parts.push(element("blockquote", "forwarded", title, content));
  }
  if (text !== "") parts.push(element("div", "text", markedText(text, markup)));
  return parts;
}

/** @param {string} kind */
function mediaCard(kind) {
  const [name, label] = MEDIA[kind] ?? ["attach", "Вложение"];
  if (kind !== "audio")
    return element("div", `media ${kind}`, icon(name), element("span", "", label));
  const wave = element("span", "wave");
  for (let bar = 0; bar < 24; bar += 1) {
    const line = element("i", "");
    line.style.height = `${4 + ((bar * 7) % 11) + ((bar * 5) % 6)}px`;
    wave.append(line);
  }
  wave.setAttribute("role", "img");
  wave.setAttribute("aria-label", label);
  return element(
    "div",
    "media audio",
    element("span", "play", icon("play")),
    wave,
    element("span", "", "0:04"),
  );
}

/** @param {ChatMessage} message */
function stamp(message) {
  const time = element("time", "", clockTime(message.timestamp));
  time.dateTime = new Date(message.timestamp).toISOString();
  const edited = message.isEdited ? element("span", "", "изменено ") : undefined;
  return element("span", "stamp", edited, time);
}
