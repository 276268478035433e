// What follows a vote: the answer stays and shows it; who was not helped is asked why, thanked and told whom to ask.
import { sentLengthOf } from "../../faq/compose-answer.ts";
import { TEXT_LENGTH } from "../../markup/max-limits.ts";
import { richTextOf } from "../../markup/markdown.ts";
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import { asSentence, togetherMessage, topicMessage } from "./answers.ts";
import { entriesOf, type Content } from "./content.ts";
import type { Note } from "../note.ts";
import type { VoteReason, VoteValue } from "../../journal/records.ts";
import type { VoteSubject } from "../payload.ts";
import type { Button, OutMessage } from "../reply.ts";
import { callbackButton, messageButton } from "../buttons.ts";
import * as said from "../wording.ts";
import { voteButtons } from "./under-answer.ts";

export interface GivenVote {
  readonly value: VoteValue;
  readonly reason?: VoteReason;
  readonly subject: VoteSubject;
}

/** The message the tap leaves, with the note of the vote; undefined where what was voted on is gone. */
export function votedMessage(content: Content, vote: GivenVote, username: string | undefined): OutMessage | undefined {
  const voted = votedOf(content, vote, username);
  if (voted === undefined) return undefined;
  const { answer, one, heading } = voted;
  const { subject, value, reason } = vote;
  const { entryId, questionId } = subject;
  const note: Note = { kind: "voted", entryId, value, reason, questionId };
  if (value === "up") return { ...answer, note };
  const openQuestion = said.askedOfStaff(heading);
  if (reason === undefined) {
    const text = below(one, heading, bold(said.WHAT_WAS_WRONG));
    return { text, keyboard: reasonRows(subject), note, openQuestion };
  }
  const contact = asSentence(content.faq.organization.contact);
  const thanks = join([plain(said.THANKS_FOR_REASON), plain(contact)], " ");
  return { ...answer, text: below(answer.text, heading, thanks), note, openQuestion };
}

interface Voted {
  /** All that the message said, with the vote. */
  readonly answer: OutMessage;
  /** What was voted on, alone. */
  readonly one: RichText;
  /** What it is called. */
  readonly heading: string;
}

function votedOf(content: Content, { subject, value }: GivenVote, username: string | undefined): Voted | undefined {
  const { entryId, questionId, otherIds, answerIds = [entryId] } = subject;
  const entry = content.entryById.get(entryId);
  if (entry !== undefined) {
    const entries = entriesOf(content, answerIds);
    const asking = { username, questionId, vote: value, entry };
    const answer = togetherMessage(content, entries, asking, entriesOf(content, otherIds));
    const one = entries.length > 1 ? content.answerOf(entry) : answer.text;
    return { answer, one, heading: entry.question };
  }
  const topic = content.sideTopicById.get(entryId);
  if (topic === undefined) return undefined;
  const answer = topicMessage(content, topic, { questionId, vote: value, offeredIds: otherIds });
  return { answer, one: richTextOf(topic.answer.trim()), heading: topic.title };
}

/** What may be wrong, and the way back to where one was. */
function reasonRows(subject: VoteSubject): readonly (readonly Button[])[] {
  const { entryId } = subject;
  const buttonOf = (reason: VoteReason) => callbackButton(said.REASONS[reason], { kind: "reason", reason, subject });
  return [
    [buttonOf("not-my-question")],
    [buttonOf("unclear"), buttonOf("outdated")],
    voteButtons(subject, "down"),
    [callbackButton(said.BACK_TO_ANSWER, { kind: "entry", entryId }), messageButton(said.ALL_QUESTIONS)],
  ];
}

/** Under the answer, or under its heading alone where both do not fit one message. */
function below(answer: RichText, heading: string, addition: RichText): RichText {
  const both = join([answer, addition], "\n\n");
  return sentLengthOf(both) <= TEXT_LENGTH ? both : join([bold(heading), addition], "\n\n");
}
