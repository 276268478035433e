// The state of the editor while an item is open: what changes the item, and what is wrong with it.
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Content, DraftResult, SaveResult } from "../../../../console/content/content-api.ts";
import { drafts } from "../../drafts/drafts.ts";
import { showToast } from "../../../shared/parts/toast.tsx";
import { post } from "../../shell/api-client.ts";
import { announce, changes } from "../../shell/live.ts";
import { navigate } from "../../shell/router.ts";
import { tidyEdit } from "../../drafts/tidy-edit.ts";
import { keyHref, listHref } from "../addresses.ts";
import { createCheck, type Check } from "./check.ts";
import { createEditing, type Editing } from "./editing.ts";
import { faultInWords } from "./editor-wording.ts";
import { faultsOf, type FaultyField, type FormFault } from "./form-faults.ts";
import { fieldsOf, lastSaved, type Opened } from "./opened.ts";
import { openPaste, undoEdit } from "../save-result.tsx";
import { UNDO } from "../wording.ts";

export interface EditorState {
  /** As it is shown: a new entry that is saved stays until its view opens. */
  readonly opened: Opened;
  readonly editing: Editing;
  readonly check: Check;
  readonly faults: readonly FormFault[];
  /** Of a new entry all is empty at first: nobody is scolded for that before they are done. */
  readonly hasTried: boolean;
  /** What is said at a field: at once that something is too long, but only once one is done that it is empty. */
  readonly faultAt: (field: FaultyField) => string | undefined;
  /** Looks at the changes, or goes to what stands in the way. */
  readonly look: () => Promise<void>;
  /** Asks again what saving would do: somebody was quicker. */
  readonly recheck: () => void;
  /** A draft may change nothing: a space at the end of a text says nothing. */
  readonly isChanged: boolean;
  readonly hasUnsaved: () => boolean;
}

export function useEditor(kept: Opened, content: Content): EditorState {
  const latest = useRef({ opened: kept, content });
  latest.current = { opened: kept, content };
  const hasTried = useSignal(false);
  const { editing, check } = useMemo(
    () => ({
      editing: createEditing({
        opened: () => latest.current.opened,
        content: () => latest.current.content,
        reload: () => announce("content"),
        drafts,
        saved: lastSaved,
        openPaste,
        post: (draft) => post<SaveResult>("content/save", draft),
        tell: (toast, editId) => showToast(editId === undefined ? toast : { ...toast, action: undoAction(editId) }),
        open: (key) => navigate(keyHref(key), { isSameStep: true }),
        openList: () => navigate(listHref(), { isSameStep: true }),
      }),
      check: createCheck((draft) => post<DraftResult>("content/draft", draft)),
    }),
    [],
  );
  const leaving = editing.leaving.value;
  const opened = leaving === undefined ? kept : { ...kept, edit: leaving.edit, hasDraft: false };
  const { edit } = opened;
  const faults = faultsOf(fieldsOf(edit));
  const sent = faults.length > 0 || leaving !== undefined ? undefined : tidyEdit(edit);
  // Before anything can be clicked: the changes looked at are those on the screen.
  useLayoutEffect(
    () => check.ask(sent),
    // The last: after a break the program is there again, though the content is the same.
    [JSON.stringify(sent), content.version, changes.content.value],
  );
  useEffect(
    () => () => {
      check.stop();
      editing.stop();
    },
    [],
  );
  useEffect(() => editing.follow(content), [content]);
  const isTried = hasTried.value || edit.kind !== "new-entry";
  const look = async () => {
    hasTried.value = true;
    if (faults.length > 0) return focusSoon('form [aria-invalid="true"]');
    const state = await check.now();
    if (state.kind === "failed") return showToast({ text: state.message, look: "bad" });
    if (state.kind !== "checked") return;
    const { edit: checked, result } = state;
    if (result.kind === "fit") editing.look({ edit: checked, fit: result });
    else focusSoon(`[data-result="${result.kind}"]`);
  };
  return {
    opened,
    editing,
    check,
    faults,
    hasTried: isTried,
    faultAt: (field) => {
      const fault = faults.find((one) => one.field === field);
      return fault === undefined || (fault.kind === "empty" && !isTried) ? undefined : faultInWords(fault);
    },
    look,
    recheck: () => {
      check.ask(sent);
      void look();
    },
    isChanged: isChanged(opened),
    hasUnsaved: () => isChanged(latest.current.opened),
  };
}

function isChanged({ hasDraft, edit }: Opened): boolean {
  return hasDraft && tidyEdit(edit) !== undefined;
}

function undoAction(editId: string) {
  return { title: UNDO, run: () => undoEdit(editId) };
}

/** Once it is drawn: what is wrong may have come to light just now. */
function focusSoon(selector: string): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(selector);
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: "center" });
  });
}
