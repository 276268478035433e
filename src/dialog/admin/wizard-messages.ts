// A new entry written in the chat, step by step: question, answer, category, how it will look.
import { composeAnswer } from "../../faq/compose-answer.ts";
import type { Category, Entry } from "../../faq/faq.ts";
import { bold, join, plain } from "../../markup/rich-text.ts";
import { adminButton } from "../buttons.ts";
import { encodeWizardRequest, type WizardRequest } from "./wizard-request.ts";
import type { Button, OutMessage } from "../reply.ts";
import { paragraphs, shortened } from "./taught-content.ts";
import { teachButton } from "./teach-list.ts";
import { NOT_LIVE_YET, UNDO } from "./teach-wording.ts";

export const NEW = "Новая тема: вопрос и ответ двумя сообщениями";

const ASK_QUESTION =
  "Пришлите вопрос одним сообщением, как его задал бы родитель. Например: «Как записаться в кружок?»";
const ASK_ANSWER =
  "Теперь пришлите ответ одним сообщением. Сначала коротко главное, потом подробности. " +
  "**Жирный**, списки через «- » и ссылки [так](https://…) можно.";
const ASK_CATEGORY = "В какой раздел его поместить?";
const PREVIEW_HEADING = "Так ответ увидят родители:";
export const ASK_TEXT = "Пришлите, пожалуйста, текст.";
const LEAVING = "Выйти можно кнопкой «Отмена» или любой командой. Черновик ждёт час.";
const QUESTION_IS = "Вопрос:";

const CANCEL = "Отмена";
const SAVE = "Сохранить";
const CHANGE_QUESTION = "Изменить вопрос";
const CHANGE_ANSWER = "Изменить ответ";

const CANCELLED = "Черновик удалён, в содержании ничего не изменилось.";
const NO_WIZARD = "Этот черновик уже закончен или устарел. Начать новый: /new";
const ADD_WORDINGS =
  "Пока у неё одна формулировка. Чтобы бот узнавал вопрос, спрошенный иначе, учите его из /unanswered или впишите phrases в файл.";

/** A message has room for 30 rows. */
const MAX_CATEGORIES = 25;

function wizardButton(title: string, request: WizardRequest): Button {
  return adminButton(title, "new", encodeWizardRequest(request));
}

const cancelRow = (): readonly Button[] => [wizardButton(CANCEL, { kind: "cancel" })];

/** `trouble` is why what was sent before will not do. */
export function askQuestionMessage(trouble?: string): OutMessage {
  return {
    text: paragraphs([troubleOf(trouble), plain(ASK_QUESTION), plain(LEAVING)]),
    keyboard: [cancelRow()],
  };
}

export function askAnswerMessage(question: string, trouble?: string): OutMessage {
  return {
    text: paragraphs([troubleOf(trouble), questionLine(question), plain(ASK_ANSWER)]),
    keyboard: [[wizardButton(CHANGE_QUESTION, { kind: "question" }), ...cancelRow()]],
  };
}

function troubleOf(trouble: string | undefined) {
  return trouble === undefined ? [] : bold(trouble);
}

function questionLine(question: string) {
  return join([plain(QUESTION_IS), bold(shortened(question))], " ");
}

/** The likely ones first. */
export function askCategoryMessage(question: string, categories: readonly Category[]): OutMessage {
  return {
    text: paragraphs([questionLine(question), plain(ASK_CATEGORY)]),
    keyboard: [
      ...categories
        .slice(0, MAX_CATEGORIES)
        .map(({ id, title }) => [wizardButton(title, { kind: "category", categoryId: id })]),
      cancelRow(),
    ],
  };
}

/** The answer as it is sent to parents, under a short heading. */
export function previewMessage(entry: Entry): OutMessage {
  return {
    text: paragraphs([plain(PREVIEW_HEADING), composeAnswer(entry)]),
    keyboard: [
      [wizardButton(SAVE, { kind: "save" })],
      [wizardButton(CHANGE_QUESTION, { kind: "question" }), wizardButton(CHANGE_ANSWER, { kind: "answer" })],
      cancelRow(),
    ],
  };
}

export function cancelledMessage(): OutMessage {
  return { text: plain(CANCELLED), keyboard: [] };
}

export function noWizardMessage(): OutMessage {
  return { text: plain(NO_WIZARD), keyboard: [] };
}

export interface SavedEntry {
  readonly question: string;
  readonly editId: string;
  readonly isLive: boolean;
}

export function savedMessage({ question, editId, isLive }: SavedEntry): OutMessage {
  return {
    text: paragraphs([
      bold(`Готово: новая тема «${shortened(question)}» в содержании.`),
      plain(isLive ? ADD_WORDINGS : NOT_LIVE_YET),
    ]),
    keyboard: [[teachButton(UNDO, { kind: "undo", editId })]],
  };
}
