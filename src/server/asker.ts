// What a request says about whoever sent it, as far as it can be believed.
import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";

/** Networks that strangers do not reach us from, unless a proxy of ours stands between. */
const NEAR = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:)/iu;
const IPV6_NETWORK_GROUPS = 4;

/**
 * Whose attempts are counted together. A proxy beside us is believed what it has added itself: the last address of
 * `x-forwarded-for`; what stands before it anybody may have written. Of IPv6 it is the network: one person has all of it.
 */
export function addressOf({ ip, headers }: Pick<FastifyRequest, "ip" | "headers">): string {
  const peer = withoutMapping(ip);
  const forwarded = headerOf(headers["x-forwarded-for"]).split(",").at(-1)?.trim() ?? "";
  const address = NEAR.test(peer) && isIP(forwarded) !== 0 ? withoutMapping(forwarded) : peer;
  return isIP(address) === 6 ? networkOf(address) : address;
}

/** Whether the browser talks to us by https, perhaps by a proxy. A false claim harms nobody but whoever makes it. */
export function isByHttps({ headers, protocol }: Pick<FastifyRequest, "headers" | "protocol">): boolean {
  const forwarded = headerOf(headers["x-forwarded-proto"]).split(",")[0]?.trim().toLowerCase();
  return protocol === "https" || forwarded === "https";
}

/**
 * Whether a page of another site has sent it. A proxy may call us by another name than the browser calls the proxy, so
 * what the browser itself concludes goes before the comparison of names.
 */
export function isForeign({ headers }: Pick<FastifyRequest, "headers">): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin } = headers;
  if (origin === undefined) return false;
  // "null", which a file or a frame without rights sends, is nobody's.
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  return host !== headers.host && host !== headerOf(headers["x-forwarded-host"]);
}

function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/iu, "");
}

function networkOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").length;
  const all = [...groups, ...Array.from({ length: missing }, () => "0"), ...(tail ?? "").split(":")];
  return `${all.slice(0, IPV6_NETWORK_GROUPS).join(":")}::/64`.toLowerCase();
}

function headerOf(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : (value?.join(",") ?? "");
}
