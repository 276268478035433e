// What the bot says of its own last reply; what it says of the subject stands in faq.yaml.

export const NO_DETAILS = "Подробнее у меня об этом не записано: всё, что знаю, — в ответе выше.";
export const IN_SHORT = "Скажу короче:";
export const ASK_ONE_THING = "Если непонятно одно слово или один шаг, напишите его.";
export const FROM_ANSWER = "Вот что сказано об этом в ответе:";
export const NO_STEPS = "Точнее, чем в ответе выше, у меня не записано.";
export const NO_MORE = "Больше об этом я не знаю.";
export const CHECK_IT = "Перепроверить можно так.";
export const CHOOSE = "Выберите, пожалуйста, о чём рассказать:";
export const NOT_THAT = "Понял, это не то.";
export const MAYBE_THIS = "Может быть, вы об этом? Или напишите вопрос другими словами, целиком.";
export const OTHER_WORDS = "Напишите, пожалуйста, вопрос другими словами, целиком.";
export const NOT_HELPED = "Жаль, что не помогло.";
export const WHAT_IS_MISSING = "Чего не хватило? Напишите одним сообщением. Или посмотрите похожие вопросы:";
export const PASS_ON = "Вопрос о школе лучше задать человеку.";
export const NO_PERSON = "Сам я программа, и позвать человека в этот чат не могу.";
export const WELCOME = "Пожалуйста! Если появится ещё вопрос, напишите его.";
export const FINE = "Хорошо! Если остался вопрос, напишите его.";
export const DID_IT_HELP = "Отметьте, пожалуйста, помог ли ответ.";

/** Who answers for what the bot says. */
export function answeredBy(organization: string): string {
  return `Бота ведёт ${organization}: это ответ из его списка.`;
}
