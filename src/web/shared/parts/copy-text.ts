// Puts a text on the clipboard.
import type { Toast } from "./toast.tsx";

/** What is to be said of it. The browser may forbid it; what is shown can be selected by hand then. */
export async function copyText(text: string): Promise<Toast> {
  try {
    await navigator.clipboard.writeText(text);
    return { text: "Скопировано", look: "good" };
  } catch {
    return { text: "Браузер не дал скопировать. Выделите текст и скопируйте сами.", look: "bad" };
  }
}
