// The name under which a call to MAX is counted: a fixed list, without the ids that stand in addresses.

/** The ends of the paths of the Bot API that the bot calls, and of the uploads that it is sent to. */
const PATHS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\/chats\/[^/]+\/members\/me$/u, "/chats/{id}/members/me"],
  [/\/chats\/[^/]+\/members\/admins$/u, "/chats/{id}/members/admins"],
  [/\/me$/u, "/me"],
  [/\/me\/commands$/u, "/me/commands"],
  [/\/messages$/u, "/messages"],
  [/\/messages\/[^/]+$/u, "/messages/{id}"],
  [/\/answers$/u, "/answers"],
  [/\/updates$/u, "/updates"],
  [/\/subscriptions$/u, "/subscriptions"],
  [/\/uploads$/u, "/uploads"],
];
const METHODS: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/** "POST /messages"; "other" for what is not of the list. */
export function callName(method: string, path: string): string {
  const name = PATHS.find(([pattern]) => pattern.test(path))?.[1];
  return name === undefined || !METHODS.has(method) ? "other" : `${method} ${name}`;
}
