// What the visitor of the page can do in his private chat with the bot.
import { z } from "zod";
import type { LocalUser } from "../people/local-user.ts";

/** As long as MAX takes it. */
export const MAX_TEXT = 4000;
export const text = z.string().trim().min(1).max(MAX_TEXT);

export const privateAction = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("start"), payload: z.string().optional() }),
  z.object({ kind: z.literal("say"), text, replyTo: z.string().optional() }),
  z.object({ kind: z.literal("edit"), mid: z.string(), text }),
  z.object({ kind: z.literal("tap"), mid: z.string(), payload: z.string() }),
  z.object({ kind: z.literal("voice") }),
  z.object({ kind: z.literal("sticker") }),
  z.object({ kind: z.literal("photo") }),
  z.object({ kind: z.literal("forward-text"), text }),
  z.object({ kind: z.literal("forward"), mid: z.string() }),
]);

export function actPrivately(person: LocalUser, action: z.infer<typeof privateAction>): void {
  switch (action.kind) {
    case "start":
      person.start(action.payload);
      return;
    case "say":
      if (action.replyTo === undefined) person.say(action.text);
      else person.reply(action.replyTo, action.text);
      return;
    case "edit":
      person.edit(action.mid, action.text);
      return;
    case "tap":
      person.forgeTap(action.mid, action.payload);
      return;
    case "voice":
      person.sendVoice();
      return;
    case "sticker":
      person.sendSticker();
      return;
    case "photo":
      person.sendPhoto();
      return;
    case "forward-text":
      person.forward(action.text);
      return;
    case "forward":
      person.forwardMessage(action.mid);
      return;
  }
}
