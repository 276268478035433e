// What to write into the file by hand, where the program may not.
import { signal } from "@preact/signals";
import {
  CLOSE,
  COPIED,
  COPY_FAILED,
  COPY_LINES,
  PASTE_TITLE,
  PASTE_LINES,
} from "./paste-wording.ts";
import { pastePlace } from "../../../dialog/teach-wording.ts";
import type { SaveResult } from "../../api.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { showToast } from "../parts/toast.tsx";

type ReadOnly = Extract<SaveResult, { readonly kind: "read-only" }>;

const opened = signal<ReadOnly | undefined>(undefined);

export function openPaste(result: ReadOnly): void {
  opened.value = result;
}

export function PasteHost() {
  if (opened.value === undefined) return null;
  const { message, paste } = opened.value;
  const { afterLine, replacedLines, lines } = paste;
  const text = lines.join("\n");
  const close = () => {
    opened.value = undefined;
  };
  return (
    <Dialog
      title={PASTE_TITLE}
      onClose={close}
      isWide
      foot={
        <>
          {text === "" ? null : (
            <Button look="primary" icon="copy" onClick={() => copy(text)}>
              {COPY_LINES}
            </Button>
          )}
          <Button onClick={close}>{CLOSE}</Button>
        </>
      }
    >
      <p>{message}</p>
      <p class="paste-place">
        <strong>{pastePlace(afterLine, replacedLines, lines.length === 0)}</strong>
      </p>
      {text === "" ? null : (
        <pre class="paste-lines" role="region" tabIndex={0} aria-label={PASTE_LINES}>
          {text}
        </pre>
      )}
    </Dialog>
  );
}

/** The browser may forbid it; the lines can be selected by hand then. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: COPIED, look: "good" });
  } catch {
    showToast({ text: COPY_FAILED, look: "bad" });
  }
}
