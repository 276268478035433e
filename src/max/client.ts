// The calls the bot makes to MAX: the SDK with deadlines, limits, retries and failures that can be told apart.
import { z } from "zod";
import type { Log } from "../delivery/log.ts";
import { sleep as realSleep, type Sleep } from "../delivery/sleep.ts";
import type { Reply } from "../dialog/reply.ts";
import { MaxFailure } from "./failure.ts";
import { createRequest } from "./request.ts";
import { createApi, type SdkOptions } from "./sdk.ts";
import { sendReply } from "./send.ts";

export interface BotProfile {
  readonly userId: number;
  /** The nick in links and mentions, without "@". */
  readonly username: string | undefined;
}

export interface BotCommand {
  /** Without the slash. */
  readonly name: string;
  readonly description: string;
}

export interface UpdatesRequest {
  readonly marker: string | undefined;
  readonly timeoutSeconds: number;
  readonly limit: number;
  readonly signal: AbortSignal;
}

export interface UpdatesBatch {
  readonly updates: readonly unknown[];
  readonly marker: string | undefined;
}

/** All methods reject with MaxFailure. */
export interface MaxClient {
  me(): Promise<BotProfile>;
  /** Replaces the menu of commands. */
  setCommands(commands: readonly BotCommand[]): Promise<void>;
  /** One long poll, not repeated. An abort rejects with the reason of the signal. */
  updates(request: UpdatesRequest): Promise<UpdatesBatch>;
  /**
   * Rejects with UsageError where the token is refused: the reply is worth keeping until that is mended.
   * `signal` ends waiting and retries, but cuts no request that is on its way.
   */
  send(reply: Reply, signal?: AbortSignal): Promise<void>;
}

export interface MaxClientOptions extends SdkOptions {
  readonly log: Log;
  readonly sleep?: Sleep;
  readonly random?: () => number;
}

/** Throws UsageError for a token or an address that cannot be right. */
export function createMaxClient(options: MaxClientOptions): MaxClient {
  const { log, now = Date.now, sleep = realSleep, random = Math.random } = options;
  const api = createApi(options);
  const request = createRequest({ log, now, sleep, random });
  return {
    me: async () => profileOf(await request(() => api.getMyInfo(), { priority: "rest" })),
    setCommands: async (commands) => {
      await request(() => api.setMyCommands([...commands]), { priority: "rest" });
    },
    updates: async ({ marker, timeoutSeconds, limit, signal }) => {
      const query = { timeout: timeoutSeconds, limit, signal, ...queryOfMarker(marker) };
      return batchOf(await api.getUpdates([], query));
    },
    send: (reply, signal) => sendReply(reply, { api, request, log }, signal),
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
  const { data } = Batch.safeParse(answer);
  if (data === undefined) throw unexpected("GET /updates: the answer has no list of updates");
  return { updates: data.updates, marker: data.marker?.toString() };
}

const Profile = z.object({ user_id: z.int(), username: z.string().nullish() });

function profileOf(answer: unknown): BotProfile {
  const { data } = Profile.safeParse(answer);
  if (data === undefined) throw unexpected("GET /me: the answer does not say who the bot is");
  return { userId: data.user_id, username: data.username ?? undefined };
}

function unexpected(message: string): MaxFailure {
  return new MaxFailure(message, { reason: "unexpected-response", status: 200 });
}
