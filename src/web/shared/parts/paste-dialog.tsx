// What to write into the file by hand, where the program may not.
import { useState } from "preact/hooks";
import { pastePlace } from "../../../dialog/admin/teach-wording.ts";
import type { SaveResult } from "../../../console/api.ts";
import { Button } from "./button.tsx";
import { copyText } from "./copy-text.ts";
import { Dialog } from "./dialog.tsx";
import "./paste.css";
import * as wording from "./paste-wording.ts";

export interface PasteDialogProps {
  readonly result: Pick<Extract<SaveResult, { readonly kind: "read-only" }>, "message" | "paste">;
  readonly onClose: () => void;
  /** Where the program wants to know that it was done. */
  readonly onPasted?: () => unknown;
}

export function PasteDialog({ result, onClose, onPasted }: PasteDialogProps) {
  const { message, paste } = result;
  const { afterLine, replacedLines, lines } = paste;
  const text = lines.join("\n");
  const [said, setSaid] = useState("");
  return (
    <Dialog
      title={wording.PASTE_TITLE}
      onClose={onClose}
      isWide
      foot={
        <>
          {text === "" ? null : (
            <Button
              look={onPasted === undefined ? "primary" : "plain"}
              icon="copy"
              onClick={async () => setSaid((await copyText(text)).text)}
            >
              {wording.COPY_LINES}
            </Button>
          )}
          {onPasted === undefined ? (
            <Button onClick={onClose}>{wording.CLOSE}</Button>
          ) : (
            <Button look="primary" icon="check" onClick={onPasted}>
              {wording.PASTED}
            </Button>
          )}
        </>
      }
    >
      <p>{message}</p>
      <p class="paste-place">
        <strong>{pastePlace(afterLine, replacedLines, lines.length === 0)}</strong>
      </p>
      {text === "" ? null : (
        <pre class="paste-lines" role="region" tabIndex={0} aria-label={wording.PASTE_LINES}>
          {text}
        </pre>
      )}
      {/* A notice of the page would lie behind the dialog, out of the reach of screen readers. */}
      <p class="paste-said" role="status">
        {said}
      </p>
    </Dialog>
  );
}
