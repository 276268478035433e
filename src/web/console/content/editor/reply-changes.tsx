// Which of the answers to recent questions saving would change: what was said and what will be.
import type { ReplyChange } from "../../../../console/content/content-api.ts";
import { replyInWords, weightInWords } from "../../try/compare-rows.ts";
import * as said from "./editor-wording.ts";

/** More are named by their number. */
const FEW = 3;

export function ReplyChanges({ changes }: { readonly changes: readonly ReplyChange[] }) {
  return (
    <ul class="reply-changes">
      {changes.map(({ weight, before, after, questions }, at) => (
        <li key={at} class="reply-change">
          <span class={weight === "new-answer" || weight === "minor" ? "pill plain" : "pill warn"}>
            {weightInWords(weight)}
          </span>
          <p class="reply-questions">
            {questions.slice(0, FEW).map((question) => (
              <q key={question}>{question}</q>
            ))}
            {questions.length > FEW ? (
              <span class="faint">{said.more(questions.length - FEW)}</span>
            ) : null}
          </p>
          <dl class="reply-both">
            <dt>{said.BEFORE}</dt>
            <dd>{replyInWords(before)}</dd>
            <dt>{said.AFTER}</dt>
            <dd>{replyInWords(after)}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
