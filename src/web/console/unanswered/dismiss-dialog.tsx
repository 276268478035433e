// "Not for us": the question joins a topic that points elsewhere, or leaves the list.
import { Button } from "../../shared/parts/button.tsx";
import { Dialog } from "../../shared/parts/dialog.tsx";
import { topicChoices } from "./choices.ts";
import * as styles from "./dialogs.module.css";
import { named } from "./page.ts";
import type { TakenProps } from "./teach-dialog.tsx";

export function DismissDialog({ teaching: { work, opened }, door, question, content }: TakenProps) {
  const close = () => {
    opened.value = undefined;
  };
  const doing = (work: () => Promise<void>) => () => {
    close();
    void work();
  };
  const topics = content === undefined ? [] : topicChoices(content);
  return (
    <Dialog
      title="Вопрос не к нам"
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Отмена</Button>
          <Button look="primary" onClick={doing(() => work.dismiss(named(question, door)))}>
            Убрать из списка
          </Button>
        </>
      }
    >
      <blockquote class={styles.quote}>{question.text}</blockquote>
      <p>
        Если есть тема, которая подсказывает, куда обратиться, добавьте вопрос к ней — бот будет
        отвечать. Или уберите его из списка: похожие вопросы тоже не будут появляться.
      </p>
      {topics.length === 0 ? null : <h3>Добавить к теме</h3>}
      <ul class="column">
        {topics.map(({ id, title, answer }) => (
          <li key={id}>
            <button
              type="button"
              class={`box ${styles.option}`}
              onClick={doing(() => work.teach(named(question, door), id))}
            >
              <strong>{title}</strong>
              <span class="faint cut">{answer}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
