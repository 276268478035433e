// Sends a file: uploaded first, then a message with it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Api } from "@maxhub/max-bot-api";
import type { AttachmentRequest } from "@maxhub/max-bot-api/types";
import type { Place } from "../dialog/event.ts";
import type { OutMessage } from "../dialog/reply.ts";
import { OutsideError } from "../runtime/errors.ts";
import { encodeNew } from "./encode.ts";
import type { Request } from "./request.ts";
import { chatKeyOf } from "./update-key.ts";

export interface OutFile {
  readonly kind: "image" | "file";
  /** ASCII: the SDK writes it into a header as it is. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface SendFileOptions {
  readonly api: Api;
  readonly request: Request;
}

/** Rejects with MaxFailure, or OutsideError when the upload fails: the SDK uploads past our own fetch. */
export async function sendFile(
  place: Place,
  file: OutFile,
  message: OutMessage,
  { api, request }: SendFileOptions,
  signal?: AbortSignal,
): Promise<void> {
  const uploaded = await request(() => upload(file, api), { priority: "rest", signal });
  const { text, attachments = [], ...format } = encodeNew(message);
  const extra = { ...format, attachments: [uploaded, ...attachments] };
  const { chatId, userId } = place;
  const call = () =>
    chatId === undefined
      ? api.sendMessageToUser(userId, text, extra)
      : api.sendMessageToChat(chatId, text, extra);
  await request(call, { chat: chatKeyOf(place), priority: "question", signal });
}

/** From a file on disk, because only so the SDK passes on its name. */
async function upload({ kind, name, bytes }: OutFile, api: Api): Promise<AttachmentRequest> {
  const folder = await mkdtemp(join(tmpdir(), "max-upload-"));
  try {
    const source = join(folder, name);
    await writeFile(source, bytes);
    const uploaded =
      kind === "image" ? await api.uploadImage({ source }) : await api.uploadFile({ source });
    return uploaded.toJson();
  } catch (error) {
    throw new OutsideError(`Uploading "${name}" to MAX failed`, {
      isRetryable: true,
      cause: error,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
