// What comes as text in place of an attachment, where a message was copied or forwarded: "[стикер]", "[Голосовое сообщение]".
import type { AttachmentKind } from "./event.ts";

const KINDS: readonly (readonly [AttachmentKind, RegExp])[] = [
  ["sticker", /^(?:стикер|наклейк|sticker|gif|гиф)/u],
  ["audio", /^(?:голос|аудио|voice|audio)/u],
  ["video", /^(?:видео|video|кружо[кч])/u],
  ["image", /^(?:фото|картинк|изображени|photo|image|скриншот)/u],
  ["file", /^(?:файл|документ|file)/u],
  ["contact", /^(?:контакт|contact)/u],
  ["location", /^(?:гео|местополож|локаци|location)/u],
];

const IN_BRACKETS = /^[[(<]([^[\]()<>]{1,80})[\])>]$/u;

/** The kind of attachment that a text as a whole stands for, or undefined. */
export function describedAttachment(text: string): AttachmentKind | undefined {
  const name = IN_BRACKETS.exec(text.trim())?.[1]?.trim().toLowerCase() ?? "";
  return KINDS.find(([, names]) => names.test(name))?.[0];
}
