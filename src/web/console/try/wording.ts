// What the page says on which answers are tried before they are published.
import { counted } from "../../../text/plural.ts";

export const LIVE = "Как сейчас";
export const DRAFT = "С черновиком";

export const CHAT_LABEL = "Чат с ботом";
export const MESSAGE = "Сообщение";
export const TO_DRAFT = "Открыть в содержании";

export function toDraft(title: string): string {
  return `${TO_DRAFT}: «${title}»`;
}

export function inDraft(count: number): string {
  return `В черновике ${counted(count, ["правка", "правки", "правок"])}`;
}
