// Opens the dialog of what is to be written by hand from wherever the content is changed.
import { signal } from "@preact/signals";
import { PasteDialog, type PasteDialogProps } from "../parts/paste-dialog.tsx";

const opened = signal<PasteDialogProps["result"] | undefined>(undefined);

export function openPaste(result: PasteDialogProps["result"]): void {
  opened.value = result;
}

export function PasteHost() {
  if (opened.value === undefined) return null;
  const close = () => {
    opened.value = undefined;
  };
  return <PasteDialog result={opened.value} onClose={close} />;
}
