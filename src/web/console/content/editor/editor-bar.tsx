// The bar at the bottom of the editor: how it stands with the draft, and what can be done with it.
import { Button } from "../../../shared/parts/button.tsx";
import { askConfirm } from "../../parts/confirm.tsx";
import { Icon } from "../../../shared/parts/icon.tsx";
import { hrefOf, navigate } from "../../shell/router.ts";
import * as said from "./editor-wording.ts";
import type { Opened } from "./opened.ts";
import { standingOf } from "./standing.ts";
import type { Desk } from "./use-desk.ts";

export function EditorBar({ desk, opened }: { readonly desk: Desk; readonly opened: Opened }) {
  const { hasDraft } = opened;
  const { look, text } = standingOf(desk, hasDraft);
  const discard = async () => {
    const isNew = opened.edit.kind === "new-entry";
    const isSure = await askConfirm({
      title: said.DISCARD_TITLE,
      text: isNew ? said.DISCARD_NEW_TEXT : said.DISCARD_TEXT,
      confirm: said.DISCARD,
      cancel: said.KEEP_WRITING,
      isDangerous: true,
    });
    if (isSure) desk.editing.discard();
  };
  return (
    <div class="editor-bar" role="group" aria-label={said.BAR}>
      <div class="standing">
        <p class={`standing-text ${look}`} role="status">
          {look === "plain" ? null : (
            <Icon name={look === "good" ? "check" : "warning"} size={18} />
          )}
          <span>{text}</span>
        </p>
        {hasDraft ? <p class="faint wide-only">{said.DRAFT_KEPT}</p> : null}
      </div>
      <div class="bar-buttons">
        {hasDraft ? (
          <>
            <Button look="quiet" icon="undo" onClick={discard}>
              {said.DISCARD}
            </Button>
            <Button icon="try" onClick={() => navigate(hrefOf("try"), { isPartOfWork: true })}>
              {said.TRY}
            </Button>
          </>
        ) : null}
        <Button look="primary" isDisabled={!desk.isChanged} onClick={desk.look}>
          {said.SHOW_CHANGES}
        </Button>
      </div>
    </div>
  );
}
