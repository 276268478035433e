// /poster is two messages: what has arrived of it is noted, so that handling it again sends the rest only.
import { z } from "zod";
import type { OutMessage, PosterReply } from "../dialog/reply.ts";
import { POSTER_LATE, POSTER_PICTURE } from "../dialog/wording.ts";
import { menuRow } from "../dialog/parent/menu.ts";
import { plain } from "../markup/rich-text.ts";
import type { MaxClient } from "../max/client.ts";
import { isNotReady, type OutFile, UploadedFile } from "../max/upload.ts";
import type { DrawPoster } from "../poster/draw-poster.ts";
import type { Poster } from "../poster/poster.ts";
import type { Log } from "../runtime/log.ts";
import type { Inbox } from "../store/inbox/inbox.ts";

export interface PosterParts {
  readonly client: Pick<MaxClient, "send" | "upload" | "sendFile">;
  readonly drawPoster: DrawPoster;
  readonly inbox: Pick<Inbox, "progress" | "keepProgress">;
  readonly log: Log;
}

const PDF = "poster.pdf";
const PNG = "poster.png";
const NAMES = [PDF, PNG];

interface File {
  readonly file: OutFile;
  readonly message: OutMessage;
}

/** Of each file by its name: that it arrived, or what MAX was still processing. */
const Progress = z.record(z.string(), z.union([z.literal("sent"), UploadedFile]).optional());
type Progress = z.output<typeof Progress>;

/** Sends what did not arrive yet for the update of this key. Rejects as the client does, and where the inbox cannot be read. */
export async function sendPoster(
  reply: PosterReply,
  updateKey: string,
  parts: PosterParts,
  signal: AbortSignal,
): Promise<void> {
  const { client, inbox } = parts;
  let progress = progressOf(await inbox.progress(updateKey));
  if (NAMES.every((name) => progress[name] === "sent")) return;
  const keep = (name: string, now: Progress[string]) => {
    progress = { ...progress, [name]: now };
    return keepProgress(updateKey, progress, parts);
  };
  const drawn = await parts.drawPoster(reply.poster);
  if (drawn === undefined) return sayLate(reply, parts, signal);
  for (const { file, message } of filesOf(drawn, reply)) {
    const before = progress[file.name];
    if (before === "sent") continue;
    const uploaded = before ?? (await client.upload(file, signal));
    try {
      await client.sendFile(reply.place, uploaded, message, signal);
    } catch (error) {
      // Whatever else is wrong with it, the next attempt begins with a new upload.
      await keep(file.name, isNotReady(error) ? uploaded : undefined);
      throw error;
    }
    await keep(file.name, "sent");
  }
}

async function sayLate({ place }: PosterReply, { client }: PosterParts, signal: AbortSignal): Promise<void> {
  const message = { text: plain(POSTER_LATE), keyboard: [menuRow()] };
  await client.send({ kind: "send", place, message }, signal);
}

function filesOf({ pdf, png }: Poster, { message }: PosterReply): readonly File[] {
  const caption = { text: plain(POSTER_PICTURE), keyboard: [] };
  return [
    { file: { kind: "file", name: PDF, bytes: pdf }, message },
    { file: { kind: "image", name: PNG, bytes: png }, message: caption },
  ];
}

function progressOf(json: string | undefined): Progress {
  return json === undefined ? {} : (Progress.safeParse(JSON.parse(json)).data ?? {});
}

/** Never rejects: on a full disk the rest is sent all the same, and the worker insists on its own note. */
async function keepProgress(updateKey: string, progress: Progress, { inbox, log }: PosterParts): Promise<void> {
  try {
    await inbox.keepProgress(updateKey, JSON.stringify(progress));
  } catch (error) {
    log.warn({ err: error }, "How far a poster has come cannot be noted");
  }
}
