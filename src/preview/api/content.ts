// From the body of a request to the content of a message.
import { parseHtml } from "../markup/html.ts";
import { parseMarkdown } from "../markup/markdown.ts";
import type { MarkedText } from "../markup/spans.ts";
import type { Keyboard, Media } from "../shapes.ts";
import type { Content, Link } from "../message.ts";
import type { World } from "../world.ts";
import type { MessageBody } from "./body.ts";
import type { Accepted, Refusal } from "./reply.ts";
import { badRequest } from "./reply.ts";

const EMPTY: Content = { text: "", markup: [], keyboard: [], media: [], link: undefined };

/**
 * What a message becomes by `body`. Text, attachments and link that the body leaves out (or gives as null)
 * stay as they were in `before`; an empty list removes the attachments, the keyboard among them.
 */
export function contentOf(
  world: World,
  body: MessageBody,
  before: Content = EMPTY,
): Accepted<Content> | Refusal {
  const link = linkOf(world, body, before);
  if (link === "unknown") {
    return { kind: "refused", reply: badRequest(`link.mid: no message "${body.link?.mid}"`) };
  }
  const value = { ...markedText(body, before), ...attachmentsOf(body, before), link };
  const isEmpty = value.text === "" && value.media.length + value.keyboard.length === 0;
  if (isEmpty && value.link?.type !== "forward") {
    return { kind: "refused", reply: badRequest("text or attachments required") };
  }
  return { kind: "accepted", value };
}

function markedText(body: MessageBody, before: Content): MarkedText {
  if (body.text === undefined || body.text === null) {
    return { text: before.text, markup: before.markup };
  }
  if (body.format === "html") return parseHtml(body.text);
  if (body.format === "markdown") return parseMarkdown(body.text);
  return { text: body.text, markup: [] };
}

function attachmentsOf(body: MessageBody, before: Content): Pick<Content, "keyboard" | "media"> {
  if (body.attachments === undefined || body.attachments === null) {
    return { keyboard: before.keyboard, media: before.media };
  }
  let keyboard: Keyboard = [];
  const media: Media[] = [];
  for (const attachment of body.attachments) {
    if (attachment.type === "inline_keyboard") keyboard = attachment.payload.buttons;
    else media.push(attachment);
  }
  return { keyboard, media };
}

function linkOf(world: World, body: MessageBody, before: Content): Link | "unknown" | undefined {
  if (body.link === undefined || body.link === null) return before.link;
  const original = world.message(body.link.mid);
  if (original === undefined) return "unknown";
  const { mid, seq, senderId, chatId, text, markup } = original;
  return { type: body.link.type, mid, seq, senderId, chatId, text, markup };
}
