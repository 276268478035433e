// Files that the bot uploaded, kept in memory until they are too many.
import { randomBytes, randomInt } from "node:crypto";
import type { Clock } from "./clock.ts";

export type UploadType = "image" | "video" | "audio" | "file";

export interface Upload {
  /** The secret part of the address to upload to. */
  readonly key: string;
  readonly type: UploadType;
  /** What a message names the file by. */
  readonly token: string;
  readonly fileId: number;
}

export interface UploadedFile extends Upload {
  readonly name: string;
  readonly bytes: Buffer;
  /** Unix ms, of the last part. */
  readonly receivedAt: number;
}

/** The oldest files are forgotten beyond this much. */
const MAX_BYTES = 256 * 1024 * 1024;
const SECRET_BYTES = 24;
const MAX_FILE_ID = 2 ** 31;

export class Uploads {
  readonly #begun = new Map<string, Upload>();
  readonly #files = new Map<string, UploadedFile>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A place for one file. */
  begin(type: UploadType): Upload {
    const key = randomBytes(SECRET_BYTES).toString("base64url");
    const token = randomBytes(SECRET_BYTES).toString("base64url");
    const upload = { key, type, token, fileId: randomInt(1, MAX_FILE_ID) };
    this.#begun.set(key, upload);
    return upload;
  }

  find(key: string): Upload | undefined {
    return this.#begun.get(key);
  }

  /** Takes the bytes of an upload; those that `isNext` follow what came before. */
  receive(upload: Upload, name: string, bytes: Buffer, isNext: boolean): void {
    const before = isNext ? this.#files.get(upload.token)?.bytes : undefined;
    const whole = before === undefined ? bytes : Buffer.concat([before, bytes]);
    const receivedAt = this.#clock.now();
    this.#files.set(upload.token, { ...upload, name, bytes: whole, receivedAt });
    this.#forgetOldest();
  }

  file(token: string): UploadedFile | undefined {
    return this.#files.get(token);
  }

  ageMs({ receivedAt }: UploadedFile): number {
    return this.#clock.now() - receivedAt;
  }

  #forgetOldest(): void {
    let total = 0;
    for (const { bytes } of this.#files.values()) total += bytes.length;
    for (const { token, key, bytes } of this.#files.values()) {
      if (total <= MAX_BYTES) return;
      total -= bytes.length;
      this.#files.delete(token);
      this.#begun.delete(key);
    }
  }
}
