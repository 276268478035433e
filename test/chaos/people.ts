// Who asks in a run, where, and what: parents in private, class chats whose questions are deleted, administrators.
import type { Preview } from "../../src/preview/preview.ts";
import type { ChatMessage } from "../../src/preview/people/chat-message.ts";
import type { LocalUser } from "../../src/preview/people/local-user.ts";
import { detailsOf, QUESTIONS } from "./content.ts";

/** Somebody who asks one question after another. */
export interface Asker {
  /** As it looks now, oldest first. */
  readonly messages: () => readonly ChatMessage[];
  say(text: string): void;
  /** In the order in which they are asked, again and again; neighbours differ, so that order and repeats can be seen. */
  readonly questions: readonly Question[];
  /** After so many nothing more is asked. */
  most: number;
  /** Of who may ask what only administrators may. */
  readonly adminId?: number;
  asked: number;
}

export interface Question {
  readonly text: string;
  readonly isAnswer: (message: ChatMessage) => boolean;
}

export type People = (max: Preview) => readonly Asker[];

const ABOUT_SCHOOL: readonly Question[] = QUESTIONS.map(({ text, mark }) => ({
  text,
  isAnswer: (message) => message.text.includes(mark),
}));

/** In private some go on with what they were answered, which another process may have done. */
const TALK: readonly Question[] = QUESTIONS.flatMap(({ mark }, index) => {
  const more = (message: ChatMessage) => message.text.includes(detailsOf(mark));
  const asked = ABOUT_SCHOOL.slice(index, index + 1);
  return index % 2 === 0 ? [...asked, { text: "подробнее", isAnswer: more }] : asked;
});

export const parents: People = ({ max }) => Array.from({ length: 16 }, () => privately(max.user()));

/** Not where the clock jumps or the database is lost: what was said last is forgotten then. */
export const parentsWhoGoOn: People = (preview) => parents(preview).map((asker) => ({ ...asker, questions: TALK }));

function privately(user: LocalUser): Asker {
  return {
    messages: () => user.messages,
    say: (text) => void user.say(text),
    questions: ABOUT_SCHOOL,
    most: Infinity,
    asked: 0,
  };
}

/** Asks in private, between questions of all kinds, what only administrators may. */
function administrator(user: LocalUser, questions: readonly Question[]): Asker {
  const mixed = ABOUT_SCHOOL.flatMap((question, index) => {
    const other = questions[index];
    return other === undefined ? [question] : [question, other];
  });
  return { ...privately(user), questions: mixed, adminId: user.userId };
}

/**
 * Each question is deleted as soon as it is asked, so that no answer can quote it. None comes twice: the bot would point to the
 * answer above, and calls more than a few a minute a flood.
 */
export const classChats: People = ({ max }) =>
  Array.from({ length: 16 }, (_, index): Asker => {
    const people = [{ firstName: "Елена", isAdmin: true }, { firstName: "Ольга" }];
    const group = max.group({ title: `Класс ${index}`, people });
    const [teacher = group.owner, asking = group.owner] = group.members;
    group.addBot();
    group.setBotAdmin(true);
    return {
      messages: () => group.messages,
      say: (text) => teacher.remove(asking.mention(text)),
      questions: ABOUT_SCHOOL,
      most: ABOUT_SCHOOL.length,
      asked: 0,
    };
  });

/** Administrators among them ask for the poster and the figures as well, which come as files. */
export const parentsAndAdmins: People = ({ max }) => [
  ...Array.from({ length: 4 }, () => administrator(max.user(), [withFile("poster"), withFile("stats")])),
  ...Array.from({ length: 8 }, () => privately(max.user())),
];

function withFile(command: "poster" | "stats"): Question {
  return {
    text: `/${command}`,
    isAnswer: ({ media }) => media.some(({ file }) => file?.name === `${command}.png`),
  };
}

/** One of them opens the list of what was asked in vain between two questions. */
export const parentsAndTeacher: People = ({ max }) => [
  administrator(max.user(), [UNANSWERED]),
  ...Array.from({ length: 11 }, () => privately(max.user())),
];

const UNANSWERED: Question = {
  text: "/unanswered",
  isAnswer: ({ text }) => text.startsWith("Вопросы без ответа"),
};
