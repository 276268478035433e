// The questions found, a page at a time; what comes in meanwhile appears at the top.
import { useState } from "preact/hooks";
import type { JournalRow, QuestionPage } from "../../../console/api.ts";
import { Button } from "../../shared/parts/button.tsx";
import { showToast } from "../../shared/parts/toast.tsx";
import { get } from "../shell/api-client.ts";
import type { Params } from "../shell/query.ts";
import { withPage, type Rows } from "./rows.ts";
import { QuestionRow } from "./question-row.tsx";
import * as wording from "./wording.ts";

export function QuestionList({
  first,
  asked,
  isStale,
}: {
  readonly first: QuestionPage;
  readonly asked: Params;
  /** These are still the questions of another filter: what follows them is not what is asked for now. */
  readonly isStale: boolean;
}) {
  const [further, setFurther] = useState<Rows | undefined>();
  const { rows, next } = withPage(first, further);
  const more = async () => {
    const answer = await get<QuestionPage>("questions", { ...asked, before: next });
    if (answer.kind === "failed") showToast({ text: answer.message, look: "bad" });
    else setFurther({ rows: [...rows, ...answer.value.questions], next: answer.value.next });
  };
  return (
    <>
      <ol class="questions" aria-label={wording.LIST}>
        {rows.map((row: JournalRow) => (
          <QuestionRow key={row.id} row={row} />
        ))}
      </ol>
      {next === undefined || isStale ? null : (
        <div class="more">
          <Button onClick={more}>{wording.MORE}</Button>
        </div>
      )}
    </>
  );
}
