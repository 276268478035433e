// Which MAX the bot talks to, the real one or the local one of the preview, and which database goes with it.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../config/config.ts";
import type { Transport } from "../config/transport.ts";
import { type AddConsole, LINKS } from "../console/console.ts";
import type { ContentHolder } from "../live/content-holder.ts";
import type { Preview } from "../preview/preview.ts";
import type { Disposables } from "../runtime/disposables.ts";

interface Connection {
  readonly connection: { readonly token: string; readonly apiUrl: string | undefined };
  readonly preview: Preview | undefined;
  readonly transport: Transport;
}

export async function connect(
  config: Config,
  content: ContentHolder,
  addConsole: AddConsole,
  rest: Disposables,
): Promise<Connection> {
  const { target, transport } = config;
  if (target.kind === "max") return { connection: target, preview: undefined, transport };
  const token = randomBytes(24).toString("base64url");
  const preview = await openPreview(config, token, content, addConsole);
  rest.add(() => preview.close());
  return {
    connection: { token, apiUrl: preview.apiUrl },
    preview,
    // To a webhook the local MAX would deliver what must not leave this computer.
    transport: { kind: "polling", former: undefined },
  };
}

async function openPreview(
  { host, port }: Config,
  token: string,
  content: ContentHolder,
  addConsole: AddConsole,
): Promise<Preview> {
  // A bot on the real MAX has no use for it.
  const { startPreview } = await import("../preview/preview.ts");
  return startPreview({
    host,
    port,
    token,
    botName: "Школьный помощник",
    username: "school_faq_bot",
    explain: (text) => content.current().talk.explain(text),
    extend: addConsole && { add: addConsole, links: LINKS },
  });
}

/** The local MAX forgets everything when it stops, so what the bot knows of it must not outlive it either. */
export async function databaseOf({ target, databaseUrl }: Config, rest: Disposables): Promise<string> {
  if (target.kind === "max") return databaseUrl;
  const folder = await mkdtemp(join(tmpdir(), "max-faq-bot-"));
  rest.add(() => rm(folder, { recursive: true, force: true }));
  return `file:${join(folder, "bot.db")}`;
}
