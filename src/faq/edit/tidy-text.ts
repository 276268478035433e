// Texts from a chat made fit for a file: no control characters, no halves of characters, tidy line breaks.

const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu;

/** One line, words parted by single spaces. */
export function tidyLine(text: string): string {
  return text.replace(UNPRINTABLE, " ").replace(/\s+/gu, " ").trim();
}

/** Lines as they are, without spaces at their ends and empty lines around them. */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replace(UNPRINTABLE, " ").trimEnd())
    .join("\n")
    .trim();
}
