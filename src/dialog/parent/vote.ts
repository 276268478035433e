// What follows a vote: the answer stays and shows it; who was not helped is asked why, thanked and told whom to ask.
import { sentLengthOf } from "../../faq/compose-answer.ts";
import { TEXT_LENGTH } from "../../markup/max-limits.ts";
import type { Entry } from "../../faq/faq.ts";
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import { asSentence, togetherMessage, voteRow, type Content } from "./answers.ts";
import type { Note } from "../note.ts";
import { VOTE_REASONS, type VoteReason, type VoteValue } from "../../journal/records.ts";
import type { VoteSubject } from "../payload.ts";
import type { Button, OutMessage } from "../reply.ts";
import { callbackButton } from "../buttons.ts";
import { menuRow } from "./menu.ts";
import { BACK_TO_ANSWER, REASONS, THANKS_FOR_REASON, WHAT_WAS_WRONG } from "../wording.ts";

export interface GivenVote {
  readonly value: VoteValue;
  readonly reason?: VoteReason;
  readonly subject: VoteSubject;
}

/** The message the tap leaves, with the note of the vote. */
export function votedMessage(
  content: Content,
  entry: Entry,
  vote: GivenVote,
  username: string | undefined,
): OutMessage {
  const { subject, value, reason } = vote;
  const { questionId, otherIds, answerIds = [entry.id] } = subject;
  const [others = [], entries = []] = [otherIds, answerIds].map((ids) =>
    ids.flatMap((id) => content.entryById.get(id) ?? []),
  );
  const asking = { username, questionId, vote: value, entry };
  const answer = togetherMessage(content, entries, asking, others);
  const note: Note = { kind: "voted", entryId: entry.id, value, reason, questionId };
  if (value === "up") return { ...answer, note };
  if (reason === undefined) {
    const one = entries.length > 1 ? content.answerOf(entry) : answer.text;
    const text = below(one, entry, bold(WHAT_WAS_WRONG));
    return { text, keyboard: reasonRows(subject), note };
  }
  const contact = asSentence(content.faq.organization.contact);
  const thanks = join([plain(THANKS_FOR_REASON), plain(contact)], " ");
  return { ...answer, text: below(answer.text, entry, thanks), note };
}

/** What may be wrong, and the way back to where one was. */
function reasonRows(subject: VoteSubject): readonly (readonly Button[])[] {
  const { entryId } = subject;
  return [
    ...VOTE_REASONS.map((reason) => [
      callbackButton(REASONS[reason], { kind: "reason", reason, subject }),
    ]),
    voteRow(subject, "down"),
    [callbackButton(BACK_TO_ANSWER, { kind: "entry", entryId }), ...menuRow()],
  ];
}

/** Under the answer, or under its question alone where both do not fit one message. */
function below(answer: RichText, { question }: Entry, addition: RichText): RichText {
  const both = join([answer, addition], "\n\n");
  if (sentLengthOf(both) <= TEXT_LENGTH) return both;
  return join([bold(question), addition], "\n\n");
}
