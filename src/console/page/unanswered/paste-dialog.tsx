// What to write into the file by hand where the bot may not.
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { showToast } from "../parts/toast.tsx";
import type { Unanswered } from "./state.ts";
import * as wording from "./wording.ts";

export function PasteDialog({ state }: { readonly state: Unanswered }) {
  const task = state.paste.value;
  if (task === undefined) return null;
  const { order, message, paste } = task;
  const { afterLine, replacedLines, lines } = paste;
  const text = lines.join("\n");
  const close = () => state.closePaste();
  const copy = async () => {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    showToast(
      isDone ? { text: wording.COPIED, look: "good" } : { text: wording.CANNOT_COPY, look: "bad" },
    );
  };
  return (
    <Dialog
      title={wording.PASTE_TITLE}
      onClose={close}
      isWide
      foot={
        <>
          {text === "" ? null : (
            <Button icon="copy" onClick={copy}>
              {wording.COPY_LINES}
            </Button>
          )}
          {order === undefined ? (
            <Button look="primary" onClick={close}>
              {wording.CLOSE}
            </Button>
          ) : (
            <Button look="primary" icon="check" onClick={() => state.markPasted()}>
              {wording.PASTED}
            </Button>
          )}
        </>
      }
    >
      <p>{message}</p>
      <p>
        <strong>{wording.pastePlace(afterLine, replacedLines, lines.length === 0)}</strong>
      </p>
      {text === "" ? null : (
        <pre class="paste-lines" tabIndex={0} aria-label={wording.PASTE_LINES}>
          {text}
        </pre>
      )}
    </Dialog>
  );
}
