// The messages that could not be handled: they are tried again, or dropped for good.
import { useState } from "preact/hooks";
import type { DeadLetterRequest, DeadLetterView } from "../../../console/state/state-api.ts";
import { Button } from "../../shared/parts/button.tsx";
import { askConfirm } from "../parts/confirm.tsx";
import { momentOf } from "../parts/format.ts";
import { Icon } from "../../shared/parts/icon.tsx";
import { Table } from "../parts/table.tsx";
import { showToast } from "../../shared/parts/toast.tsx";
import { post } from "../shell/api-client.ts";

const DEAD_LETTERS = "Отложенные сообщения";
const DROP = "Убрать";

export function DeadLettersCard({
  deadLetters,
  onDone,
}: {
  readonly deadLetters: readonly DeadLetterView[];
  readonly onDone: () => void;
}) {
  return (
    <section class="card">
      <h2>{DEAD_LETTERS}</h2>
      {deadLetters.length === 0 ? (
        <p class="row">
          <Icon name="check" /> Отложенных сообщений нет
        </p>
      ) : (
        <>
          <p class="faint ">
            Бот не смог их обработать и отложил, чтобы отвечать остальным. Текст не показан: это чьи-то личные
            сообщения.
          </p>
          <Table
            caption={DEAD_LETTERS}
            rows={deadLetters}
            keyOf={({ id }) => id}
            columns={[
              { title: "Что это", kind: "main", cell: ({ title }) => title },
              { title: "Когда пришло", cell: ({ at }) => momentOf(at) },
              { title: "Почему не вышло", cell: ({ error }) => error },
              {
                title: "Что сделать",
                cell: ({ id }) => <LetterButtons id={id} of={deadLetters} onDone={onDone} />,
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

function LetterButtons({
  id,
  of,
  onDone,
}: {
  readonly id: number;
  /** The list that it stands in: done once, there is nothing to do until the next one comes. */
  readonly of: readonly DeadLetterView[];
  readonly onDone: () => void;
}) {
  const [doneIn, setDoneIn] = useState<readonly DeadLetterView[]>();
  const isDisabled = doneIn === of;
  const send = async (what: "retry" | "drop") => {
    const body: DeadLetterRequest = { id };
    const answer = await post<{ readonly message: string }>(`state/dead-letters/${what}`, body);
    if (answer.kind === "ok") {
      setDoneIn(of);
      showToast({ text: answer.value.message, look: "good" });
    } else showToast({ text: answer.message, look: "bad" });
    onDone();
  };
  const drop = async () => {
    const isSure = await askConfirm({
      title: "Убрать сообщение?",
      text: "Бот так и не ответит на него. Вернуть его будет нельзя.",
      confirm: DROP,
      isDangerous: true,
    });
    if (isSure) await send("drop");
  };
  return (
    <span class="row">
      <Button isSmall icon="retry" isDisabled={isDisabled} onClick={() => send("retry")}>
        Повторить
      </Button>
      <Button isSmall icon="trash" isDisabled={isDisabled} onClick={drop}>
        {DROP}
      </Button>
    </span>
  );
}
