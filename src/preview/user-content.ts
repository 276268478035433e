// What a person can put into a message, and the button he means.
import type { Content, Message } from "./message.ts";
import type { WireButton } from "./shapes.ts";

const EMPTY: Content = { text: "", markup: [], keyboard: [], media: [], link: undefined };

export function written(text: string): Content {
  return { ...EMPTY, text };
}

export function photo(caption: string): Content {
  const payload = { photo_id: 1, token: "photo", url: "https://i.oneme.ru/photo.jpg" };
  return { ...EMPTY, text: caption, media: [{ type: "image", payload }] };
}

export const sticker: Content = {
  ...EMPTY,
  media: [
    {
      type: "sticker",
      payload: { code: "sticker", url: "https://i.oneme.ru/sticker.webp" },
      width: 512,
      height: 512,
    },
  ],
};

export const voice: Content = { ...EMPTY, media: [{ type: "audio" }] };

/** Forwarding what was itself forwarded keeps the first author's text. */
export function forwarded(original: Message): Content {
  const { mid, seq, senderId, chatId, link } = original;
  const { text, markup } = link?.type === "forward" && original.text === "" ? link : original;
  return { ...EMPTY, link: { type: "forward", senderId, chatId, mid, seq, text, markup } };
}

/** The button of this payload, else of this text; throws where there is none. */
export function findButton(buttons: readonly WireButton[], payloadOrText: string): WireButton {
  const button =
    buttons.find((one) => one.type === "callback" && one.payload === payloadOrText) ??
    buttons.find((one) => one.text === payloadOrText);
  if (button !== undefined) return button;
  const present = buttons.map((one) => `"${one.text}"`).join(", ") || "none";
  throw new Error(
    `There is no button "${payloadOrText}" under the message; there are: ${present}.`,
  );
}
