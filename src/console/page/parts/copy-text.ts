// Puts a text on the clipboard and says so.
import { COPIED, COPY_FAILED } from "./paste-wording.ts";
import { showToast } from "./toast.tsx";

/** The browser may forbid it; what is shown can be selected by hand then. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: COPIED, look: "good" });
  } catch {
    showToast({ text: COPY_FAILED, look: "bad" });
  }
}
