// Commands: MAX has no notion of them, they are texts that begin with a slash.
import { ALL_QUESTIONS } from "./wording.ts";

export interface Command {
  /** Lower case, without the slash and without the bot's name. */
  readonly name: string;
  /** What follows the name, trimmed. */
  readonly argument: string;
  /** The bot it names ("/faq@id77_bot"), lower case. */
  readonly bot: string | undefined;
}

/** The commands that mean this bot in a group, where other bots may listen too; `/start` is typed to any of them. */
const GROUP_COMMANDS: ReadonlySet<string> = new Set([
  "faq",
  "help",
  "menu",
  "quiet",
  "loud",
  "chatid",
  "poster",
  "privacy",
]);

/** Whether a text in a group is a command for the bot of this name. */
export function isGroupCommand(text: string, username: string | undefined): boolean {
  const command = commandOf(text);
  if (command === undefined || !GROUP_COMMANDS.has(command.name)) return false;
  return command.bot === undefined || command.bot === username?.toLowerCase();
}

/** Whether a command is only for the private chat: what it gives is of no use to all, or long. */
export function isPrivateCommand(command: Command | undefined): boolean {
  return command?.name === "poster" || command?.name === "privacy";
}

/** Whether it makes the bot quiet or loud in a group: only the administrators of the group may. */
export function isVolumeCommand(
  command: Command | undefined,
): command is Command & { readonly name: "quiet" | "loud" } {
  return command?.name === "quiet" || command?.name === "loud";
}

/** Names people try in Russian. */
const ALIASES: Readonly<Partial<Record<string, string>>> = {
  помощь: "help",
  меню: "menu",
  старт: "start",
  плакат: "poster",
  вопрос: "faq",
  данные: "privacy",
  приватность: "privacy",
};

/** A command's name and argument; the name may be Russian. "/faq@id77_bot вопрос" names the bot. */
const COMMAND = /^\/([\p{L}\p{N}_]{1,64})(?:@([\p{L}\p{N}_]+))?(?:\s+([\s\S]*))?$/u;

/** In a private chat: a command, or what the button «Все вопросы» says. */
export function privateCommandOf(text: string): Command | undefined {
  if (text.trim() === ALL_QUESTIONS) return { name: "menu", argument: "", bot: undefined };
  return commandOf(text);
}

/** The command in a text, or undefined when it is none. */
export function commandOf(text: string): Command | undefined {
  const match = COMMAND.exec(text.trim());
  const [, name, bot, argument = ""] = match ?? [];
  if (name === undefined) return undefined;
  const known = name.toLowerCase();
  return { name: ALIASES[known] ?? known, argument: argument.trim(), bot: bot?.toLowerCase() };
}
