// Files of messages: uploaded first, then sent by what MAX names them with.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Api } from "@maxhub/max-bot-api";
import type { AttachmentRequest } from "@maxhub/max-bot-api/types";
import { OutsideError } from "../runtime/errors.ts";

export interface OutFile {
  readonly kind: "image" | "file";
  /** ASCII: the SDK writes it into a header as it is. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that MAX has: it can be sent any number of times. */
export type UploadedFile = AttachmentRequest;

/**
 * Rejects with OutsideError when the upload fails: the SDK uploads past our own fetch. From a file on disk, because only
 * so the SDK passes on its name.
 */
export async function upload({ kind, name, bytes }: OutFile, api: Api): Promise<UploadedFile> {
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
