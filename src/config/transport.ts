// How updates arrive, read out of TRANSPORT, WEBHOOK_URL and WEBHOOK_SECRET.
import { isLoopback } from "../runtime/loopback.ts";
import { SETTINGS, type SettingsReader } from "./settings.ts";

/** Where MAX delivers to, and what it says with each delivery. */
export interface WebhookEndpoint {
  readonly url: string;
  readonly secret: string;
}

export type Transport =
  /** `former` is where MAX may still deliver to, when the bot was moved from webhook to polling. */
  | { readonly kind: "polling"; readonly former: WebhookEndpoint | undefined }
  | { readonly kind: "webhook"; readonly endpoint: WebhookEndpoint };

/** Where MAX delivers to, or may do so still; undefined where it never did. */
export function endpointOf(transport: Transport): WebhookEndpoint | undefined {
  return transport.kind === "webhook" ? transport.endpoint : transport.former;
}

export function readTransport({ read, refuse, refuseSecret }: SettingsReader): Transport {
  const kind = read(SETTINGS.transport);
  const url = read(SETTINGS.webhookUrl);
  const secret = read(SETTINGS.webhookSecret);
  const isWebhook = kind === "webhook";
  if (!isWebhook && kind !== "polling") refuse(SETTINGS.transport, "it is polling or webhook");
  const urlProblem = problemOfUrl(url, isOnThisMachine(read(SETTINGS.apiUrl)));
  if (urlProblem !== undefined && (isWebhook || url !== "")) refuse(SETTINGS.webhookUrl, urlProblem);
  if (!SECRET.test(secret) && (isWebhook || secret !== "")) refuseSecret(SETTINGS.webhookSecret, SECRET_RULE);
  if (isWebhook) return { kind, endpoint: { url, secret } };
  return { kind: "polling", former: url !== "" && secret !== "" ? { url, secret } : undefined };
}

/** What MAX takes (dev.max.ru, POST /subscriptions), but for the five letters that it would begin with: those are guessed. */
const SECRET = /^[\w-]{16,256}$/u;
const SECRET_RULE =
  "whoever guesses it speaks for MAX, so it is at least 16 and at most 256 of A-Z a-z 0-9 _ -, random ones; " +
  "make one with: openssl rand -hex 32, or: node -p \"crypto.randomBytes(32).toString('hex')\"";
const URL_RULE =
  "it is the public address that MAX delivers to, https on port 443, for example https://bot.school.ru/max/webhook";

/** Others arrive as different letters than they are written, or stand for any path. */
const PATH = /^[\w.~/-]+$/u;

/** MAX delivers to https on port 443 only; a MAX on this machine is a test server, which may deliver anywhere. */
function problemOfUrl(text: string, isTestServer: boolean): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return URL_RULE;
  if (url.hash !== "" || url.username !== "" || url.password !== "")
    return "an address with a name, a password or a # in it is not delivered to";
  if (!PATH.test(url.pathname)) return "its path is of A-Z a-z 0-9 - _ . ~ /, for example /max/webhook";
  if (isTestServer) return /^https?:$/u.test(url.protocol) ? undefined : URL_RULE;
  // The port 443 itself is taken out by the parser.
  return url.protocol === "https:" && url.port === "" ? undefined : URL_RULE;
}

function isOnThisMachine(address: string): boolean {
  return URL.canParse(address) && isLoopback(new URL(address).hostname);
}
