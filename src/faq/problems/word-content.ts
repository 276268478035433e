// Problems of what stands in the file in Russian: values, ids, phrases, answers, and what could be better about them.
import type { LinkFaultKind } from "../../markup/link-faults.ts";
import { characters, said, wordLine, wordSuggestion, type Wording, type Words } from "./wording.ts";
import { counted, type NounForms } from "../../text/plural.ts";

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
    said(`«${address}» — не адрес`, "Он должен начинаться с https:// или http:// и быть без пробелов"),
  "out-of-range": ({ value }) => said(`число ${value} не подходит`, "Нужно число от 0 до 1, например 0.6"),
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
    said(`раздела «${id}» нет в categories${wordSuggestion(suggestion)}`, "Исправьте или добавьте такой раздел"),
  "empty-category": ({ id }) =>
    said(`в разделе «${id}» нет ни одного вопроса, и бот его не покажет`, "Добавьте вопрос или удалите раздел"),
  "unknown-related": ({ id, suggestion }) =>
    said(`вопроса «${id}» нет в entries${wordSuggestion(suggestion)}`, "Исправьте или удалите"),
  "related-to-itself": ({ id }) => said(`вопрос «${id}» указан как похожий на самого себя`, "Удалите его из related"),
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
    said(`подстановки ${placeholder} нет${wordSuggestion(suggestion)}`, "Есть {{organization}} и {{contact}}"),
  "broken-placeholder": () =>
    said("скобки подстановки написаны не до конца", "Должно быть так: {{organization}} или {{contact}}"),
  "misplaced-placeholder": ({ placeholder }) =>
    said(`подстановка ${placeholder} работает только в answer`, "Напишите здесь текст целиком"),
  "bad-link": ({ fault, source }) => wordLink(fault, source),
  "stray-bold": () =>
    said(
      "«**» осталось без пары, и его увидят как есть",
      "Жирный текст пишется **так**: звёздочки вплотную к словам, на одной строке",
    ),
  "unnamed-organization": ({ name }) =>
    said(`название «${name}» не дописано, и родители увидят его таким`, "Впишите полное название школы"),
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

const PHRASES: NounForms = ["фраза", "фразы", "фраз"];
const LINES: NounForms = ["строку", "строки", "строк"];

const NAME_ADVICE = {
  MAX: "Напишите MAX: латинскими заглавными буквами и без окончания",
  Сферум: "Напишите «Сферум»: русскими буквами, с одной заглавной",
};

export const LINT_WORDS = {
  "few-phrases": ({ count, minCount }) =>
    said(
      `здесь только ${counted(count, PHRASES)}, и бот часто не узнает вопрос, заданный другими словами`,
      `Добавьте хотя бы до ${minCount}, а лучше до 20: чем разнообразнее, тем вернее`,
    ),
  "unseen-phrase": () =>
    said(
      "эта фраза не подойдёт ни к одному сообщению: в ней только знаки, которых не видно",
      "Впишите слова или смайлик, или удалите её",
    ),
  "filler-phrase": ({ phrase }) =>
    said(
      `фраза «${phrase}» состоит из общих слов и подходит к любому вопросу`,
      "Допишите, о чём спрашивают, или удалите её",
    ),
  "twin-items": ({ id, twin, twinLine, pairs }) =>
    said(
      `бот почти не отличает «${id}» от «${twin}» (строка ${twinLine}): ${pairs.map(([one, other]) => `«${one}» и «${other}»`).join(", ")}`,
      "Объедините их в одну запись или оставьте похожие фразы только в одной из них",
    ),
  "same-phrase": ({ phrase, owner, other, otherLine }) =>
    said(
      `для бота «${phrase}» — почти то же, что «${other}» у «${owner}» (строка ${otherLine})`,
      "Оставьте одну из двух или допишите, чем эти вопросы отличаются",
    ),
  "stray-phrase": ({ phrase, owner, other, otherLine }) =>
    said(
      `фраза «${phrase}» ближе к «${owner}», чем к остальным фразам своей записи; самая похожая — «${other}» (строка ${otherLine})`,
      "Перенесите её туда, перефразируйте или удалите",
    ),
  "misspelled-name": ({ written, name }) =>
    said(`«${written}» прочтут родители, а название пишется иначе`, NAME_ADVICE[name]),
  "mixed-scripts": ({ word, latin }) =>
    said(
      `в слове «${word}» русские буквы смешаны с латинскими («${latin}»)`,
      "Наберите его заново; окончание после латинского слова отделите дефисом",
    ),
  "insecure-address": ({ address }) =>
    said(
      `адрес ${address} открывается без шифрования, и телефон может о нём предупредить`,
      "Замените http:// на https://, если сайт так открывается",
    ),
  "unreadable-address": ({ written }) =>
    said(
      `«${written}» не станет ссылкой`,
      "Напишите адрес целиком, с https:// впереди, или так: [текст](https://адрес)",
    ),
  "long-for-a-phone": ({ lines, maxLines }) =>
    said(
      `ответ займёт на телефоне около ${counted(lines, ["строки", "строк", "строк"])}, а дочитывают примерно ${counted(maxLines, LINES)}`,
      "Начните с короткого ответа, остальное сократите или вынесите в отдельный вопрос",
    ),
  "checked-long-ago": ({ date }) =>
    said(`ответ проверяли ${date}, больше года назад`, "Сверьте его с действующими документами и поставьте новую дату"),
  "checked-in-future": ({ date }) =>
    said(`день проверки ${date} ещё не наступил`, "Поставьте день, когда ответ сверили на деле"),
} satisfies Partial<Words>;
