// The talk with the bot, and beside it why it answered so.
import type { Content } from "../../../console/content/content-api.ts";
import { Round, Button } from "../../shared/parts/button.tsx";
import { CHAT_LABEL, ChatLog } from "./chat-log.tsx";
import { Composer } from "./composer.tsx";
import { talk } from "./state.ts";
import type { Mode } from "./talk.ts";
import { exampleQuestions } from "../../../dialog/parent/poster-content.ts";
import { ExplanationView } from "../../shared/max/explanation.tsx";
import * as styles from "./try.module.css";

export const MODES: Readonly<Record<Mode, string>> = { live: "Как сейчас", draft: "С черновиком" };

export function ChatPart({ content }: { readonly content: Content | undefined }) {
  const isEmpty = talk.lines.value.length === 0;
  return (
    <div class={styles.columns}>
      <section class={styles.chat} aria-label={CHAT_LABEL}>
        <header class={styles.chatHead}>
          <h2>{CHAT_LABEL}</h2>
          <span class="faint">{MODES[talk.mode.value]}</span>
          {isEmpty ? null : <Round icon="retry" title="Начать заново" onClick={() => talk.clear()} />}
        </header>
        <ChatLog>{isEmpty ? <Welcome content={content} /> : null}</ChatLog>
        <Composer />
      </section>
      <WhyPanel />
    </div>
  );
}

/** The chat before the first word: the button of the first contact, and questions to begin with. */
function Welcome({ content }: { readonly content: Content | undefined }) {
  const examples = content === undefined ? [] : examplesOf(content);
  return (
    <div class={`nothing ${styles.welcome}`}>
      <h3>Поговорите с ботом</h3>
      <p class="faint">
        Здесь он отвечает так же, как родителям в MAX, но разговор никуда не уходит и не попадает в обзор.
      </p>
      <Button look="primary" onClick={() => talk.start()}>
        Начать
      </Button>
      {examples.length === 0 ? null : (
        <>
          <p class="faint">Спросить, например</p>
          <ul class="column">
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

function WhyPanel() {
  const explanation = talk.explanation.value;
  return (
    <aside class={`card ${styles.why}`} aria-labelledby="try-why-title" tabIndex={0}>
      <h2 id="try-why-title">Почему такой ответ</h2>
      {explanation === undefined ? (
        <p class="faint">Напишите боту — здесь появится, как он понял вопрос и из чего выбирал ответ.</p>
      ) : (
        <ExplanationView explanation={explanation} />
      )}
    </aside>
  );
}
