// "Not for us": the question joins a topic that points elsewhere, or leaves the list.
import type { Content } from "../../../console/content/content-api.ts";
import { Button } from "../../shared/parts/button.tsx";
import { Dialog } from "../../shared/parts/dialog.tsx";
import { topicChoices } from "./choices.ts";
import type { Shown } from "./group-order.ts";
import { named, type UnansweredPage } from "./page.ts";
import * as styles from "./dialogs.module.css";

export function DismissDialog({
  page: { work, opened, pool },
  group,
  content,
}: {
  readonly page: UnansweredPage;
  readonly group: Shown;
  readonly content: Content | undefined;
}) {
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
          <Button look="primary" onClick={doing(() => work.dismiss(named(group, pool)))}>
            Убрать из списка
          </Button>
        </>
      }
    >
      <blockquote class={styles.quote}>{group.text}</blockquote>
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
              onClick={doing(() => work.teach(named(group, pool), id))}
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
