// @ts-check
// Puts text on the clipboard and says so.
import { toast } from "./toast.js";

/** @param {string} text */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Скопировано");
  } catch {
    toast("Браузер не дал скопировать.", "error");
  }
}
