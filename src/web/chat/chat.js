// @ts-check
// The page: connects the chats on the screen with the local MAX.
import { actor } from "./acting.js";
import { asker } from "./asking.js";
import { attachMenu } from "./attach.js";
import { botPanel } from "./bot-panel.js";
import { chatList } from "./chat-list.js";
import { chatView } from "./chat-view.js";
import { chatStore } from "./chats.js";
import { composer } from "./composer.js";
import { connect } from "./connection.js";
import { byId } from "./element.js";
import { linkFollower } from "./follow.js";
import { forwardTo } from "./forward-to.js";
import { messageLog } from "./log.js";
import { popupMenu } from "./menu.js";
import { messageActions } from "./message-actions.js";
import { messageHands } from "./message-hands.js";
import { emptyKnowledge, eventHandler } from "./on-event.js";
import { patience } from "./patience.js";
import { buttonPresser } from "./press.js";
import { speakerChoice } from "./speaker.js";
import { commandSuggestions, mentionSuggestions } from "./suggest.js";
import { toast } from "./toast.js";
import { typingIndicator } from "./typing.js";
import { whyPanel } from "./why.js";

/**
 * @typedef {import("./shapes.d.ts").Action} Action
 * @typedef {import("./shapes.d.ts").ChatKind} ChatKind
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 */

const chats = chatStore();
const view = chatView();
const menu = popupMenu();
const openForward = forwardTo();
const known = emptyKnowledge();
const isGroup = () => chats.current().kind === "group";
const speaker = speakerChoice(() => {
  field.cancelAbout();
  render();
});
const follow = linkFollower({ nick: () => known.bot.username, toBot: start, share });
const waiting = patience(() => {
  showTyping(false);
  log.release();
  toast("Бот не ответил. Запущен ли он? Посмотрите, что он напечатал.", "error");
});
const act = actor({ line: () => line, chats, speakerId: speaker.userId, waiting });
const press = buttonPresser({ act, follow });
const log = messageLog(
  {
    press: (message, button, pressed) => void press(message, button, pressed),
    openMenu: (message, opener) =>
      menu.open(opener, messageActions(message, whereOf(message), hands)),
    goTo: (mid) => log.goTo(mid),
  },
  whereOf,
);
const line = connect((event, data) => onEvent(event, data));
const why = whyPanel(line.explain);
const ask = asker({ why, log, nick: () => known.bot.username });
const field = composer({
  say: (written) => void act({ kind: "say", ...written }),
  edit: (mid, text) => void act({ kind: "edit", mid, text }),
  lastOwnText: log.lastOwnText,
  suggest: (typed) => {
    if (!isGroup()) return commandSuggestions(known.commands, typed);
    return known.groupBot === undefined ? [] : mentionSuggestions(known.bot, typed);
  },
});
const list = chatList((kind) => select(kind));
const panel = botPanel((action) => act(action, "group"));
attachMenu(menu, act, isGroup);
const showTyping = typingIndicator(
  () => log.scrollToEnd(),
  () => view.status(chats.current()),
);

const onEvent = eventHandler({
  chats,
  known,
  view,
  log,
  list,
  panel,
  speaker,
  waiting,
  showTyping,
  ask: (message) => ask(message, false),
  forget: why.clear,
  select,
  start,
});

const hands = messageHands({ act, actIn, ask, setAbout: field.setAbout, openForward });

/** @param {ChatMessage} message */
function whereOf({ sender, isFromBot }) {
  const isMine = isGroup() ? sender.userId === speaker.userId() : !isFromBot;
  return { isMine, isGroup: isGroup() };
}

/**
 * Acts in a chat and goes there.
 * @param {Action} action
 * @param {ChatKind} kind
 */
async function actIn(action, kind) {
  if (chats.current().kind !== kind) select(kind);
  await act(action, kind);
}

/** Opens the bot as its link does. @param {string | undefined} payload */
function start(payload) {
  void actIn({ kind: "start", payload }, "private");
}

/** @param {string} text */
function share(text) {
  if (text.trim() === "") return;
  openForward({
    text,
    losesButtons: false,
    send: (kind) => void actIn({ kind: "say", text }, kind),
  });
}

/** Draws the messages of the chat on the screen, seen by whoever speaks there. */
function render() {
  const chat = chats.current();
  view.show(chat);
  log.showAll([...chat.messages.values()]);
}

/**
 * Puts a chat on the screen.
 * @param {ChatKind} kind
 */
function select(kind) {
  chats.select(kind);
  byId("messenger", HTMLDivElement).classList.remove("choosing");
  showTyping(false);
  render();
  for (const one of [chats.get("private"), chats.get("group")]) list.show(one, one.kind === kind);
  byId("elsewhere", HTMLSpanElement).hidden = true;
  field.clear();
  if (!byId("composer", HTMLFormElement).hidden) field.focus();
}

byId("start", HTMLButtonElement).addEventListener("click", () => start(undefined));
byId("voice", HTMLButtonElement).addEventListener("click", () => void act({ kind: "voice" }));
byId("to-chats", HTMLButtonElement).addEventListener("click", () => {
  byId("messenger", HTMLDivElement).classList.add("choosing");
  byId(isGroup() ? "row-group" : "row-private", HTMLButtonElement).focus();
});
byId("reset", HTMLButtonElement).addEventListener("click", () => {
  waiting.stop();
  line.reset().catch(() => toast("Нет связи с программой.", "error"));
});
