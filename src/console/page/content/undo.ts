// Takes a saved change back, and says what came of it.
import type { SaveResult, Undo } from "../../api.ts";
import { showToast } from "../parts/toast.tsx";
import { post } from "../shell/api-client.ts";
import { openPaste } from "./paste-dialog.tsx";

/** What it was answered with; undefined where nobody answered. */
export async function undoEdit(editId: string): Promise<SaveResult["kind"] | undefined> {
  const body: Undo = { editId };
  const answer = await post<SaveResult>("content/undo", body);
  if (answer.kind === "failed") {
    showToast({ text: answer.message, look: "bad" });
    return undefined;
  }
  const result = answer.value;
  if (result.kind === "read-only") openPaste(result);
  else showToast({ text: result.message, look: isGood(result) ? "good" : "bad" });
  return result.kind;
}

function isGood(result: SaveResult): boolean {
  return result.kind === "saved" && result.isLive;
}
