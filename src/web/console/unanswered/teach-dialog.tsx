// The dialog that lies over a list of questions: another answer, or not for us.
import type { Content } from "../../../console/content/content-api.ts";
import type { Door } from "../../../journal/open-group.ts";
import { DismissDialog } from "./dismiss-dialog.tsx";
import type { Taken, Teaching } from "./page.ts";
import { PickerDialog } from "./picker-dialog.tsx";

export interface TeachDialogProps {
  readonly teaching: Teaching;
  readonly door: Door;
  /** Undefined as long as it is on its way. */
  readonly content: Content | undefined;
}

export interface TakenProps extends TeachDialogProps {
  readonly question: Taken;
}

export function TeachDialog(props: TeachDialogProps) {
  const opened = props.teaching.opened.value;
  if (opened === undefined) return null;
  const Opened = opened.kind === "picker" ? PickerDialog : DismissDialog;
  return <Opened {...props} question={opened.question} />;
}
