// Files of messages: uploaded first, then sent by what MAX names them with.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Api } from "@maxhub/max-bot-api";
import { z } from "zod";
import { OutsideError } from "../runtime/errors.ts";
import type { Sleep } from "../runtime/sleep.ts";
import { MaxFailure } from "./failure.ts";

export interface OutFile {
  readonly kind: "image" | "file";
  /** ASCII: the SDK writes it into a header as it is. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that MAX has: it can be sent any number of times, and kept in between. */
export const UploadedFile = z.object({
  type: z.enum(["image", "file"]),
  payload: z.record(z.string(), z.unknown()),
});
export type UploadedFile = z.output<typeof UploadedFile>;

/** It is reported to take MAX between 0.3 and 4 s. The SDK would wait as long, but sees no failure of ours as its own. */
const PROCESSING_WAITS_MS = [1_000, 2_000, 4_000];

/**
 * Rejects with OutsideError when the upload fails: the SDK uploads past our own fetch. From a file on disk, because only
 * so the SDK passes on its name.
 */
export async function upload({ kind, name, bytes }: OutFile, api: Api): Promise<UploadedFile> {
  const folder = await mkdtemp(join(tmpdir(), "max-upload-"));
  try {
    const source = join(folder, name);
    await writeFile(source, bytes);
    const uploaded = kind === "image" ? await api.uploadImage({ source }) : await api.uploadFile({ source });
    return UploadedFile.parse(uploaded.toJson());
  } catch (error) {
    throw new OutsideError(`Uploading "${name}" to MAX failed`, {
      isRetryable: true,
      cause: error,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Sends what names a file, again while MAX still processes that: at once or with a new upload it would be refused for
 * ever. Rejects as `send` does, and with the reason of `signal` when that comes during a wait.
 */
export async function sendWhenReady<T>(send: () => Promise<T>, sleep: Sleep, signal?: AbortSignal): Promise<T> {
  for (const waitMs of PROCESSING_WAITS_MS) {
    try {
      return await send();
    } catch (error) {
      if (!isNotReady(error)) throw error;
      await sleep(waitMs, signal);
      signal?.throwIfAborted();
    }
  }
  return send();
}

/** The file can be sent as it is, later. A `success: false` of MAX need not have a code; its text names the same. */
export function isNotReady(error: unknown): boolean {
  return (
    error instanceof MaxFailure &&
    error.reason === "rejected" &&
    /attachment\.not\.ready|attachment\.file\.not\.processed/u.test(error.message)
  );
}
