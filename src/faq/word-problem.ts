// All problems of faq.yaml in Russian: what is wrong, and what to do.
import type { LinkFaultKind } from "../markup/link-faults.ts";
import { counted, type NounForms } from "./plural.ts";
import type { Encoding, Problem, Shape } from "./problem.ts";
import { SYNTAX_WORDS } from "./word-syntax.ts";

const CHARACTERS: NounForms = ["знак", "знака", "знаков"];

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** One or more sentences, in lower case at the start and without a full stop at the end. */
export function wordProblem(found: Problem): string {
  switch (found.code) {
    case "file-too-large":
      return `файл больше ${found.params.maxBytes / BYTES_PER_MEGABYTE} МБ. Проверьте, тот ли это файл, и уберите из него лишнее`;
    case "line-too-long":
      return `строка длиннее, чем ${counted(found.params.maxLength, CHARACTERS)}. Проверьте, тот ли это файл; длинный ответ начните с «|» и разбейте на строки`;
    case "too-many-lines":
      return `в файле больше ${counted(found.params.maxLines, ["строки", "строк", "строк"])}. Проверьте, тот ли это файл, и уберите из него лишнее`;
    case "not-utf8":
      return `${ENCODING_WORDS[found.params.encoding]}. ${SAVE_AS_UTF8}`;
    case "control-character":
      return `в тексте есть невидимый управляющий знак (код ${found.params.codePoint}). Удалите его: наберите это место заново`;
    case "syntax":
      return SYNTAX_WORDS[found.params.reason];
    case "too-deep":
      return `слишком глубокая вложенность: больше ${counted(found.params.maxDepth, ["уровня", "уровней", "уровней"])}. Проверьте скобки и отступы на этой строке`;
    case "too-many-aliases":
      return `ссылок вида *имя больше ${found.params.maxAliases}: столько бот не раскрывает. Напишите текст там, где он нужен`;
    case "unknown-alias":
      return `«*${found.params.name}» читается как ссылка на &${found.params.name}, а такого имени выше нет. Если это текст, возьмите его в кавычки`;
    case "unused-anchor":
      return `«&${found.params.name}» читается как имя для ссылки и в текст не попадёт. Если это часть текста, возьмите весь текст в кавычки`;
    case "cut-by-hash":
      return `«${found.params.rest}» считается примечанием и в текст не попадёт. Если это часть текста, возьмите весь текст в кавычки; в примечании поставьте пробел после «#»`;
    case "duplicate-key":
      return `ключ «${found.params.key}» уже есть на строке ${found.params.firstLine}. Оставьте один из двух; если это новая запись, начните её с «- »`;
    case "empty-file":
      return "файл пуст. Нужны как минимум ключи organization, categories и entries";
    case "wrong-root":
      return `файл должен состоять из ключей organization, categories, entries и других, а здесь ${SHAPE_WORDS[found.params.found]}. Проверьте, тот ли это файл`;
    case "missing-key":
      return `нет обязательного ключа «${found.params.key}». Добавьте его с тем же отступом, что у соседних ключей`;
    case "empty-value":
      return found.params.key === undefined
        ? "пустой пункт списка. Допишите его или удалите строку"
        : `после «${found.params.key}:» ничего нет. Впишите значение`;
    case "unknown-key":
      return `неизвестный ключ «${found.params.key}»${wordSuggestion(found.params.suggestion)}. Исправьте или удалите его; если это текст, проверьте отступ`;
    case "wrong-type":
      return `${SHAPE_NEEDED[found.params.expected]}, а стоит ${SHAPE_WORDS[found.params.found]}. ${SHAPE_ADVICE[found.params.expected]}`;
    case "needs-quotes":
      return `здесь нужен текст, а ${found.params.source} YAML понимает не как текст. Возьмите в кавычки: "${found.params.source}"`;
    case "text-became-mapping":
      return `здесь нужен текст, а из-за двоеточия или скобок получились ключ и значение. Возьмите весь текст в кавычки: '${found.params.source}'`;
    case "empty-text":
      return "пустой текст. Впишите его или удалите строку";
    case "empty-list":
      return "список пуст. Добавьте хотя бы один пункт";
    case "lonely-synonym":
      return "в группе синонимов меньше двух слов. Добавьте второе слово или удалите группу";
    case "text-too-long":
      return `слишком длинно: ${counted(found.params.length, CHARACTERS)}, а можно не больше ${found.params.maxLength}. Сократите`;
    case "bad-id":
      return `id «${found.params.id}» не годится для ссылки. Можно от 1 до 60 знаков: строчные латинские буквы, цифры и дефис не в начале, например change-role`;
    case "bad-date":
      return `«${found.params.date}» — не дата. Напишите год, месяц и день: 2025-09-15`;
    case "bad-address":
      return `«${found.params.address}» — не адрес. Он должен начинаться с https:// или http:// и быть без пробелов`;
    case "out-of-range":
      return `число ${found.params.value} не подходит. Нужно число от 0 до 1, например 0.6`;
    case "thresholds-swapped":
      return `answer_threshold (${found.params.answer}) меньше, чем suggest_threshold (${found.params.suggest}), а ответить сразу — дело более ответственное, чем предложить. Увеличьте первое или уменьшите второе`;
    case "duplicate-id":
      return `id «${found.params.id}» уже занят${wordLine(found.params.firstLine)}. Придумайте другой: id не повторяются ни среди разделов, ни среди вопросов, тем и разговоров вместе`;
    case "unknown-category":
      return `раздела «${found.params.id}» нет в categories${wordSuggestion(found.params.suggestion)}. Исправьте или добавьте такой раздел`;
    case "empty-category":
      return `в разделе «${found.params.id}» нет ни одного вопроса, и бот его не покажет. Добавьте вопрос или удалите раздел`;
    case "unknown-related":
      return `вопроса «${found.params.id}» нет в entries${wordSuggestion(found.params.suggestion)}. Исправьте или удалите`;
    case "related-to-itself":
      return `вопрос «${found.params.id}» указан как похожий на самого себя. Удалите его из related`;
    case "repeated-related":
      return `вопрос «${found.params.id}» в related уже есть. Удалите повтор`;
    case "shared-phrase":
      return `фраза «${found.params.phrase}» уже есть у «${found.params.owner}»${wordLine(found.params.firstLine)}: бот не поймёт, что отвечать. Оставьте её в одном месте`;
    case "repeated-phrase":
      return `фраза «${found.params.phrase}» повторяется${wordLine(found.params.firstLine)}. Повтор можно удалить: заглавные буквы, «ё» и знаки препинания бот не различает`;
    case "unknown-placeholder":
      return `подстановки ${found.params.placeholder} нет${wordSuggestion(found.params.suggestion)}. Есть {{organization}} и {{contact}}`;
    case "broken-placeholder":
      return "скобки подстановки написаны не до конца. Должно быть так: {{organization}} или {{contact}}";
    case "misplaced-placeholder":
      return `подстановка ${found.params.placeholder} работает только в answer. Напишите здесь текст целиком`;
    case "bad-link":
      return wordLink(found.params.fault, found.params.source);
    case "stray-bold":
      return "«**» осталось без пары, и его увидят как есть. Жирный текст пишется **так**: звёздочки вплотную к словам, на одной строке";
    case "unnamed-organization":
      return `название «${found.params.name}» не дописано, и родители увидят его таким. Впишите полное название школы`;
    case "answer-too-long":
      return `ответ не поместится в сообщение MAX: вместе с заголовком, источником и разметкой ${counted(found.params.length, CHARACTERS)}, а можно не больше ${found.params.maxLength}. Сократите или разделите на два вопроса`;
  }
}

