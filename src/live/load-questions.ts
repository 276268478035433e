// questions.yaml from the disk: it stands beside the FAQ, or nowhere.
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readFaqText, type FaqText } from "./load-faq.ts";

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
