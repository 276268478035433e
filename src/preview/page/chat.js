// @ts-check
// The page: connects the chat on the screen with the local MAX.
import { attachMenu } from "./attach.js";
import { showLast } from "./chat-list.js";
import { composer } from "./composer.js";
import { connect, Refused } from "./connection.js";
import { takeStartPayload } from "./deep-link.js";
import { byId } from "./element.js";
import { messageLog } from "./log.js";
import { popupMenu } from "./menu.js";
import { messageActions, writtenText } from "./message-actions.js";
import { patience } from "./patience.js";
import { buttonPresser } from "./press.js";
import { toast } from "./toast.js";
import { typingIndicator } from "./typing.js";
import { whyPanel } from "./why.js";

/**
 * @typedef {import("./shapes.d.ts").Action} Action
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 * @typedef {import("./shapes.d.ts").Snapshot} Snapshot
 */

const menu = popupMenu();
const press = buttonPresser(act);
const log = messageLog({
  press: (message, button, pressed) => void press(message, button, pressed),
  openMenu: (message, opener) =>
    menu.open(opener, messageActions(message, { act, ask, edit: field.startEdit })),
});
const line = connect(onEvent);
const why = whyPanel(line.explain);
const field = composer({
  say: (text) => void act({ kind: "say", text }),
  edit: (mid, text) => void act({ kind: "edit", mid, text }),
  lastOwnText: log.lastOwnText,
});
attachMenu(menu, act);
const showTyping = typingIndicator(() => log.scrollToEnd());
const waiting = patience(() => {
  showTyping(false);
  log.release();
  toast("Бот не ответил. Запущен ли он? Посмотрите, что он напечатал.", "error");
});

/**
 * Whether it was done; tells why not.
 * @param {Action} action
 */
async function act(action) {
  waiting.start();
  try {
    await line.act(action);
    return true;
  } catch (error) {
    waiting.stop();
    const isRefused = error instanceof Refused;
    toast(isRefused ? error.message : "Не отправлено: нет связи с программой.", "error");
    return false;
  }
}

/**
 * Explains the answer to this message of the person.
 * @param {ChatMessage} message
 * @param {boolean} isOpening
 */
function ask(message, isOpening) {
  const text = writtenText(message);
  if (message.isFromBot || text === "") return;
  log.markAsked(message.mid);
  void why.show(text);
  if (isOpening) why.open();
}

/** @param {ChatMessage} message */
function onMessage(message) {
  const isNews = message.isFromBot;
  log.show(message);
  byId("welcome", HTMLElement).hidden = true;
  if (isNews) {
    waiting.stop();
    showTyping(false);
    log.release();
  } else ask(message, false);
  showLast(log.last());
}

/** @param {boolean} isOpen */
function showOpen(isOpen) {
  byId("start", HTMLButtonElement).hidden = isOpen;
  byId("composer", HTMLFormElement).hidden = !isOpen;
  if (isOpen) field.focus();
}

/** @param {Snapshot} snapshot */
function onSnapshot({ bot, commands, isOpen, messages }) {
  for (const name of document.querySelectorAll("[data-bot-name]")) name.textContent = bot.name;
  byId("nick", HTMLParagraphElement).textContent = `@${bot.username}`;
  document.title = `${bot.name} — локальный MAX`;
  log.clear();
  why.clear();
  showTyping(false);
  byId("welcome", HTMLElement).hidden = messages.length > 0;
  for (const message of messages) log.show(message);
  const asked = messages.findLast((message) => !message.isFromBot);
  if (asked !== undefined) ask(asked, false);
  field.setCommands(commands);
  showOpen(isOpen);
  showLast(log.last());
  log.scrollToEnd();
  const payload = takeStartPayload();
  if (payload !== undefined) void act({ kind: "start", payload });
}

/**
 * @param {string} event
 * @param {any} data
 */
function onEvent(event, data) {
  switch (event) {
    case "online":
      byId("offline", HTMLParagraphElement).hidden = data;
      return;
    case "snapshot":
      onSnapshot(data);
      return;
    case "message":
      onMessage(data);
      return;
    case "removed":
      log.remove(data.mid);
      showLast(log.last());
      return;
    case "opened":
      showOpen(data.isOpen);
      return;
    case "typing":
      showTyping(true);
      waiting.start();
      return;
    case "answered":
      waiting.stop();
      log.release();
      if (data.notification !== undefined) toast(data.notification);
      return;
    case "commands":
      field.setCommands(data);
  }
}

byId("start", HTMLButtonElement).addEventListener("click", () => {
  void act({ kind: "start" });
});
byId("voice", HTMLButtonElement).addEventListener("click", () => void act({ kind: "voice" }));
byId("reset", HTMLButtonElement).addEventListener("click", () => {
  waiting.stop();
  line.reset().catch(() => toast("Нет связи с программой.", "error"));
});
