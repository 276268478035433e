// Files of messages: the method that begins an upload, and attachments, where a token becomes a file with an address.
import { z } from "zod";
import type { Exchange } from "../world/exchange.ts";
import type { Media } from "../world/shapes.ts";
import type { UploadType, UploadedFile } from "../world/uploads.ts";
import { type ApiReply, type ApiRequest, badRequest, ok, type Route, type Accepted, type Refusal } from "./route.ts";

/** Where the address of a file begins, as the bot reaches the local MAX. */
export interface Sending {
  readonly max: Exchange;
  readonly origin: string;
}

const byToken = z.object({ token: z.string() });
const filePayload = z.union([
  byToken,
  // The answer to the upload of a picture, handed on as it came.
  z
    .object({ photos: z.record(z.string(), byToken) })
    .transform(({ photos }) => ({ token: Object.values(photos)[0]?.token ?? "" })),
]);
const urlPayload = z.object({ url: z.url() });

const TYPES: readonly UploadType[] = ["image", "video", "audio", "file"];
const NOT_READY = {
  code: "attachment.not.ready",
  message: "Key: errors.process.attachment.file.not.processed",
};

export function uploadRoutes(max: Exchange): readonly Route[] {
  return [{ method: "POST", path: "/uploads", handle: (request) => beginUpload(max, request) }];
}

/** Of video and audio the token is known at once; of pictures and files the upload itself answers it. */
function beginUpload(max: Exchange, { query, origin }: ApiRequest): ApiReply {
  const type = TYPES.find((one) => one === query["type"]);
  if (type === undefined) return badRequest(`type: must be one of ${TYPES.join(", ")}`);
  const { key, token } = max.world.uploads.begin(type);
  const isTokenKnown = type === "video" || type === "audio";
  return ok({ url: `${origin}/upload/${key}`, ...(isTokenKnown ? { token } : {}) });
}

export function keptMedia(sending: Sending, media: Media): Accepted<Media> | Refusal {
  const type = TYPES.find((one) => one === media.type);
  if (type === undefined) return { kind: "accepted", value: media };
  const { data: payload } = filePayload.safeParse(media["payload"]);
  const isByUrl = type === "image" && urlPayload.safeParse(media["payload"]).success;
  if (payload === undefined && isByUrl) return { kind: "accepted", value: media };
  const { uploads } = sending.max.world;
  const file = uploads.file(payload?.token ?? "");
  if (file?.type !== type) {
    return { kind: "refused", reply: badRequest(`attachments: no uploaded ${type} of this token`) };
  }
  const { slowUploads, notReady } = sending.max.faults;
  if (uploads.ageMs(file) < (slowUploads[type] ?? 0)) {
    return {
      kind: "refused",
      reply: notReady === false ? ok({ success: false, ...NOT_READY }) : { status: notReady, body: NOT_READY },
    };
  }
  return { kind: "accepted", value: fileMedia(file, sending.origin) };
}

function fileMedia({ type, token, fileId, name, bytes }: UploadedFile, origin: string): Media {
  const payload = { url: `${origin}/files/${token}`, token };
  switch (type) {
    case "image":
      return { type, payload: { ...payload, photo_id: fileId } };
    case "file":
      return { type, payload: { ...payload, fileId }, filename: name, size: bytes.length };
    case "video":
    case "audio":
      return { type, payload };
  }
}
