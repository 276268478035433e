// Problems of what stands in the file in Russian: values, ids, phrases, answers.
import type { LinkFaultKind } from "../markup/link-faults.ts";
import { characters, said, wordLine, wordSuggestion, type Wording, type Words } from "./wording.ts";

export const CONTENT_WORDS = {
  "text-too-long": ({ length, maxLength }) =>
    said(`слишком длинно: ${characters(length)}, а можно не больше ${maxLength}`, "Сократите"),
  "bad-id": ({ id }) =>
    said(
      `id «${id}» не годится для ссылки`,
      "Можно от 1 до 60 знаков: строчные латинские буквы, цифры и дефис не в начале, например change-role",
    ),
  "bad-date": ({ date }) => said(`«${date}» — не дата`, "Напишите год, месяц и день: 2025-09-15"),
  "bad-address": ({ address }) =>
    said(
      `«${address}» — не адрес`,
      "Он должен начинаться с https:// или http:// и быть без пробелов",
    ),
  "out-of-range": ({ value }) =>
    said(`число ${value} не подходит`, "Нужно число от 0 до 1, например 0.6"),
  "thresholds-swapped": ({ answer, suggest }) =>
    said(
      `answer_threshold (${answer}) меньше, чем suggest_threshold (${suggest}), а ответить сразу — дело более ответственное, чем предложить`,
      "Увеличьте первое или уменьшите второе",
    ),
  "duplicate-id": ({ id, firstLine }) =>
    said(
      `id «${id}» уже занят${wordLine(firstLine)}`,
      "Придумайте другой: id не повторяются ни среди разделов, ни среди вопросов, тем и разговоров вместе",
    ),
  "unknown-category": ({ id, suggestion }) =>
    said(
      `раздела «${id}» нет в categories${wordSuggestion(suggestion)}`,
      "Исправьте или добавьте такой раздел",
    ),
  "empty-category": ({ id }) =>
    said(
      `в разделе «${id}» нет ни одного вопроса, и бот его не покажет`,
      "Добавьте вопрос или удалите раздел",
    ),
  "unknown-related": ({ id, suggestion }) =>
    said(`вопроса «${id}» нет в entries${wordSuggestion(suggestion)}`, "Исправьте или удалите"),
  "related-to-itself": ({ id }) =>
    said(`вопрос «${id}» указан как похожий на самого себя`, "Удалите его из related"),
  "repeated-related": ({ id }) => said(`вопрос «${id}» в related уже есть`, "Удалите повтор"),
  "shared-phrase": ({ phrase, owner, firstLine }) =>
    said(
      `фраза «${phrase}» уже есть у «${owner}»${wordLine(firstLine)}: бот не поймёт, что отвечать`,
      "Оставьте её в одном месте",
    ),
  "repeated-phrase": ({ phrase, firstLine }) =>
    said(
      `фраза «${phrase}» повторяется${wordLine(firstLine)}`,
      "Повтор можно удалить: заглавные буквы, «ё» и знаки препинания бот не различает",
    ),
  "unknown-placeholder": ({ placeholder, suggestion }) =>
    said(
      `подстановки ${placeholder} нет${wordSuggestion(suggestion)}`,
      "Есть {{organization}} и {{contact}}",
    ),
  "broken-placeholder": () =>
    said(
      "скобки подстановки написаны не до конца",
      "Должно быть так: {{organization}} или {{contact}}",
    ),
  "misplaced-placeholder": ({ placeholder }) =>
    said(`подстановка ${placeholder} работает только в answer`, "Напишите здесь текст целиком"),
  "bad-link": ({ fault, source }) => wordLink(fault, source),
  "stray-bold": () =>
    said(
      "«**» осталось без пары, и его увидят как есть",
      "Жирный текст пишется **так**: звёздочки вплотную к словам, на одной строке",
    ),
  "unnamed-organization": ({ name }) =>
    said(
      `название «${name}» не дописано, и родители увидят его таким`,
      "Впишите полное название школы",
    ),
  "answer-too-long": ({ length, maxLength }) =>
    said(
      `ответ не поместится в сообщение MAX: вместе с заголовком, источником и разметкой ${characters(length)}, а можно не больше ${maxLength}`,
      "Сократите или разделите на два вопроса",
    ),
} satisfies Partial<Words>;

function wordLink(fault: LinkFaultKind, source: string): Wording {
  const wrong: Readonly<Record<LinkFaultKind, string>> = {
    address: `ссылка ${source} не заработает: в круглых скобках не адрес, или перед ними нет текста`,
    unclosed: `ссылка ${source} не закрыта круглой скобкой`,
    space: `в ссылке ${source} пробел между скобками`,
    unbalanced: `скобка ${source} без пары`,
  };
  return said(wrong[fault], "Ссылка пишется так: [текст](https://адрес)");
}
