// What the bot says when a question is handed on to a person of the school, to both sides.

export const ASK_PERSON = "Спросить сотрудника";
/** Under a reply that leaves the question open, before anything is sent. */
export const ASK_PERSON_HINT =
  `Кнопкой «${ASK_PERSON}» вы передадите этот вопрос сотруднику школы. ` +
  "Он увидит только текст вопроса, без вашего имени.";

export const PASSED_HEADING = "Передал ваш вопрос сотруднику школы.";
export const PASSED =
  "Ответ придёт сюда, в этот чат. Когда ответят, я не знаю: отвечает человек. " +
  "Имени вашего он не видит; если оно важно, напишите вопрос ещё раз вместе с именем и классом.";
export const FOLLOW_UP_PASSED = "Передал сотруднику школы. Ответ придёт сюда.";
export const TOO_MANY =
  "Сегодня вы передали сотруднику уже несколько вопросов, больше пока не могу. Попробуйте завтра.";
export const ALL_BUSY =
  "Сейчас сотрудникам пришло слишком много вопросов сразу. Попробуйте, пожалуйста, через час.";
export const QUESTION_GONE =
  "Этого вопроса у меня уже нет: непереданные вопросы я храню сутки. Напишите его, пожалуйста, ещё раз.";
export const UNREACHABLE = "Передать вопрос сейчас не получилось: чат сотрудников недоступен.";

export const STAFF_QUESTION_HEADING = "Вопрос из чата с ботом";
export const STAFF_FOLLOW_UP_HEADING = "Ещё от того же человека";
export const STAFF_HOW_TO =
  "Ответьте на это сообщение, и я передам ваш ответ: только текст и без вашего имени.";
export const QUESTION_CUT = "[Конец вопроса не поместился.]";

export const ANSWER_HEADING = "Ответ сотрудника школы";
export const CORRECTED_ANSWER_HEADING = "Сотрудник школы исправил ответ";
export const ANSWER_HOW_TO_GO_ON =
  "Чтобы спросить его ещё, ответьте на это сообщение. На остальное отвечаю я, бот.";

export const DELIVERED = "Передал ваш ответ.";
export const CORRECTION_DELIVERED = "Передал исправленный ответ.";
export const ONLY_TEXT_DELIVERED = "Передал только текст: вложения я не передаю.";
export const NOTHING_TO_DELIVER =
  "Не передал: в ответе нет текста, а вложения я не передаю. Напишите, пожалуйста, словами.";
export const ANSWER_TOO_LONG =
  "Не передал: ответ длиннее, чем помещается в одно сообщение. Разделите его, пожалуйста, на части.";
export const PARENT_STOPPED_BOT =
  "Не передал: человек остановил бота, и писать ему я больше не могу.";
export const ANSWER_REFUSED = "Не передал: MAX не принял сообщение для этого человека.";
export const NO_SUCH_QUESTION =
  "Никому не передал: это не вопрос из чата с ботом, или он уже удалён — по сроку хранения или по просьбе " +
  "того, кто спросил. " +
  "Чтобы ответить, ответьте на само сообщение с вопросом.";

/** For SUPPORT_CHAT_ID. */
export const CHAT_ID = "Номер этого чата:";
