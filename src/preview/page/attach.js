// @ts-check
// The menu of what can be sent besides text.
import { byId } from "./element.js";
import { askForwardText } from "./forward.js";

/** @typedef {import("./shapes.d.ts").Action} Action */

/**
 * @param {{ open: (anchor: HTMLElement, items: import("./menu.js").MenuItem[]) => void }} menu
 * @param {(action: Action) => Promise<boolean>} act
 */
export function attachMenu(menu, act) {
  const opener = byId("attach", HTMLButtonElement);
  const forward = () => askForwardText((text) => void act({ kind: "forward", text }));
  opener.addEventListener("click", () => {
    menu.open(opener, [
      { icon: "photo", label: "Фотография", run: () => void act({ kind: "photo" }) },
      { icon: "sticker", label: "Стикер", run: () => void act({ kind: "sticker" }) },
      { icon: "voice", label: "Голосовое сообщение", run: () => void act({ kind: "voice" }) },
      { icon: "forward", label: "Переслать текст…", run: forward },
    ]);
  });
}
