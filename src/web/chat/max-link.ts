// Links of MAX that stay inside it: to the bot, with or without a start parameter, and "send to MAX".

type MaxLink =
  { readonly kind: "bot"; readonly payload: string | undefined } | { readonly kind: "share"; readonly text: string };

const HOSTS = new Set(["max.ru", "www.max.ru"]);

/** What the link does in MAX where the bot has this nick; undefined when it leads elsewhere. */
export function readMaxLink(address: string, nick: string): MaxLink | undefined {
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

/**
 * `?start=…` in the address of the page is a deep link, as https://max.ru/<nick>?start=… is in MAX. It is taken out of
 * the address, or a reload would follow it again.
 */
export function takeStartPayload(): string | undefined {
  const payload = new URLSearchParams(window.location.search).get("start") ?? undefined;
  if (payload !== undefined) {
    window.history.replaceState(undefined, "", window.location.pathname);
  }
  return payload;
}
