// What the report says, in all its forms.
export const TITLE = "Вопросы к боту";
export const SUMMARY = "Итоги";
export const ENTRIES = "Чаще всего нужен ответ";
export const TOPICS = "Спрашивают о другом";
export const VOTES = "Оценки ответов";
export const UNANSWERED = "Остались без ответа";
export const BY_DAY = "По дням";
export const BY_HOUR = "По часам";

export const QUESTIONS = "Вопросов";
export const PEOPLE = "Людей";
export const PEOPLE_NOTE = "Кто писал в разные дни, посчитан за каждый день.";
export const SOLVED_BY_TAP = "Помогли варианты";
export const PRIVATE_CHATS = "В личных чатах";
export const CLASS_CHATS = "В чатах классов";
export const SHARE = "Доля, %";
export const SURE = "Уверенность, %";
export const SOLVED_SHARE = "Решено, %";
export const NOTHING_UNANSWERED = "Таких вопросов нет.";
export const NEAREST = "ближе всего";
export const ALSO = "ещё пишут";
export const LAST_TIME = "последний раз";

export const CSV_COLUMNS = {
  section: "Раздел",
  name: "Показатель",
  total: "Всего",
  lastDay: "Последний раз",
  details: "Подробности",
};

export function andMore(count: number): string {
  return `…и ещё ${count}`;
}

export function timesAndPeople(times: number, people: number): string {
  return `раз: ${times}, людей: ${people}`;
}
