// The dialog that lies over a list of questions: another answer, or not for us.
import { DismissDialog } from "./dismiss-dialog.tsx";
import type { TakenProps } from "./page.ts";
import { PickerDialog } from "./picker-dialog.tsx";

export function TeachDialog(props: Omit<TakenProps, "question">) {
  const opened = props.teaching.opened.value;
  if (opened === undefined) return null;
  const Opened = opened.kind === "picker" ? PickerDialog : DismissDialog;
  return <Opened {...props} question={opened.question} />;
}
