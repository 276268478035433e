// The calls the bot makes to MAX: the SDK with deadlines, limits, retries and failures that can be told apart.
import { z } from "zod";
import type { Log } from "../runtime/log.ts";
import { sleep as realSleep, type Sleep } from "../runtime/sleep.ts";
import { steadyNow } from "../runtime/steady-clock.ts";
import type { SharedCalls } from "../store/postgres/shared-calls.ts";
import type { AnsweredType } from "./decode.ts";
import { MaxFailure } from "./failure.ts";
import type { Limiter } from "./limiter.ts";
import type { BotIdentity } from "./mention.ts";
import { createPollPace } from "./poll-pace.ts";
import { type CheckRight, createRequest } from "./request.ts";
import { createApi, type SdkOptions } from "./sdk.ts";
import { createSending, type Sending } from "./send.ts";
import { type OutFile, upload, type UploadedFile } from "./upload.ts";

export interface BotCommand {
  /** Without the slash. */
  readonly name: string;
  readonly description: string;
}

export interface Membership {
  readonly isAdmin: boolean;
  /** Whether MAX passes the messages of the group on to the bot. */
  readonly canRead: boolean;
}

export interface UpdatesRequest {
  readonly marker: string | undefined;
  readonly timeoutSeconds: number;
  readonly limit: number;
  readonly signal: AbortSignal;
  /** Begins at once, though MAX may have been polled twice in this second. */
  readonly isUrgent?: boolean;
}

export interface UpdatesBatch {
  readonly updates: readonly unknown[];
  readonly marker: string | undefined;
}

/** Where MAX delivers updates to. */
export interface Subscription {
  readonly url: string;
  /** Undefined where MAX does not say. */
  readonly updateTypes: readonly string[] | undefined;
}

export interface SubscriptionRequest {
  readonly url: string;
  readonly secret: string;
  readonly updateTypes: readonly AnsweredType[];
}

/** All methods reject with MaxFailure. */
export interface MaxClient extends Sending {
  me(signal?: AbortSignal): Promise<BotIdentity>;
  /** Replaces the menu of commands. */
  setCommands(commands: readonly BotCommand[], signal?: AbortSignal): Promise<void>;
  /** What the bot may do in a group. */
  membership(chatId: number): Promise<Membership>;
  /** Whether a person administers a group; the bot has to be an administrator itself to be told. */
  isAdmin(chatId: number, userId: number): Promise<boolean>;
  /** One long poll in its turn, not repeated. An abort rejects with the reason of the signal. */
  updates(request: UpdatesRequest): Promise<UpdatesBatch>;
  subscriptions(signal?: AbortSignal): Promise<readonly Subscription[]>;
  subscribe(request: SubscriptionRequest, signal?: AbortSignal): Promise<void>;
  unsubscribe(url: string, signal?: AbortSignal): Promise<void>;
  /** Several calls. Rejects with OutsideError when the upload itself fails. */
  upload(file: OutFile, signal?: AbortSignal): Promise<UploadedFile>;
}

export interface MaxClientOptions extends SdkOptions {
  readonly log: Log;
  readonly sleep?: Sleep;
  readonly random?: () => number;
  /** Where other processes call MAX for the same bot. */
  readonly shared?: SharedCalls | undefined;
  /** Instead of the one that keeps the limits of MAX. */
  readonly limiter?: Limiter | undefined;
  readonly checkRight?: CheckRight | undefined;
}

