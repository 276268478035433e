// A content file as it stands on the disk, bytes to put in its place, and what the disk says when it cannot be done.
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { UsageError } from "../runtime/errors.ts";
import { decodeUtf8 } from "../faq/decode-utf8.ts";
import { refused, type Refused } from "../faq/edit/edit.ts";
import { readFaqBytes } from "../live/load-faq.ts";

export interface FileState {
  readonly kind: "state";
  /** Behind all links. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Without a byte order mark. */
  readonly text: string;
}

/** Throws OutsideError when the disk fails. */
export async function readState(file: string): Promise<FileState | Refused> {
  try {
    const bytes = await readFaqBytes(file);
    const decoded = bytes === "too-large" ? undefined : decodeUtf8(bytes);
    if (bytes === "too-large" || decoded?.kind !== "ok") return refused({ kind: "broken-file" });
    return { kind: "state", path: await realpath(file), bytes, text: decoded.text };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return refused({ kind: "unreadable-file", message: error.message });
  }
}

const BYTE_ORDER_MARK = "\ufeff";

/** The text as bytes, with a byte order mark when the file has one. */
export function bytesFor({ bytes }: FileState, text: string): Uint8Array {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return Buffer.from(hasMark ? BYTE_ORDER_MARK + text : text);
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The code of a file operation that failed. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** No right to write, or a file system that nobody may write: Kubernetes ConfigMaps, mounts with `:ro`. */
export function isReadOnly(error: unknown): boolean {
  return ["EACCES", "EPERM", "EROFS"].includes(codeOf(error) ?? "");
}
