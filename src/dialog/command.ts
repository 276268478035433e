// Commands: MAX has no notion of them, they are texts that begin with a slash.

export interface Command {
  /** Lower case, without the slash and without the bot's name. */
  readonly name: string;
  /** What follows the name, trimmed. */
  readonly argument: string;
}

/** A command's name and argument; the name may be Russian. "/faq@id77_bot вопрос" names the bot. */
const COMMAND = /^\/([\p{L}\p{N}_]{1,64})(?:@[\p{L}\p{N}_]+)?(?:\s+([\s\S]*))?$/u;

/** The command in a text, or undefined when it is none. */
export function commandOf(text: string): Command | undefined {
  const match = COMMAND.exec(text.trim());
  if (match?.[1] === undefined) return undefined;
  return { name: match[1].toLowerCase(), argument: (match[2] ?? "").trim() };
}