/** Throws UsageError for a token or an address that cannot be right. */
export function createMaxClient(options: MaxClientOptions): MaxClient {
  const { log, now = steadyNow, sleep = realSleep, random = Math.random } = options;
  const api = createApi(options);
  const { shared, limiter, checkRight } = options;
  const beginPoll = createPollPace({ now, sleep });
  const request = createRequest({ log, now, sleep, random, shared, limiter, checkRight });
  const patiently = <T>(call: () => Promise<T>, signal?: AbortSignal) => request(call, { priority: "rest", signal });
  const atOnce = <T>(call: () => Promise<T>) => request(call, { priority: "question" });
  return {
    ...createSending({ api, request, log, sleep }),
    me: async (signal) => profileOf(await patiently(() => api.getMyInfo(), signal)),
    setCommands: async (commands, signal) => {
      await patiently(() => api.setMyCommands([...commands]), signal);
    },
    membership: async (chatId) => membershipOf(await atOnce(() => api.getChatMembership(chatId))),
    isAdmin: async (chatId, userId) => adminIdsOf(await atOnce(() => api.getChatAdmins(chatId))).includes(userId),
    updates: async ({ marker, timeoutSeconds, limit, signal, isUrgent = false }) => {
      const query = { timeout: timeoutSeconds, limit, signal, ...queryOfMarker(marker) };
      const end = await beginPoll(signal, !isUrgent);
      return batchOf(await api.getUpdates([], query).finally(end));
    },
    subscriptions: async (signal) => subscriptionsOf(await patiently(() => api.getSubscriptions(), signal)),
    subscribe: async ({ url, secret, updateTypes }, signal) => {
      await patiently(() => api.subscribe(url, secret, [...updateTypes]), signal);
    },
    unsubscribe: async (url, signal) => {
      await patiently(() => api.unsubscribe(url), signal);
    },
    upload: (file, signal) => patiently(() => upload(file, api), signal),
  };
}

// The SDK drops a marker of 0, and a number cannot hold all 64 bits; it passes a string on as it is.
function queryOfMarker(marker: string | undefined): { marker?: number } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type of the SDK is too narrow
  return marker === undefined ? {} : { marker: marker as unknown as number };
}

const Batch = z.object({
  updates: z.array(z.unknown()),
  marker: z
    .union([z.int(), z.string().regex(/^-?\d+$/u)])
    .nullish()
    .catch(undefined),
});

function batchOf(answer: unknown): UpdatesBatch {
  const { updates, marker } = read(Batch, answer, "GET /updates: the answer has no list of updates");
  return { updates, marker: marker?.toString() };
}

const Subscriptions = z.array(z.object({ url: z.string(), updateTypes: z.array(z.string()).nullish() }));

function subscriptionsOf(answer: unknown): readonly Subscription[] {
  const found = read(Subscriptions, answer, "GET /subscriptions: the answer has no list");
  return found.map(({ url, updateTypes }) => ({ url, updateTypes: updateTypes ?? undefined }));
}

const Profile = z.object({ user_id: z.int(), username: z.string().nullish() });

function profileOf(answer: unknown): BotIdentity {
  const profile = read(Profile, answer, "GET /me: the answer does not say who the bot is");
  return { userId: profile.user_id, username: profile.username ?? undefined };
}

const Member = z.object({
  is_admin: z.boolean().nullish(),
  is_owner: z.boolean().nullish(),
  permissions: z.array(z.string()).nullish(),
});

function membershipOf(answer: unknown): Membership {
  const member = read(Member, answer, "GET /chats/…/members/me: the answer is no member");
  const isAdmin = member.is_admin === true || member.is_owner === true;
  return { isAdmin, canRead: isAdmin && (member.permissions ?? []).includes("read_all_messages") };
}

const Admins = z.object({ members: z.array(z.object({ user_id: z.int() })) });

function adminIdsOf(answer: unknown): readonly number[] {
  const story = "GET /chats/…/members/admins: the answer has no members";
  return read(Admins, answer, story).members.map(({ user_id: userId }) => userId);
}

/** Throws a MaxFailure with the story for an answer of another kind. */
function read<T>(schema: z.ZodType<T>, answer: unknown, story: string): T {
  const { data } = schema.safeParse(answer);
  if (data !== undefined) return data;
  throw new MaxFailure(story, { reason: "unexpected-response", status: 200 });
}
