import { expect, test } from "vitest";
import { addressOf, isByHttps, isForeign } from "./asker.ts";

test.each([
  { why: "a stranger himself", ip: "203.0.113.7", forwarded: undefined, address: "203.0.113.7" },
  {
    why: "a stranger who claims to be another",
    ip: "203.0.113.7",
    forwarded: "1.2.3.4",
    address: "203.0.113.7",
  },
  { why: "a proxy beside us", ip: "127.0.0.1", forwarded: "203.0.113.7", address: "203.0.113.7" },
  {
    why: "a proxy in a container",
    ip: "172.18.0.5",
    forwarded: "203.0.113.7",
    address: "203.0.113.7",
  },
  {
    why: "a network that only looks like one of ours",
    ip: "172.40.0.5",
    forwarded: "1.2.3.4",
    address: "172.40.0.5",
  },
  {
    why: "a proxy, told nonsense before",
    ip: "10.0.0.1",
    forwarded: "1.1.1.1, x, 203.0.113.7",
    address: "203.0.113.7",
  },
  { why: "a proxy that says nonsense", ip: "10.0.0.1", forwarded: "unknown", address: "10.0.0.1" },
  {
    why: "IPv4 in IPv6",
    ip: "::ffff:127.0.0.1",
    forwarded: "::ffff:203.0.113.7",
    address: "203.0.113.7",
  },
  {
    why: "IPv6: the network of one person",
    ip: "2001:db8:1:2:aaaa::1",
    forwarded: undefined,
    address: "2001:db8:1:2::/64",
  },
  {
    why: "IPv6: the same",
    ip: "2001:DB8:1:2::bbbb",
    forwarded: undefined,
    address: "2001:db8:1:2::/64",
  },
  { why: "IPv6, short", ip: "::1", forwarded: "2001:db8::1", address: "2001:db8:0:0::/64" },
  { why: "IPv6 of this computer", ip: "::1", forwarded: undefined, address: "0:0:0:0::/64" },
])("$why", ({ ip, forwarded, address }) => {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  expect(addressOf({ ip, headers })).toBe(address);
});

test.each([
  { why: "http itself", protocol: "http", forwarded: undefined, is: false },
  { why: "https itself", protocol: "https", forwarded: undefined, is: true },
  { why: "a proxy with https", protocol: "http", forwarded: "https", is: true },
  { why: "proxies, the first with https", protocol: "http", forwarded: "HTTPS, http", is: true },
  { why: "a proxy with http", protocol: "http", forwarded: "http", is: false },
] as const)("$why: $is", ({ protocol, forwarded, is }) => {
  const headers = forwarded === undefined ? {} : { "x-forwarded-proto": forwarded };
  expect(isByHttps({ protocol, headers })).toBe(is);
});

test.each([
  { why: "no browser", headers: {}, is: false },
  { why: "our page", headers: { "sec-fetch-site": "same-origin" }, is: false },
  { why: "typed into the browser", headers: { "sec-fetch-site": "none" }, is: false },
  { why: "another site", headers: { "sec-fetch-site": "cross-site" }, is: true },
  { why: "another name of the same site", headers: { "sec-fetch-site": "same-site" }, is: true },
  {
    why: "our origin",
    headers: { origin: "https://bot.school.ru", host: "bot.school.ru" },
    is: false,
  },
  {
    why: "our origin with a port",
    headers: { origin: "http://127.0.0.1:8080", host: "127.0.0.1:8080" },
    is: false,
  },
  {
    why: "another port is another site",
    headers: { origin: "http://127.0.0.1:81", host: "127.0.0.1:8080" },
    is: true,
  },
  {
    why: "a proxy that calls us by another name, and says so",
    headers: {
      origin: "https://bot.school.ru",
      host: "bot:8080",
      "x-forwarded-host": "bot.school.ru",
    },
    is: false,
  },
  {
    why: "a proxy that calls us by another name, and a browser that knows",
    headers: { "sec-fetch-site": "same-origin", origin: "https://bot.school.ru", host: "bot:8080" },
    is: false,
  },
  {
    why: "a foreign origin",
    headers: { origin: "https://evil.example", host: "bot.school.ru" },
    is: true,
  },
  { why: "a file", headers: { origin: "null", host: "bot.school.ru" }, is: true },
])("$why: foreign is $is", ({ headers, is }) => {
  expect(isForeign({ headers })).toBe(is);
});
