// @ts-check
// "Бот в этом чате": adds and removes the bot, switches its rights.
import { byId } from "./element.js";

/**
 * @typedef {import("./shapes.d.ts").Action} Action
 * @typedef {import("./shapes.d.ts").GroupView} GroupView
 */

/** @param {(action: Action) => Promise<boolean>} act */
export function botPanel(act) {
  const dialog = byId("bot-panel", HTMLDialogElement);
  const state = byId("bot-state", HTMLParagraphElement);
  const admin = byId("bot-admin", HTMLInputElement);
  const read = byId("bot-read", HTMLInputElement);
  const seat = byId("bot-seat", HTMLButtonElement);
  let isHere = false;

  /** The switches follow what the local MAX says, not the hand. */
  async function setRights() {
    const canRead = admin.checked && read.checked;
    await act({ kind: "bot-rights", isAdmin: admin.checked, canRead });
  }

  for (const input of [admin, read]) input.addEventListener("change", () => void setRights());
  seat.addEventListener("click", () => void act({ kind: isHere ? "remove-bot" : "add-bot" }));
  for (const opener of document.querySelectorAll("[data-opens-bot-panel]")) {
    opener.addEventListener("click", () => dialog.showModal());
  }

  return {
    /** @param {GroupView["bot"]} bot */
    show: (bot) => {
      isHere = bot !== undefined;
      state.textContent = stateText(bot);
      admin.checked = bot?.isAdmin ?? false;
      admin.disabled = bot === undefined;
      read.checked = bot?.canRead ?? false;
      read.disabled = bot?.isAdmin !== true;
      seat.textContent = isHere ? "Убрать бота из чата" : "Добавить бота в чат";
      seat.classList.toggle("danger", isHere);
    },
  };
}

/** @param {GroupView["bot"]} bot */
function stateText(bot) {
  if (bot === undefined) return "Бота в этом чате нет.";
  if (bot.canRead) return "Бот в чате и читает сообщения.";
  return "Бот в чате, но сообщений не видит — даже тех, где его упомянули.";
}
