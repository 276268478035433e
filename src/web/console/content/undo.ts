// Takes a saved change back, and says what came of it.
import type { SaveResult, Undo } from "../../../console/content/content-api.ts";
import { showToast } from "../../shared/parts/toast.tsx";
import { post } from "../shell/api-client.ts";
import { announce } from "../shell/live.ts";
import { lastSaved } from "./editor/opened.ts";
import { openPaste } from "./paste-dialog.tsx";

/** False where nobody answered, and it can be tried again. */
export async function undoEdit(editId: string): Promise<boolean> {
  const body: Undo = { editId };
  const answer = await post<SaveResult>("content/undo", body);
  if (answer.kind === "failed") {
    showToast({ text: answer.message, look: "bad" });
    return false;
  }
  const result = answer.value;
  if (result.kind === "read-only") openPaste(result);
  else showToast({ text: result.message, look: isGood(result) ? "good" : "bad" });
  if (result.kind !== "saved") return true;
  // The content may have the version again that what was saved was waiting to be shown on.
  lastSaved.value = undefined;
  announce("content");
  return true;
}

function isGood(result: SaveResult): boolean {
  return result.kind === "saved" && result.isLive;
}
