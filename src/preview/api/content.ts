// From the body of a request to the content of a message.
import { parseHtml } from "../markup/html.ts";
import type { MarkedText } from "../markup/spans.ts";
import { EMPTY, linkTo, type Content, type Link } from "../world/message.ts";
import type { Keyboard, Media } from "../world/shapes.ts";
import type { MessageBody } from "./body.ts";
import { keptMedia, type Sending } from "./media.ts";
import { type Accepted, type Refusal, badRequest, goneMessage } from "./route.ts";

/**
 * What a message becomes by `body`. Text, attachments and link that the body leaves out (or gives as null)
 * stay as they were in `before`; an empty list removes the attachments, the keyboard among them.
 */
export function contentOf(sending: Sending, body: MessageBody, before: Content = EMPTY): Accepted<Content> | Refusal {
  const link = linkOf(sending, body, before);
  if (link === "unknown") {
    const usual = badRequest(`link.mid: no message "${body.link?.mid}"`);
    return { kind: "refused", reply: goneMessage(sending.max, usual) };
  }
  const attachments = attachmentsOf(sending, body, before);
  if (attachments.kind === "refused") return attachments;
  const value = { ...markedText(body, before), ...attachments.value, link };
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
  return { text: body.text, markup: [] };
}

type Attachments = Pick<Content, "keyboard" | "media">;

function attachmentsOf(sending: Sending, body: MessageBody, before: Content): Accepted<Attachments> | Refusal {
  if (body.attachments === undefined || body.attachments === null) {
    return { kind: "accepted", value: { keyboard: before.keyboard, media: before.media } };
  }
  let keyboard: Keyboard = [];
  const media: Media[] = [];
  for (const attachment of body.attachments) {
    if (attachment.type === "inline_keyboard") {
      keyboard = attachment.payload.buttons;
      continue;
    }
    const kept = keptMedia(sending, attachment);
    if (kept.kind === "refused") return kept;
    media.push(kept.value);
  }
  return { kind: "accepted", value: { keyboard, media } };
}

function linkOf({ max }: Sending, body: MessageBody, before: Content): Link | "unknown" | undefined {
  if (body.link === undefined || body.link === null) return before.link;
  const original = max.world.message(body.link.mid);
  return original === undefined ? "unknown" : linkTo(body.link.type, original);
}
