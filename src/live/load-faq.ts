// faq.yaml from the disk, and questions.yaml, which stands beside it or nowhere.
import { readFile, stat } from "node:fs/promises";
import { OutsideError, UsageError } from "../runtime/errors.ts";
import { decodeUtf8, MAX_FILE_BYTES } from "../faq/decode-utf8.ts";
import type { Faq } from "../faq/faq.ts";
import { parseFaq } from "../faq/parse.ts";
import { problem, type Problem } from "../faq/problems/problem.ts";
import { dirname, join } from "node:path";

export type LoadedFaq =
  | {
      readonly kind: "ok";
      readonly faq: Faq;
      readonly text: string;
      readonly warnings: readonly Problem[];
    }
  | { readonly kind: "problems"; readonly problems: readonly Problem[]; readonly text: string };

export type FaqText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

/**
 * Reads and checks the file. The text comes along for whoever prints the problems; it is empty when the bytes
 * could not be read as text. Throws UsageError when there is no such file or no right to read it, OutsideError
 * when the disk fails.
 */
export async function loadFaq(file: string): Promise<LoadedFaq> {
  const read = await readFaqText(file);
  if (read.kind === "problems") return { ...read, text: "" };
  return { ...parseFaq(read.text), text: read.text };
}

/** The text of the file, unchecked, or why its bytes are no text; throws like `loadFaq`. */
export async function readFaqText(file: string): Promise<FaqText> {
  const bytes = await readFaqBytes(file);
  if (bytes === "too-large") {
    const found = problem("file-too-large", undefined, { maxBytes: MAX_FILE_BYTES });
    return { kind: "problems", problems: [found] };
  }
  const decoded = decodeUtf8(bytes);
  return decoded.kind === "ok" ? { kind: "text", text: decoded.text } : decoded;
}

/** The bytes of the file; throws like `loadFaq`. */
export async function readFaqBytes(file: string): Promise<Uint8Array | "too-large"> {
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) throw directoryError(file);
    // Opening a pipe may wait for ever, and a device may never end.
    if (!stats.isFile())
      throw new UsageError(`Не удалось прочитать "${file}": это не обычный файл`, "Укажите файл на диске");
    return stats.size > MAX_FILE_BYTES ? "too-large" : await readFile(file);
  } catch (error) {
    throw errorOfReading(file, error);
  }
}

function directoryError(file: string): UsageError {
  return new UsageError(
    `Не удалось прочитать "${file}": это папка, а нужен файл`,
    "Укажите файл внутри неё, обычно faq.yaml",
  );
}

function errorOfReading(file: string, error: unknown): Error {
  if (error instanceof UsageError) return error;
  const what = `Не удалось прочитать "${file}"`;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
    case "ERR_INVALID_ARG_VALUE":
      return new UsageError(`${what}: такого файла нет`, "Проверьте имя и папку; файл можно указать в FAQ_FILE");
    case "EACCES":
    case "EPERM":
      return new UsageError(
        `${what}: нет права на чтение`,
        "Дайте пользователю, от имени которого работает бот, право читать этот файл",
      );
    case "ELOOP":
      return new UsageError(`${what}: ссылка ведёт сама на себя`, "Укажите сам файл");
  }
  return new OutsideError(what, { isRetryable: true, cause: error });
}

/** Where the regression cases of this FAQ are, if it has any. */
export function questionsFileBeside(faqFile: string): string {
  return join(dirname(faqFile), "questions.yaml");
}

/** The text, or why the bytes are none; undefined when there is no such file. Throws like `loadFaq` otherwise. */
export async function readQuestionsText(file: string): Promise<FaqText | undefined> {
  return (await isThere(file)) ? readFaqText(file) : undefined;
}

async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    // Anything but "no such file" is for the reading to explain.
    return !(error instanceof Error && "code" in error && error.code === "ENOENT");
  }
}
