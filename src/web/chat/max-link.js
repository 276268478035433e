// @ts-check
// Links of MAX that stay inside it: to the bot, with or without a start parameter, and "send to MAX".

/**
 * @typedef {{ kind: "bot", payload: string | undefined } | { kind: "share", text: string }} MaxLink
 */

const HOSTS = new Set(["max.ru", "www.max.ru"]);

/**
 * What the link does in MAX; undefined when it leads elsewhere.
 * @param {string} address
 * @param {string} nick of the bot
 * @returns {MaxLink | undefined}
 */
export function readMaxLink(address, nick) {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!HOSTS.has(url.hostname) || !/^https?:$/u.test(url.protocol)) return undefined;
  const path = url.pathname.replace(/^\//u, "").replace(/\/$/u, "").toLowerCase();
  if (path === ":share" || path === "%3ashare") {
    return { kind: "share", text: url.searchParams.get("text") ?? "" };
  }
  if (path !== nick.toLowerCase()) return undefined;
  return { kind: "bot", payload: url.searchParams.get("start") ?? undefined };
}
