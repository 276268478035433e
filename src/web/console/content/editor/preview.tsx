// The item as people in MAX will see it, while it is being written: made by the same code as the bot's own messages.
import { TEXT_LENGTH } from "../../../../markup/max-limits.ts";
import { useMemo } from "preact/hooks";
import { isShownWhole } from "../../../../dialog/buttons.ts";
import { answerMessage, sideTopicMessage } from "../../../../dialog/parent/answers.ts";
import type { Content as TalkContent } from "../../../../dialog/parent/content.ts";
import type { OutMessage } from "../../../../dialog/reply.ts";
import { ANSWER_RESERVE, composeAnswer, sentLengthOf } from "../../../../faq/compose-answer.ts";
import type { Entry, Faq, Source } from "../../../../faq/faq.ts";
import { fillPlaceholders } from "../../../../faq/placeholders.ts";
import type { SideTopicFields, EntryFields } from "../../../../faq/edit/item-fields.ts";
import type { Content, EntryView } from "../../../../console/content/content-api.ts";
import { MaxMessage } from "../../../shared/max/message.tsx";
import { titleOfSideTopic } from "../items.ts";
import * as said from "./editor-wording.ts";
import * as styles from "./editor.module.css";
import { fieldsOf, isEntry, isEntryView, neighboursOf, type Opened } from "./opened.ts";

export function Preview({ opened, content }: { readonly opened: Opened; readonly content: Content }) {
  const message = useMemo(() => shownMessage(opened, content), [opened, content]);
  const excess = excessOf(shownMessage(opened, { ...content, username: undefined }));
  const isEmpty = message.text.every(({ text }) => text.trim() === "");
  return (
    <aside class={styles.preview} aria-labelledby="preview-title">
      <h2 id="preview-title">Так это увидят в MAX</h2>
      <div class={styles.chat}>
        {isEmpty ? (
          <p class="faint">Начните писать — здесь появится сообщение бота.</p>
        ) : (
          <MaxMessage text={message.text} keyboard={message.keyboard} />
        )}
      </div>
      <p class="problem" role="status">
        {excess === 0 ? "" : said.tooLong(excess)}
      </p>
    </aside>
  );
}

function shownMessage(opened: Opened, content: Content): OutMessage {
  const { edit, view } = opened;
  const fields = fieldsOf(edit);
  const id = edit.kind === "new-entry" ? undefined : edit.id;
  if (!isEntry(fields)) return shownSideTopic(content, id ?? "", fields);
  const source = isEntryView(view) ? view.source : undefined;
  return entryMessage(content, { id, fields, source, neighbours: neighboursOf(opened) });
}

export interface ShownEntry {
  /** Undefined for one that has no id yet. */
  readonly id: string | undefined;
  readonly fields: EntryFields;
  readonly source: Source | undefined;
  /** What is offered where the fields name no related questions. */
  readonly neighbours: readonly string[];
}

export function entryMessage(content: Content, shown: ShownEntry): OutMessage {
  const entry = entryOf(shown, content);
  const others = content.entries.filter(({ id }) => id !== shown.id);
  const entries = [entry, ...others.map((view) => entryOf(view, content))];
  const { username } = content;
  return answerMessage(talkContentOf(content, entries, shown.neighbours), entry, { username });
}

export function shownSideTopic(content: Content, id: string, fields: SideTopicFields): OutMessage {
  const { phrases, related, answer } = fields;
  const title = titleOfSideTopic(id, fields);
  const sideTopic = { id, title, phrases, related, answer: filled(answer, content) };
  const outcome = content.sideTopics.find((one) => one.id === id)?.kind ?? "topic";
  const decision = { outcome, answers: [], suggestions: [], nearest: [] };
  const entries = content.entries.map((view) => entryOf(view, content));
  const known = {
    ...talkContentOf(content, entries, []),
    sideTopicById: new Map([[id, sideTopic]]),
  };
  return sideTopicMessage(known, sideTopic, decision, { username: undefined });
}

/** How many characters too long the message would be for MAX, with room for the link to it; 0 where it fits. */
export function excessOf({ text }: OutMessage): number {
  return Math.max(0, sentLengthOf(text) - (TEXT_LENGTH - ANSWER_RESERVE));
}

function entryOf({ id, fields, source }: ShownEntry | EntryView, content: Content): Entry {
  const { question, answer, button, checked } = fields;
  return {
    ...fields,
    id: id ?? "",
    question: question.trim(),
    button: button === undefined || button.trim() === "" ? question : button,
    answer: filled(answer, content),
    checked: checked === "" ? undefined : checked,
    source,
    threshold: undefined,
  };
}

function filled(answer: string, { organization }: Content): string {
  const values = { organization: organization.name, contact: organization.contact };
  return fillPlaceholders(answer.trim(), values);
}

function talkContentOf(
  { organization, categories }: Content,
  entries: readonly Entry[],
  neighbours: readonly string[],
): TalkContent {
  const settings = { answerThreshold: 0, suggestThreshold: 0 };
  const sideTopics = { topics: [], smalltalk: [], synonyms: [] };
  const faq: Faq = { organization, categories, entries, ...sideTopics, settings };
  return {
    faq,
    entryById: new Map(entries.map((entry) => [entry.id, entry])),
    sideTopicById: new Map(),
    relatedTo: () => neighbours,
    answerOf: composeAnswer,
    opensByTitle: ({ button }) => isShownWhole(button),
  };
}
