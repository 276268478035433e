// The line to the local MAX: one person, what they do, and what they see as it happens.
import type { z } from "zod";
import type { ChatMessage } from "../../preview/people/chat-message.ts";
import type { groupAction, privateAction } from "../../preview/visitor/actions.ts";
import type { GroupView, Snapshot } from "../../preview/visitor/event-stream.ts";
import type { Explanation } from "../../search/explain.ts";

export type Action = z.infer<typeof privateAction> | z.infer<typeof groupAction>;

/** What the page is told, by the names of the events; of the line itself whether it holds. */
export interface Told {
  readonly online: boolean;
  readonly snapshot: Snapshot;
  readonly message: { readonly chatId: number; readonly message: ChatMessage };
  readonly removed: { readonly chatId: number; readonly mid: string };
  readonly typing: { readonly chatId: number };
  readonly opened: { readonly isOpen: boolean };
  readonly group: GroupView;
  readonly answered: { readonly notification?: string };
  readonly commands: Snapshot["commands"];
}

export type Listeners = {
  readonly [Name in keyof Told]: (told: Told[Name]) => void;
};

const EVENTS = [
  "snapshot",
  "message",
  "removed",
  "typing",
  "opened",
  "group",
  "answered",
  "commands",
] as const satisfies readonly (keyof Told)[];

const STORAGE_KEY = "local-max-person";
const RETRY_MS = 1_500;

/** The request was understood and refused; the message is for people. */
export class Refused extends Error {}

/** The key by which the program knows them. */
let person = localStorage.getItem(STORAGE_KEY) ?? "";
let listeners: Listeners | undefined;
let source: EventSource | undefined;

/** Stays connected until the page is closed, as the person of the last visit while the program knows them. */
export function listen(all: Listeners): void {
  listeners = all;
  if (person === "") renew().then(open, onError);
  else open();
}

function open(): void {
  source?.close();
  const opened = new EventSource(`preview/events?person=${person}`);
  source = opened;
  opened.addEventListener("open", () => tell("online", true));
  opened.addEventListener("error", onError);
  for (const name of EVENTS)
    opened.addEventListener(name, ({ data }: MessageEvent<string>) => tell(name, JSON.parse(data)));
}

function tell<Name extends keyof Told>(name: Name, told: Told[Name]): void {
  listeners?.[name](told);
}

/** The browser retries by itself unless the answer was a refusal: the program was restarted. */
function onError(): void {
  if (source?.readyState !== EventSource.CLOSED) {
    tell("online", false);
    return;
  }
  renew().then(open, () => {
    tell("online", false);
    setTimeout(open, RETRY_MS);
  });
}

async function renew(): Promise<void> {
  const begun: { readonly person: string } = await post("preview/people", {});
  person = begun.person;
  localStorage.setItem(STORAGE_KEY, person);
}

/** Becomes a new person with empty chats. */
export async function beginAnew(): Promise<void> {
  await renew();
  open();
}

export interface Where {
  readonly chatId: number;
  /** In a group, in whose name. */
  readonly as: number | undefined;
}

/** Throws `Refused` where it cannot be done. */
export async function send(where: Where, action: Action): Promise<void> {
  await post("preview/actions", { person, ...where, action });
}

/** Why the bot answers this text as it does. */
export async function explain(text: string): Promise<Explanation> {
  return answerOf(await fetch(`preview/explain?text=${encodeURIComponent(text)}`));
}

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const init = { method: "POST", headers: { "content-type": "application/json" } };
  return answerOf(await fetch(path, { ...init, body: JSON.stringify(body) }));
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.message);
  return answer;
}
