// Puts a text on the clipboard.
import type { Toast } from "./toast.tsx";

const COPIED = "Скопировано";
const COPY_FAILED = "Браузер не дал скопировать. Выделите текст и скопируйте сами.";

/** What is to be said of it. The browser may forbid it; what is shown can be selected by hand then. */
export async function copyText(text: string): Promise<Toast> {
  try {
    await navigator.clipboard.writeText(text);
    return { text: COPIED, look: "good" };
  } catch {
    return { text: COPY_FAILED, look: "bad" };
  }
}
