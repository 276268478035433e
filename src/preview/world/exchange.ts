// Where the people of the local MAX and the bot meet: the world they share, and the ways out to the bot.
import { randomBytes } from "node:crypto";
import { canBotRead, isBotAdmin, type Group } from "./chats.ts";
import type { Clock } from "./clock.ts";
import { Faults } from "./faults.ts";
import type { Message } from "./message.ts";
import type { Update } from "./shapes.ts";
import { UpdateQueue } from "./update-queue.ts";
import { Webhooks } from "./webhooks.ts";
import { World } from "./world.ts";

export interface ExchangeOptions {
  readonly clock: Clock;
  readonly botName: string;
  readonly username: string;
  readonly log: (line: string) => void;
}

/** What the bot asked of the API, so that tests can count it. */
export interface Call {
  readonly method: string;
  /** Without the prefix and the query: `/messages`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Undefined while the answer is under way, and for calls that never got one. */
  readonly status: number | undefined;
}

/**
 * What the bot must be in the group to be told: a member, an administrator, or one with the right to read
 * all messages. Commands and mentions are messages like any other.
 */
export type Need = "member" | "admin" | "reader";

/** What an update tells besides its kind and its time. */
export type UpdateFields = Omit<Update, "update_type" | "timestamp">;

/** A preview runs for days; nobody looks further back than this. */
const MAX_CALLS = 2_000;
const CALLBACK_ID_BYTES = 24;

export class Exchange {
  readonly clock: Clock;
  readonly world: World;
  readonly faults = new Faults();
  readonly webhooks: Webhooks;
  readonly updates: UpdateQueue;
  readonly #calls: Call[] = [];
  readonly #taps = new Map<string, string>();

  constructor({ clock, botName, username, log }: ExchangeOptions) {
    this.clock = clock;
    this.world = new World(clock, { name: botName, username });
    this.webhooks = new Webhooks(clock, log);
    this.updates = new UpdateQueue(clock, this.faults, () => this.webhooks.isActive);
  }

  /** API calls of the bot, oldest first. */
  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** Notes a call; returns what notes its outcome. */
  noteCall(call: Omit<Call, "status">): (status: number) => void {
    const noted = { ...call, status: undefined as number | undefined };
    this.#calls.push(noted);
    if (this.#calls.length > MAX_CALLS) this.#calls.shift();
    return (status) => {
      noted.status = status;
    };
  }

  /** Hands an update to the bot: by webhook when one is subscribed, else by polling. */
  emit(updateType: string, fields: UpdateFields): void {
    const update = { update_type: updateType, timestamp: this.clock.now(), ...fields };
    if (!this.webhooks.isActive) {
      this.updates.push(update);
      return;
    }
    this.webhooks.deliver(update);
    if (this.faults.duplicateUpdates) this.webhooks.deliver(update);
  }

  /** Tells the bot of a group what MAX would tell it; the rest is kept from it. */
  tellOfGroup(chatId: number, need: Need, updateType: string, fields: UpdateFields): void {
    const group = this.world.group(chatId);
    if (group !== undefined && isMet(group, need)) this.emit(updateType, fields);
  }

  /** Remembers a tap under `message`; the bot answers it by the id returned. */
  openTap(message: Message): string {
    const callbackId = randomBytes(CALLBACK_ID_BYTES).toString("base64url");
    this.#taps.set(callbackId, message.mid);
    return callbackId;
  }

  /** The id of the message that was tapped. */
  tappedMessageId(callbackId: string): string | undefined {
    return this.#taps.get(callbackId);
  }

  /** Ends retries of deliveries. */
  close(): void {
    this.webhooks.close();
  }
}

function isMet(group: Group, need: Need): boolean {
  switch (need) {
    case "member":
      return group.bot !== undefined;
    case "admin":
      return isBotAdmin(group);
    case "reader":
      return canBotRead(group);
  }
}
