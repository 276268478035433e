// The chat before the first word: the button of the first contact, and questions to begin with.
import type { Content } from "../../../console/api.ts";
import { exampleQuestions } from "../../../dialog/parent/poster-content.ts";
import { Button } from "../../shared/parts/button.tsx";
import { talk } from "./desk.ts";
import { EXAMPLES, START, WELCOME, WELCOME_TITLE } from "./wording.ts";

export function Welcome({ content }: { readonly content: Content | undefined }) {
  const examples = content === undefined ? [] : examplesOf(content);
  return (
    <div class="try-welcome">
      <h3>{WELCOME_TITLE}</h3>
      <p class="faint">{WELCOME}</p>
      <Button look="primary" onClick={() => talk.start()}>
        {START}
      </Button>
      {examples.length === 0 ? null : (
        <>
          <p class="faint">{EXAMPLES}</p>
          <ul class="try-examples">
            {examples.map((question) => (
              <li key={question}>
                <Button look="plain" isSmall onClick={() => talk.say(question)}>
                  {question}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function examplesOf({ categories, entries }: Content): readonly string[] {
  const questions = entries.map(({ id, fields: { categoryId, question } }) => ({
    id,
    categoryId,
    question,
  }));
  return exampleQuestions({ categories, entries: questions });
}
