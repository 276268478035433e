// "Are you sure?", asked before something that cannot be taken back.
import { signal } from "@preact/signals";
import { Button } from "../../shared/parts/button.tsx";
import { Dialog } from "../../shared/parts/dialog.tsx";

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that does it. */
  readonly confirm: string;
  readonly cancel?: string;
  readonly isDangerous?: boolean;
}

interface Asked extends Question {
  readonly answer: (isSure: boolean) => void;
}

const asked = signal<Asked | undefined>(undefined);

/** False where somebody closes the dialog in any other way. */
export function askConfirm(question: Question): Promise<boolean> {
  asked.value?.answer(false);
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (isSure) => {
        asked.value = undefined;
        resolve(isSure);
      },
    };
  });
}

export function ConfirmHost() {
  const question = asked.value;
  if (question === undefined) return null;
  const { title, text, confirm, cancel = "Отмена", isDangerous = false, answer } = question;
  return (
    <Dialog
      title={title}
      onClose={() => answer(false)}
      foot={
        <>
          <Button onClick={() => answer(false)}>{cancel}</Button>
          <Button look={isDangerous ? "danger" : "primary"} onClick={() => answer(true)}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
