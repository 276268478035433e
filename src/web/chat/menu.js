// @ts-check
// A small menu beside the button that opened it.
import { byId, element, icon } from "./element.js";

/** @typedef {{ icon: string, label: string, run: () => void }} MenuItem */

const GAP_PX = 6;

export function popupMenu() {
  const menu = byId("menu", HTMLDivElement);
  /** @type {HTMLElement | undefined} */
  let opener;

  /** @param {boolean} isFocusBack */
  function close(isFocusBack) {
    if (menu.hidden) return;
    menu.hidden = true;
    opener?.setAttribute("aria-expanded", "false");
    if (isFocusBack) opener?.focus();
  }

  /** @param {MenuItem} item */
  function entry(item) {
    const made = element("button", "menu-item", icon(item.icon), element("span", "", item.label));
    made.type = "button";
    made.setAttribute("role", "menuitem");
    made.addEventListener("click", () => {
      close(true);
      item.run();
    });
    return made;
  }

  /** @param {HTMLElement} anchor */
  function place(anchor) {
    const box = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = menu;
    const isRoomAbove = box.top > height + GAP_PX;
    const left = Math.min(box.left, window.innerWidth - width - GAP_PX);
    const top = isRoomAbove ? box.top - height - GAP_PX : box.bottom + GAP_PX;
    menu.style.left = `${Math.max(GAP_PX, left)}px`;
    menu.style.top = `${Math.max(GAP_PX, Math.min(top, window.innerHeight - height - GAP_PX))}px`;
  }

  /** @param {number} step */
  function move(step) {
    const items = [...menu.querySelectorAll("button")];
    const at = items.findIndex((item) => item === document.activeElement);
    items.at((at + step) % items.length)?.focus();
  }

  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "Tab") close(true);
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else return;
    event.preventDefault();
  });
  document.addEventListener("pointerdown", (event) => {
    const isInside = event.target instanceof Node && menu.contains(event.target);
    if (!isInside) close(false);
  });

  return {
    /**
     * @param {HTMLElement} anchor
     * @param {MenuItem[]} items
     */
    open: (anchor, items) => {
      opener = anchor;
      menu.replaceChildren(...items.map(entry));
      menu.hidden = false;
      anchor.setAttribute("aria-expanded", "true");
      place(anchor);
      menu.querySelector("button")?.focus();
    },
  };
}
