// The method that gives an address to upload a file to.
import type { LocalMax } from "../people/local-max.ts";
import type { UploadType } from "../world/uploads.ts";
import { type ApiReply, type ApiRequest, badRequest, ok } from "./reply.ts";
import type { Route } from "./router.ts";

const TYPES: readonly UploadType[] = ["image", "video", "audio", "file"];

export function uploadRoutes(max: LocalMax): readonly Route[] {
  return [{ method: "POST", path: "/uploads", handle: (request) => beginUpload(max, request) }];
}

/** Of video and audio the token is known at once; of pictures and files the upload itself answers it. */
function beginUpload(max: LocalMax, { query, origin }: ApiRequest): ApiReply {
  const type = TYPES.find((one) => one === query["type"]);
  if (type === undefined) return badRequest(`type: must be one of ${TYPES.join(", ")}`);
  const { key, token } = max.world.uploads.begin(type);
  const isTokenKnown = type === "video" || type === "audio";
  return ok({ url: `${origin}/upload/${key}`, ...(isTokenKnown ? { token } : {}) });
}
