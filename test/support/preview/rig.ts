// A local MAX on a free port with the real SDK connected to it, for tests.
import { type Api, Bot } from "@maxhub/max-bot-api";
import { type Preview, type PreviewOptions, startPreview } from "../../../src/preview/preview.ts";

export const TOKEN = "test-token";

export interface Rig {
  readonly preview: Preview;
  readonly api: Api;
  /** A raw call, for what the SDK would not send. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
}

export async function startRig(options: Partial<PreviewOptions> = {}): Promise<Rig> {
  const preview = await startPreview({
    host: "127.0.0.1",
    port: 0,
    token: TOKEN,
    botName: "Переход в MAX",
    username: "id7700000000_bot",
    ...options,
  });
  const { api } = new Bot(TOKEN, { clientOptions: { baseUrl: preview.apiUrl } });
  const call: Rig["call"] = async (method, path, body, headers = { authorization: TOKEN }) => {
    const response = await fetch(new URL(path, preview.apiUrl), {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  return { preview, api, call };
}
