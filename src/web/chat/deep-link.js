// @ts-check
// `?start=…` in the address is a deep link, as https://max.ru/<nick>?start=… is in MAX.

/**
 * The payload of the link that led here, once: it is taken out of the address, or a reload would follow
 * it again.
 */
export function takeStartPayload() {
  const payload = new URLSearchParams(window.location.search).get("start") ?? undefined;
  if (payload !== undefined) {
    window.history.replaceState(undefined, "", window.location.pathname);
  }
  return payload;
}
