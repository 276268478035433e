// @ts-check
// Makes elements. Text always goes in as text, never as HTML: it may come from anybody.
import ICONS from "./icons.svg";

/** @typedef {Node | string | undefined} Child */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/**
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${ICONS}#${name}`);
  svg.append(use);
  return svg;
}

/**
 * The element of the page with this id, which index.html promises.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`index.html has no ${kind.name} with id "${id}"`);
}

/** @param {number} timestamp */
export function clockTime(timestamp) {
  return new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit" }).format(timestamp);
}

/** @param {number} timestamp */
export function dayName(timestamp) {
  const day = new Date(timestamp).toDateString();
  if (day === new Date().toDateString()) return "Сегодня";
  return new Intl.DateTimeFormat("ru", { day: "numeric", month: "long" }).format(timestamp);
}

/**
 * @param {number} count
 * @param {readonly [one: string, few: string, many: string]} forms "участник", "участника", "участников"
 */
export function counted(count, [one, few, many]) {
  const rule = new Intl.PluralRules("ru").select(count);
  return `${count} ${rule === "one" ? one : rule === "few" ? few : many}`;
}
