// Puts a text on the clipboard.
import { COPIED, COPY_FAILED } from "./paste-wording.ts";
import type { Toast } from "./toast.tsx";

/** What is to be said of it. The browser may forbid it; what is shown can be selected by hand then. */
export async function copyText(text: string): Promise<Toast> {
  try {
    await navigator.clipboard.writeText(text);
    return { text: COPIED, look: "good" };
  } catch {
    return { text: COPY_FAILED, look: "bad" };
  }
}
