// Who the bot is, and whether a message in a group is meant for it: MAX has no privacy mode, so the bot has to tell by itself.
import { commandOf, isGroupCommand } from "../dialog/command.ts";
import type { WireBody, WireMention, WireMessage } from "./wire.ts";

/** As far as MAX tells: its id, and its name. */
export interface BotIdentity {
  readonly userId: number;
  /** The nick in links and mentions, without "@". */
  readonly username: string | undefined;
}

/**
 * A mention (by name or by id), the name typed as text, a reply to one of the bot's messages, or a command. A command of
 * other bots is for them, whatever it replies to.
 */
export function isMeantFor(bot: BotIdentity | undefined, message: WireMessage): boolean {
  const text = message.body?.text ?? "";
  if (commandOf(text) !== undefined) return isGroupCommand(text, bot?.username);
  if (bot === undefined) return false;
  const { link } = message;
  if (link?.type === "reply" && link.sender?.user_id === bot.userId) return true;
  return mentionsIn(bot, message.body?.markup).length > 0 || nameIn(bot, text) !== undefined;
}

/** The text without the name of the bot, wherever it stands. */
export function withoutMention(
  bot: BotIdentity | undefined,
  body: Pick<WireBody, "text" | "markup"> | undefined,
): string {
  const text = body?.text ?? "";
  // In a command the name is part of the command.
  if (bot === undefined || commandOf(text) !== undefined) return text;
  const mentions = mentionsIn(bot, body?.markup).sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  let rest = "";
  let at = 0;
  for (const { from = 0, length = 0 } of mentions) {
    rest += `${text.slice(at, from)} `;
    at = Math.max(at, from + length);
  }
  rest += text.slice(at);
  const name = nameIn(bot, rest);
  if (mentions.length === 0 && name === undefined) return text;
  if (name !== undefined) rest = rest.replaceAll(name, " ");
  return rest.replace(/^[\s,:;.!-]+/u, "").trim();
}

function mentionsIn(bot: BotIdentity, markup: WireBody["markup"]): WireMention[] {
  const isName = (link: string | undefined) =>
    link !== undefined &&
    bot.username !== undefined &&
    link.replace(/^.*[@/]/u, "").toLowerCase() === bot.username.toLowerCase();
  return (markup ?? []).flatMap((mention) => {
    if (mention === undefined) return [];
    return mention.user_id === bot.userId || isName(mention.user_link) ? [mention] : [];
  });
}

/** `@name` as it is typed, when it stands in the text as a word of its own. */
function nameIn({ username }: BotIdentity, text: string): string | undefined {
  if (username === undefined) return undefined;
  const wanted = `@${username.toLowerCase()}`;
  return (text.match(/@[\p{L}\p{N}_]+/gu) ?? []).find((name) => name.toLowerCase() === wanted);
}