const SAVE_AS_UTF8 =
  "Сохраните файл в кодировке UTF-8: в Блокноте «Файл → Сохранить как → Кодировка: UTF-8»";

const ENCODING_WORDS: Readonly<Record<Encoding, string>> = {
  "UTF-16": "файл сохранён в кодировке UTF-16 («Юникод»)",
  CP1251: "файл, похоже, сохранён в старой кодировке Windows (CP1251, «ANSI»)",
  unknown: "файл не в кодировке UTF-8",
};

const SHAPE_WORDS: Readonly<Record<Shape, string>> = {
  text: "текст",
  number: "число",
  list: "список",
  mapping: "набор ключей",
  other: "что-то другое",
};

const SHAPE_NEEDED: Readonly<Record<Shape, string>> = {
  text: "здесь нужен текст",
  number: "здесь нужно число",
  list: "здесь нужен список",
  mapping: "здесь нужен набор ключей",
  other: "здесь нужно другое значение",
};

const TEXT_ADVICE =
  "Впишите текст; если он начинается со скобки или дефиса, возьмите его в кавычки";

const SHAPE_ADVICE: Readonly<Record<Shape, string>> = {
  text: TEXT_ADVICE,
  number: "Число пишется без кавычек и с точкой: 0.6",
  list: "Каждый пункт пишется с новой строки и начинается с «- » (дефис и пробел)",
  mapping: "Ключи пишутся с новой строки с отступом: «ключ: значение»",
  other: TEXT_ADVICE,
};

function wordLink(fault: LinkFaultKind, source: string): string {
  const wrong: Readonly<Record<LinkFaultKind, string>> = {
    address: `ссылка ${source} не заработает: в круглых скобках не адрес, или перед ними нет текста`,
    unclosed: `ссылка ${source} не закрыта круглой скобкой`,
    space: `в ссылке ${source} пробел между скобками`,
    unbalanced: `скобка ${source} без пары`,
  };
  return `${wrong[fault]}. Ссылка пишется так: [текст](https://адрес)`;
}

function wordSuggestion(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : ` (может быть, «${suggestion}»?)`;
}

function wordLine(line: number | undefined): string {
  return line === undefined ? "" : ` (строка ${line})`;
}
