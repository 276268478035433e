// What the visitor does: sent to the local MAX; where it was not done, that is said.
import type { WireButton } from "../../preview/world/shapes.ts";
import { isWebAddress } from "../shared/max/marked-text.tsx";
import { clearField } from "./composing.ts";
import { beginAnew, Refused, send, type Action } from "./connection.ts";
import { readMaxLink } from "./max-link.ts";
import * as state from "./state.ts";
import { copyText } from "../shared/parts/copy-text.ts";
import { showToast } from "../shared/parts/toast.tsx";
import { expectBot, showTyping, stopExpecting } from "./waiting.ts";

/** Whether it was done. */
export async function act(action: Action, kind: state.ChatKind = state.chat.value.kind): Promise<boolean> {
  // In a group the bot may well keep silent; a tap it always answers.
  if (kind === "private" || action.kind === "tap") expectBot();
  try {
    const as = kind === "group" ? state.speakerId.value : undefined;
    await send({ chatId: state.chats.value[kind].chatId, as }, action);
    return true;
  } catch (error) {
    stopExpecting();
    const isRefused = error instanceof Refused;
    showToast({
      text: isRefused ? error.message : "Не отправлено: нет связи с программой.",
      look: "bad",
    });
    return false;
  }
}

/** Acts in a chat and goes there. */
export async function actIn(action: Action, kind: state.ChatKind): Promise<void> {
  if (state.chat.value.kind !== kind) select(kind);
  await act(action, kind);
}

/** Puts a chat on the screen; what was begun in the other does not belong there. */
export function select(kind: state.ChatKind): void {
  showTyping(false);
  state.show(kind);
  clearField();
}

/** Opens the bot as its link does. */
export function start(payload?: string): void {
  void actIn({ kind: "start", payload }, "private");
}

/** Becomes somebody new. */
export function reset(): void {
  stopExpecting();
  beginAnew().catch(() => showToast({ text: "Нет связи с программой.", look: "bad" }));
}

export async function press(mid: string, button: WireButton): Promise<void> {
  switch (button.type) {
    case "callback":
      state.setPressed(mid, button);
      if (!(await act({ kind: "tap", mid, payload: button.payload }))) state.setPressed(mid, undefined);
      return;
    case "link":
      if (followInside(button.url) || !isWebAddress(button.url)) return;
      window.open(button.url, "_blank", "noopener,noreferrer");
      return;
    case "clipboard":
      return showToast(await copyText(button.payload));
    case "message":
      await act({ kind: "say", text: button.text });
      return;
    case "request_contact":
    case "request_geo_location":
    case "open_app":
      showToast({ text: "В локальном MAX эта кнопка не работает." });
  }
}

/** Whether the link led to a place in the local MAX. */
export function followInside(address: string): boolean {
  const link = readMaxLink(address, state.bot.value.username);
  if (link?.kind === "bot") start(link.payload);
  if (link?.kind === "share") share(link.text);
  return link !== undefined;
}

function share(text: string): void {
  if (text.trim() === "") return;
  state.parcel.value = { text, losesButtons: false, action: { kind: "say", text } };
}
