// MAX_API_URL in the form in which the SDK joins it with the names of methods.
import { UsageError } from "../runtime/errors.ts";

/**
 * The "bad ports" of the Fetch standard, https://fetch.spec.whatwg.org/#port-blocking: a call to one fails like
 * a broken connection, but never mends. Port 0 leads nowhere.
 */
const REFUSED_PORTS: ReadonlySet<string> = new Set(
  `0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119
  123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990
  993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080`.split(
    /\s+/u,
  ),
);

/** With a slash at the end, without which `new URL("me", base)` drops the last part of the path. */
export function baseUrlOf(apiUrl: string): string {
  if (!URL.canParse(apiUrl)) throw unusable(apiUrl, "it is not an address");
  const url = new URL(apiUrl);
  if (!/^https?:$/u.test(url.protocol))
    throw unusable(apiUrl, "it must start with https:// or http://");
  if (url.username !== "" || url.password !== "") {
    throw unusable(`${url.origin}…`, "it must not hold a user name or password");
  }
  if (REFUSED_PORTS.has(url.port)) {
    throw unusable(apiUrl, `fetch refuses the port ${url.port}, which belongs to another protocol`);
  }
  return `${url.origin}${url.pathname.replace(/\/*$/u, "/")}`;
}

function unusable(apiUrl: string, reason: string): UsageError {
  return new UsageError(
    `Calling MAX at "${apiUrl}": ${reason}`,
    "Leave MAX_API_URL empty for MAX itself, or set it to an address like http://127.0.0.1:8080/api",
  );
}
