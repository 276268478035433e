// What of the settings must never be written anywhere.
import type { Config } from "./config.ts";
import { endpointOf } from "./transport.ts";

/** Everything in the settings that opens something, in the forms in which it may be written. */
export function secretsOf({
  target,
  transport,
  databaseUrl,
  consoleToken = "",
}: Config): readonly string[] {
  const endpoint = endpointOf(transport);
  const password = URL.canParse(databaseUrl) ? new URL(databaseUrl).password : "";
  const found = [
    target.kind === "max" ? target.token : "",
    endpoint?.secret ?? "",
    consoleToken,
    password,
    decoded(password),
  ];
  return [...new Set(found)].filter((secret) => secret !== "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
