// @ts-check
// Round pictures of people and groups: initials on a colour that stays with them.
import BOT from "./bot.svg";
import { element } from "./element.js";

const TINTS = 6;

/**
 * The class of the colour that belongs to this user or chat.
 * @param {number} id
 */
export function tint(id) {
  return `tint-${Math.abs(id) % TINTS}`;
}

/**
 * @param {number} id of the user or chat
 * @param {string} name
 */
export function avatar(id, name) {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const initials = words.slice(0, 2).map((word) => word.charAt(0).toUpperCase());
  const made = element("span", `avatar initials ${tint(id)}`, initials.join(""));
  made.setAttribute("aria-hidden", "true");
  return made;
}

export function botAvatar() {
  const made = element("img", "avatar");
  made.src = BOT;
  made.alt = "";
  return made;
}
