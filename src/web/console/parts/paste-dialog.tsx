// What to write into the file by hand, where the program may not.
import { useState } from "preact/hooks";
import { PASTED, pastePlace } from "../../../dialog/admin/teach-wording.ts";
import type { SaveResult } from "../../../console/content/content-api.ts";
import { Button } from "../../shared/parts/button.tsx";
import { copyText } from "../../shared/parts/copy-text.ts";
import { Dialog } from "../../shared/parts/dialog.tsx";
import * as styles from "./paste-dialog.module.css";

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
      title="Впишите в файл сами"
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
              Скопировать строки
            </Button>
          )}
          {onPasted === undefined ? (
            <Button onClick={onClose}>Закрыть</Button>
          ) : (
            <Button look="primary" icon="check" onClick={onPasted}>
              {PASTED}
            </Button>
          )}
        </>
      }
    >
      <div class="column">
        <p>{message}</p>
        <p>
          <strong>{pastePlace(afterLine, replacedLines, lines.length === 0)}</strong>
        </p>
        {text === "" ? null : (
          <pre class={styles.lines} role="region" tabIndex={0} aria-label="Строки для файла">
            {text}
          </pre>
        )}
        {/* A notice of the page would lie behind the dialog, out of the reach of screen readers. */}
        <p role="status">{said}</p>
      </div>
    </Dialog>
  );
}
