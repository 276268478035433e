// Attachments of a request as they are kept: files by token become files with an address.
import { z } from "zod";
import type { Media } from "../world/shapes.ts";
import type { LocalMax } from "../people/local-max.ts";
import type { UploadedFile } from "../world/uploads.ts";
import { type Accepted, type Refusal, badRequest, refuse } from "./reply.ts";

/** Where the address of a file begins, as the bot reaches the local MAX. */
export interface Sending {
  readonly max: LocalMax;
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

const FILES: ReadonlySet<string> = new Set(["image", "video", "audio", "file"]);
const NOT_READY = "Key: errors.process.attachment.file.not.processed";

export function keptMedia(sending: Sending, media: Media): Accepted<Media> | Refusal {
  if (!FILES.has(media.type)) return { kind: "accepted", value: media };
  const { type } = media;
  const { data: payload } = filePayload.safeParse(media["payload"]);
  const isByUrl = type === "image" && urlPayload.safeParse(media["payload"]).success;
  if (payload === undefined && isByUrl) return { kind: "accepted", value: media };
  const { uploads } = sending.max.world;
  const file = uploads.file(payload?.token ?? "");
  if (file?.type !== type) {
    return { kind: "refused", reply: badRequest(`attachments: no uploaded ${type} of this token`) };
  }
  if (sending.max.faults.slowUploads && uploads.postponeOnce(file.token)) {
    return { kind: "refused", reply: refuse(400, "attachment.not.ready", NOT_READY) };
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
