// What the people of the class chat can do, in whose name the visitor of the page acts.
import { z } from "zod";
import { text } from "./act-private.ts";
import { READ_RIGHT } from "../world/chats.ts";
import type { LocalGroup } from "../people/local-group.ts";
import type { LocalMember } from "../people/local-member.ts";

export const groupAction = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("say"),
    text,
    replyTo: z.string().optional(),
    isMention: z.boolean().optional(),
  }),
  z.object({ kind: z.literal("edit"), mid: z.string(), text }),
  z.object({ kind: z.literal("remove"), mid: z.string() }),
  z.object({ kind: z.literal("tap"), mid: z.string(), payload: z.string() }),
  z.object({ kind: z.literal("voice") }),
  z.object({ kind: z.literal("sticker") }),
  z.object({ kind: z.literal("photo") }),
  z.object({ kind: z.literal("forward"), mid: z.string() }),
  z.object({ kind: z.literal("add-bot") }),
  z.object({ kind: z.literal("remove-bot") }),
  z.object({ kind: z.literal("bot-rights"), isAdmin: z.boolean(), canRead: z.boolean() }),
]);

type GroupAction = z.infer<typeof groupAction>;

export function actInGroup(group: LocalGroup, member: LocalMember, action: GroupAction): void {
  switch (action.kind) {
    case "say": {
      const mention = action.isMention === true ? "user_link" : undefined;
      member.say(action.text, { replyTo: action.replyTo, mention });
      return;
    }
    case "edit":
      member.edit(action.mid, action.text);
      return;
    case "remove":
      member.remove(action.mid);
      return;
    case "tap":
      member.forgeTap(action.mid, action.payload);
      return;
    case "voice":
      member.sendVoice();
      return;
    case "sticker":
      member.sendSticker();
      return;
    case "photo":
      member.sendPhoto();
      return;
    case "forward":
      member.forward(action.mid);
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
  }
}

/**
 * Only the owner grants rights, whoever speaks at the moment. A page that is behind may still show the
 * switches when the bot is gone.
 */
function setRights(
  group: LocalGroup,
  { isAdmin, canRead }: { readonly isAdmin: boolean; readonly canRead: boolean },
): void {
  if (group.state.bot === undefined) return;
  group.setBotAdmin(isAdmin, canRead ? [READ_RIGHT, "write"] : ["write"]);
}
