// MAX_API_URL in the form in which the SDK joins it with the names of methods.
import { UsageError } from "../errors.ts";

/** With a slash at the end, without which `new URL("me", base)` drops the last part of the path. */
export function baseUrlOf(apiUrl: string): string {
  if (!URL.canParse(apiUrl)) throw unusable(apiUrl, "it is not an address");
  const url = new URL(apiUrl);
  if (!/^https?:$/u.test(url.protocol))
    throw unusable(apiUrl, "it must start with https:// or http://");
  if (url.username !== "" || url.password !== "") {
    throw unusable(`${url.origin}…`, "it must not hold a user name or password");
  }
  return `${url.origin}${url.pathname.replace(/\/*$/u, "/")}`;
}

function unusable(apiUrl: string, reason: string): UsageError {
  return new UsageError(
    `Calling MAX at "${apiUrl}": ${reason}`,
    "Leave MAX_API_URL empty for MAX itself, or set it to an address like http://127.0.0.1:8080/api",
  );
}
