// What the visitor of the page can do: in the private chat, and in the name of the people of the class chat.
import { z } from "zod";
import type { LocalGroup } from "../people/local-group.ts";
import type { LocalMember } from "../people/local-member.ts";
import type { LocalUser } from "../people/local-user.ts";
import type { Writer } from "../people/writer.ts";
import { READ_RIGHT } from "../world/chats.ts";

/** As long as MAX takes it. */
export const MAX_TEXT = 4000;
const text = z.string().trim().min(1).max(MAX_TEXT);
const say = z.object({ kind: z.literal("say"), text, replyTo: z.string().optional() });

/** What is done alike in both chats. */
const anywhere = [
  z.object({ kind: z.literal("edit"), mid: z.string(), text }),
  z.object({ kind: z.literal("tap"), mid: z.string(), payload: z.string() }),
  z.object({ kind: z.literal("voice") }),
  z.object({ kind: z.literal("sticker") }),
  z.object({ kind: z.literal("photo") }),
  z.object({ kind: z.literal("forward"), mid: z.string() }),
] as const;

export const privateAction = z.discriminatedUnion("kind", [
  ...anywhere,
  say,
  z.object({ kind: z.literal("start"), payload: z.string().optional() }),
  z.object({ kind: z.literal("forward-text"), text }),
]);

export const groupAction = z.discriminatedUnion("kind", [
  ...anywhere,
  say.extend({ isMention: z.boolean().optional() }),
  z.object({ kind: z.literal("remove"), mid: z.string() }),
  z.object({ kind: z.literal("add-bot") }),
  z.object({ kind: z.literal("remove-bot") }),
  z.object({ kind: z.literal("bot-rights"), isAdmin: z.boolean(), canRead: z.boolean() }),
]);

export function actPrivately(person: LocalUser, action: z.infer<typeof privateAction>): void {
  switch (action.kind) {
    case "start":
      person.start(action.payload);
      return;
    case "say":
      person.say(action.text, action);
      return;
    case "forward-text":
      person.forward(action.text);
      return;
    case "edit":
    case "tap":
    case "voice":
    case "sticker":
    case "photo":
    case "forward":
      actAnywhere(person, action);
  }
}

export function actInGroup(group: LocalGroup, member: LocalMember, action: z.infer<typeof groupAction>): void {
  switch (action.kind) {
    case "say": {
      const mention = action.isMention === true ? "user_link" : undefined;
      member.say(action.text, { replyTo: action.replyTo, mention });
      return;
    }
    case "remove":
      member.remove(action.mid);
      return;
    case "add-bot":
      group.addBot(member);
      return;
    case "remove-bot":
      group.removeBot(member);
      return;
    case "bot-rights":
      setRights(group, action);
      return;
    case "edit":
    case "tap":
    case "voice":
    case "sticker":
    case "photo":
    case "forward":
      actAnywhere(member, action);
  }
}

function actAnywhere(writer: Writer, action: z.infer<(typeof anywhere)[number]>): void {
  switch (action.kind) {
    case "edit":
      writer.edit(action.mid, action.text);
      return;
    case "tap":
      writer.forgeTap(action.mid, action.payload);
      return;
    case "voice":
      writer.sendVoice();
      return;
    case "sticker":
      writer.sendSticker();
      return;
    case "photo":
      writer.sendPhoto();
      return;
    case "forward":
      writer.forwardMessage(action.mid);
      return;
  }
}

/**
 * Only the owner grants rights, even while another person speaks. A page that is behind may still show the
 * switches when the bot is gone.
 */
function setRights(
  group: LocalGroup,
  { isAdmin, canRead }: { readonly isAdmin: boolean; readonly canRead: boolean },
): void {
  if (group.state.bot === undefined) return;
  group.setBotAdmin(isAdmin, canRead ? [READ_RIGHT, "write"] : ["write"]);
}
