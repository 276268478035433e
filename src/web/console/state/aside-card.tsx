// The messages that could not be handled: they are tried again, or dropped for good.
import { useState } from "preact/hooks";
import type { AsideOrder, AsideUpdate } from "../../../console/api.ts";
import { Button } from "../../shared/parts/button.tsx";
import { askConfirm } from "../../shared/parts/confirm.tsx";
import { momentOf } from "../../shared/parts/format.ts";
import { Icon } from "../../shared/parts/icon.tsx";
import { Table } from "../../shared/parts/table.tsx";
import { showToast } from "../../shared/parts/toast.tsx";
import { post } from "../shell/api-client.ts";
import * as wording from "./wording.ts";

export function AsideCard({
  aside,
  onDone,
}: {
  readonly aside: readonly AsideUpdate[];
  readonly onDone: () => void;
}) {
  return (
    <section class="card">
      <h2>{wording.ASIDE}</h2>
      {aside.length === 0 ? (
        <p class="aside-none">
          <Icon name="check" /> {wording.ASIDE_NONE}
        </p>
      ) : (
        <>
          <p class="faint aside-hint">{wording.ASIDE_HINT}</p>
          <Table
            caption={wording.ASIDE}
            rows={aside}
            keyOf={({ id }) => id}
            columns={[
              { title: wording.ASIDE_WHAT, kind: "main", cell: ({ title }) => title },
              { title: wording.ASIDE_WHEN, cell: ({ at }) => momentOf(at) },
              { title: wording.ASIDE_WHY, cell: ({ error }) => error },
              {
                title: wording.ASIDE_DO,
                cell: ({ id }) => <Orders id={id} of={aside} onDone={onDone} />,
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

function Orders({
  id,
  of,
  onDone,
}: {
  readonly id: number;
  /** The list that it stands in: done once, there is nothing to do until the next one comes. */
  readonly of: readonly AsideUpdate[];
  readonly onDone: () => void;
}) {
  const [doneIn, setDoneIn] = useState<readonly AsideUpdate[]>();
  const isDisabled = doneIn === of;
  const order = async (what: "retry" | "drop") => {
    const body: AsideOrder = { id };
    const answer = await post<{ readonly message: string }>(`state/aside/${what}`, body);
    if (answer.kind === "ok") {
      setDoneIn(of);
      showToast({ text: answer.value.message, look: "good" });
    } else showToast({ text: answer.message, look: "bad" });
    onDone();
  };
  const drop = async () => {
    const isSure = await askConfirm({
      title: wording.DROP_TITLE,
      text: wording.DROP_TEXT,
      confirm: wording.DROP,
      isDangerous: true,
    });
    if (isSure) await order("drop");
  };
  return (
    <span class="orders">
      <Button isSmall icon="retry" isDisabled={isDisabled} onClick={() => order("retry")}>
        {wording.RETRY}
      </Button>
      <Button isSmall icon="trash" isDisabled={isDisabled} onClick={drop}>
        {wording.DROP}
      </Button>
    </span>
  );
}
