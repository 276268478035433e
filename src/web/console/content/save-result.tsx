// Undoes a saved change, and shows what to write into the file by hand where the program may change nothing in it.
import { signal } from "@preact/signals";
import type { SaveResult, Undo } from "../../../console/content/content-api.ts";
import { showToast } from "../../shared/parts/toast.tsx";
import { PasteDialog, type PasteDialogProps } from "../parts/paste-dialog.tsx";
import { post } from "../shell/api-client.ts";
import { announce } from "../shell/live.ts";
import { lastSaved } from "./editor/opened.ts";

const toPaste = signal<PasteDialogProps["result"] | undefined>(undefined);

export function openPaste(result: PasteDialogProps["result"]): void {
  toPaste.value = result;
}

/** Stands on every view. */
export function PasteHost() {
  if (toPaste.value === undefined) return null;
  const close = () => {
    toPaste.value = undefined;
  };
  return <PasteDialog result={toPaste.value} onClose={close} />;
}

/** False where nobody answered, and it can be tried again. */
export async function undoEdit(editId: string): Promise<boolean> {
  const body: Undo = { editId };
  const answer = await post<SaveResult>("content/undo", body);
  if (answer.kind === "failed") {
    showToast({ text: answer.message, look: "bad" });
    return false;
  }
  const result = answer.value;
  const isSaved = result.kind === "saved";
  if (result.kind === "read-only") openPaste(result);
  else showToast({ text: result.message, look: isSaved && result.isLive ? "good" : "bad" });
  if (!isSaved) return true;
  // The content may have the version again that what was saved was waiting to be shown on.
  lastSaved.value = undefined;
  announce("content");
  return true;
}
