// Takes the files that the bot uploads and gives them to the chat page.
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Upload, Uploads } from "../world/uploads.ts";

/** As MAX limits pictures; larger videos are nothing to keep in memory. */
const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** A file is what its first bytes say; its name may say anything. */
const SIGNATURES: readonly (readonly [type: string, hex: string, offset: number])[] = [
  ["image/png", "89504e470d0a1a0a", 0],
  ["image/jpeg", "ffd8ff", 0],
  ["image/gif", "47494638", 0],
  ["image/webp", "57454250", 8],
  ["application/pdf", "255044462d", 0],
];

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  /** Whether it follows the part before: the SDK sends videos piece by piece. */
  readonly isNext: boolean;
}

export function serveFiles(app: FastifyInstance, uploads: Uploads): void {
  void app.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));
    const options = { bodyLimit: MAX_FILE_BYTES };
    files.post<{ Params: { key: string } }>("/upload/:key", options, async (request, reply) => {
      const upload = uploads.find(request.params.key);
      const part = await partOf(request);
      // The upload host of MAX reports what went wrong in the body, with status 200.
      if (upload === undefined) return uploadError("upload.not.found", "Unknown upload");
      if (part === undefined) return uploadError("upload.empty", "No file in the request");
      if (upload.type === "image" && !isPicture(part.bytes)) {
        return uploadError("upload.not.image", "The file is not a picture");
      }
      uploads.receive(upload, part.name, part.bytes, part.isNext);
      return reply.type("application/json").send(receipt(upload));
    });
  });

  app.get<{ Params: { token: string } }>("/files/:token", async (request, reply) => {
    const file = uploads.file(request.params.token);
    if (file === undefined) return reply.code(404).send({ message: "Такого файла нет." });
    const isShown = isPicture(file.bytes);
    const name = encodeURIComponent(file.name).replaceAll("'", "%27");
    return reply
      .headers({
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        "content-disposition": `${isShown ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      })
      .type(contentTypeOf(file.bytes))
      .send(file.bytes);
  });
}

function uploadError(code: string, message: string): object {
  return { error_code: code, error_msg: message };
}

function receipt({ type, token, fileId }: Upload): object | string {
  switch (type) {
    case "image":
      return { photos: { [String(fileId)]: { token } } };
    case "file":
      return { fileId, token };
    case "video":
    case "audio":
      return "<retval>1</retval>";
  }
}

/** The file of a multipart form, or the whole body. */
async function partOf(request: FastifyRequest): Promise<Part | undefined> {
  const { body, headers } = request;
  if (!Buffer.isBuffer(body) || body.length === 0) return undefined;
  const type = headers["content-type"] ?? "";
  if (type.startsWith("multipart/")) return formPart(body, type);
  const name = headers["x-file-name"];
  const isNext = /^bytes [1-9]/u.test(headers["content-range"] ?? "");
  return { name: typeof name === "string" ? name : "file", bytes: body, isNext };
}

async function formPart(body: Buffer, type: string): Promise<Part | undefined> {
  try {
    const form = await new Response(body, { headers: { "content-type": type } }).formData();
    const file = [...form.values()].find((value) => typeof value !== "string");
    if (file === undefined || file.size === 0) return undefined;
    return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()), isNext: false };
  } catch {
    return undefined;
  }
}

function contentTypeOf(bytes: Buffer): string {
  const hit = SIGNATURES.find(([, hex, offset]) => {
    const signature = Buffer.from(hex, "hex");
    return bytes.subarray(offset, offset + signature.length).equals(signature);
  });
  return hit?.[0] ?? "application/octet-stream";
}

/** Whether a browser shows it as a picture, and runs nothing of it. */
function isPicture(bytes: Buffer): boolean {
  return contentTypeOf(bytes).startsWith("image/");
}
