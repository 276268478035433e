// "Not for us": the question joins a topic that points elsewhere, or leaves the list.
import { Button } from "../../shared/parts/button.tsx";
import { Dialog } from "../../shared/parts/dialog.tsx";
import { topicChoices } from "./choices.ts";
import * as styles from "./dialogs.module.css";
import { named, type TakenProps } from "./page.ts";

const LIST_HINT =
  "Если есть тема, которая подсказывает, куда обратиться, добавьте вопрос к ней — бот будет отвечать. " +
  "Или уберите его из списка «Без ответа»: похожие вопросы тоже не будут появляться.";
const TOPIC_HINT =
  "Выберите тему, которая подсказывает, куда обратиться, — бот запомнит за ней эту формулировку.";

export function DismissDialog({ teaching: { work, opened }, door, question, content }: TakenProps) {
  const close = () => {
    opened.value = undefined;
  };
  const doing = (work: () => Promise<void>) => () => {
    close();
    void work();
  };
  const { isAnswered = false, phrase } = question;
  const topics = content === undefined || phrase === undefined ? [] : topicChoices(content);
  return (
    <Dialog
      title="Вопрос не к нам"
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Отмена</Button>
          {isAnswered ? null : (
            <Button look="primary" onClick={doing(() => work.dismiss(named(question, door)))}>
              Убрать из списка
            </Button>
          )}
        </>
      }
    >
      <blockquote class={styles.quote}>{question.text}</blockquote>
      <p>{isAnswered ? TOPIC_HINT : LIST_HINT}</p>
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
