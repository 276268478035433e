// @ts-check
// What the field suggests while somebody types.

/**
 * @typedef {import("./shapes.d.ts").Command} Command
 * @typedef {import("./suggestions.js").Suggestion} Suggestion
 */

/**
 * Commands of the bot after a slash at the beginning.
 * @param {readonly Command[]} commands
 * @param {string} beforeCaret
 * @returns {Suggestion[]}
 */
export function commandSuggestions(commands, beforeCaret) {
  const typed = /^\/(?<name>\S*)$/u.exec(beforeCaret)?.groups?.["name"]?.toLowerCase();
  if (typed === undefined) return [];
  return commands
    .filter(({ name }) => name.startsWith(typed))
    .map(({ name, description }) => ({ text: `/${name}`, hint: description ?? "" }));
}

/**
 * The bot after "@", by its nick or its name.
 * @param {{ readonly name: string, readonly username: string }} bot
 * @param {string} beforeCaret
 * @returns {Suggestion[]}
 */
export function mentionSuggestions({ name, username }, beforeCaret) {
  const typed = /(?:^|\s)@(?<start>\S*)$/u.exec(beforeCaret)?.groups?.["start"]?.toLowerCase();
  if (typed === undefined || typed === username.toLowerCase()) return [];
  const isMeant = [name, username].some((one) => one.toLowerCase().startsWith(typed));
  return isMeant ? [{ text: `@${username}`, hint: name }] : [];
}
