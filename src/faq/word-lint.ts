// What could be better about the content in Russian.
import { counted, type NounForms } from "../text/plural.ts";
import { said, type Words } from "./wording.ts";

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
    said(
      `ответ проверяли ${date}, больше года назад`,
      "Сверьте его с действующими документами и поставьте новую дату",
    ),
  "checked-in-future": ({ date }) =>
    said(`день проверки ${date} ещё не наступил`, "Поставьте день, когда ответ сверили на деле"),
} satisfies Partial<Words>;
