// The local MAX itself: the state, the ways out to the bot, and the people who talk to it.
import { randomBytes } from "node:crypto";
import type { CallLog } from "../world/call-log.ts";
import type { Clock } from "../world/clock.ts";
import { Faults } from "../world/faults.ts";
import { LocalGroup, type GroupPlan } from "./local-group.ts";
import { LocalUser } from "./local-user.ts";
import type { Update } from "../world/shapes.ts";
import { UpdateQueue } from "../world/update-queue.ts";
import { Webhooks } from "../world/webhooks.ts";
import type { Message } from "../world/message.ts";
import { World } from "../world/world.ts";

export interface LocalMaxOptions {
  readonly clock: Clock;
  readonly botName: string;
  readonly username: string;
  readonly log: (line: string) => void;
}

const CALLBACK_ID_BYTES = 24;

export class LocalMax {
  readonly clock: Clock;
  readonly world: World;
  readonly faults = new Faults();
  readonly webhooks: Webhooks;
  readonly updates: UpdateQueue;
  /** API calls of the bot, oldest first. */
  readonly calls: CallLog["calls"];
  readonly #people = new Map<number, LocalUser>();
  readonly #groups: LocalGroup[] = [];
  readonly #taps = new Map<string, string>();

  constructor(options: LocalMaxOptions, callLog: CallLog) {
    this.clock = options.clock;
    this.calls = callLog.calls;
    this.world = new World(options.clock, { name: options.botName, username: options.username });
    this.webhooks = new Webhooks(options.clock, options.log);
    this.updates = new UpdateQueue(options.clock, this.faults, () => this.webhooks.isActive);
  }

  /** A new person who has not opened the bot yet. */
  user(names: { readonly firstName?: string; readonly lastName?: string } = {}): LocalUser {
    const { firstName = "Гость", lastName = "" } = names;
    const { user, chat } = this.world.addUser({ firstName, lastName });
    const person = new LocalUser(this, user, chat);
    this.#people.set(user.userId, person);
    return person;
  }

  /** All groups, oldest first: those of the page among them. */
  get groups(): readonly LocalGroup[] {
    return this.#groups;
  }

  /** A new group of new people, without the bot. */
  group(plan: GroupPlan): LocalGroup {
    const group = new LocalGroup(this, plan);
    this.#groups.push(group);
    return group;
  }

  person(userId: number): LocalUser | undefined {
    return this.#people.get(userId);
  }

  /** Hands an update to the bot: by webhook when one is subscribed, else to whoever polls. */
  emit(update: Update): void {
    if (!this.webhooks.isActive) {
      this.updates.push(update);
      return;
    }
    this.webhooks.deliver(update);
    if (this.faults.duplicateUpdates) this.webhooks.deliver(update);
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
