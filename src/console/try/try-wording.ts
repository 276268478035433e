// What a trial says where the chat of MAX does more than talk, and where a trial cannot be made.

export const NOT_PASSED_ON =
  "В пробе вопрос никому не передаётся. В чате он ушёл бы сотрудникам, а их ответ пришёл бы сюда.";

export const BUSY = "Проба сейчас занята другими запросами. Повторите через несколько секунд.";

export function tooManyQuestions(most: number): string {
  return `За один раз сравниваются ответы не больше чем на ${most} вопросов. Уберите лишние.`;
}
