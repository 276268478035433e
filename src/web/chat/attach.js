// @ts-check
// The menu of what can be sent besides text.
import { byId } from "./element.js";
import { askForwardText } from "./forward.js";

/** @typedef {import("./shapes.d.ts").Action} Action */

/**
 * @param {{ open: (anchor: HTMLElement, items: import("./menu.js").MenuItem[]) => void }} menu
 * @param {(action: Action) => Promise<boolean>} act
 * @param {() => boolean} isGroup
 */
export function attachMenu(menu, act, isGroup) {
  const opener = byId("attach", HTMLButtonElement);
  const forward = () => askForwardText((text) => void act({ kind: "forward-text", text }));
  opener.addEventListener("click", () => {
    const items = [
      { icon: "photo", label: "Фотография", run: () => void act({ kind: "photo" }) },
      { icon: "sticker", label: "Стикер", run: () => void act({ kind: "sticker" }) },
      { icon: "voice", label: "Голосовое сообщение", run: () => void act({ kind: "voice" }) },
    ];
    const fromElsewhere = { icon: "forward", label: "Переслать текст…", run: forward };
    menu.open(opener, isGroup() ? items : [...items, fromElsewhere]);
  });
}
