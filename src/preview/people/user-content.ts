// What a person can put into a message, and the button that was meant.
import type { User } from "../world/chats.ts";
import { EMPTY, linkTo, type Content, type Message } from "../world/message.ts";
import type { Markup, WireButton } from "../world/shapes.ts";

export function written(text: string): Content {
  return { ...EMPTY, text };
}

/** How MAX marks a mention: by nick where the user has one, by id where there is none. */
export type MentionMark = "user_link" | "user_id";

/** `text` with its first `@nick` of `user` marked, whatever its case; without one, it is put before the text. */
export function mentioning(text: string, user: User, mark: MentionMark): Content {
  const nick = `@${user.username ?? ""}`;
  const at = text.toLowerCase().indexOf(nick.toLowerCase());
  const whole = at === -1 ? `${nick} ${text}`.trimEnd() : text;
  const span = { type: "user_mention", from: Math.max(at, 0), length: nick.length } as const;
  const markup: Markup = mark === "user_link" ? { ...span, user_link: nick } : { ...span, user_id: user.userId };
  return { ...EMPTY, text: whole, markup: [markup] };
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

/** Forwarding what was itself forwarded keeps the first author and their text. */
export function forwarded(original: Message): Content {
  const { link, text } = original;
  const isChain = link?.type === "forward" && text === "";
  return { ...EMPTY, link: isChain ? link : linkTo("forward", original) };
}

/** The button of this payload, else of this text; throws where there is none. */
export function findButton(buttons: readonly WireButton[], payloadOrText: string): WireButton {
  const button =
    buttons.find((one) => one.type === "callback" && one.payload === payloadOrText) ??
    buttons.find((one) => one.text === payloadOrText);
  if (button !== undefined) return button;
  const present = buttons.map((one) => `"${one.text}"`).join(", ") || "none";
  throw new Error(`There is no button "${payloadOrText}" under the message; there are: ${present}.`);
}
