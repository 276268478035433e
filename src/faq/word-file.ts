// Problems of the file as YAML in Russian: encoding, syntax, keys and types.
import { counted } from "../text/plural.ts";
import type { Encoding, Shape } from "./problem.ts";
import { SYNTAX_WORDS } from "./word-syntax.ts";
import { characters, said, wordSuggestion, type Words } from "./wording.ts";

const BYTES_PER_MEGABYTE = 1024 * 1024;

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

/** "a, b и c" */
function listed(names: readonly string[]): string {
  return names.join(", ").replace(/, ([^,]*)$/u, " и $1");
}

export const FILE_WORDS = {
  "file-too-large": ({ maxBytes }) =>
    said(
      `файл больше ${maxBytes / BYTES_PER_MEGABYTE} МБ`,
      "Проверьте, тот ли это файл, и уберите из него лишнее",
    ),
  "line-too-long": ({ maxLength }) =>
    said(
      `строка длиннее, чем ${characters(maxLength)}`,
      "Проверьте, тот ли это файл; длинный ответ начните с «|» и разбейте на строки",
    ),
  "too-many-lines": ({ maxLines }) =>
    said(
      `в файле больше ${counted(maxLines, ["строки", "строк", "строк"])}`,
      "Проверьте, тот ли это файл, и уберите из него лишнее",
    ),
  "not-utf8": ({ encoding }) => said(ENCODING_WORDS[encoding], SAVE_AS_UTF8),
  "control-character": ({ codePoint }) =>
    said(
      `в тексте есть невидимый управляющий знак (код ${codePoint})`,
      "Удалите его: наберите это место заново",
    ),
  syntax: ({ reason }) => SYNTAX_WORDS[reason],
  "too-deep": ({ maxDepth }) =>
    said(
      `слишком глубокая вложенность: больше ${counted(maxDepth, ["уровня", "уровней", "уровней"])}`,
      "Проверьте скобки и отступы на этой строке",
    ),
  "too-many-aliases": ({ maxAliases }) =>
    said(
      `ссылок вида *имя больше ${maxAliases}: столько бот не раскрывает`,
      "Напишите текст там, где он нужен",
    ),
  "unknown-alias": ({ name }) =>
    said(
      `«*${name}» читается как ссылка на &${name}, а такого имени выше нет`,
      "Если это текст, возьмите его в кавычки",
    ),
  "unused-anchor": ({ name }) =>
    said(
      `«&${name}» читается как имя для ссылки и в текст не попадёт`,
      "Если это часть текста, возьмите весь текст в кавычки",
    ),
  "cut-by-hash": ({ rest }) =>
    said(
      `«${rest}» считается примечанием и в текст не попадёт`,
      "Если это часть текста, возьмите весь текст в кавычки; в примечании поставьте пробел после «#»",
    ),
  "duplicate-key": ({ key, firstLine }) =>
    said(
      `ключ «${key}» уже есть на строке ${firstLine}`,
      "Оставьте один из двух; если это новая запись, начните её с «- »",
    ),
  "empty-file": ({ keys }) =>
    said(
      "файл пуст",
      `${keys.length === 1 ? "Нужен ключ" : "Нужны как минимум ключи"} ${listed(keys)}`,
    ),
  "wrong-root": ({ keys, found }) =>
    said(
      `файл должен начинаться с ${keys.length === 1 ? "ключа" : "ключей"} ${listed(keys)}, а здесь ${SHAPE_WORDS[found]}`,
      "Проверьте, тот ли это файл",
    ),
  "missing-key": ({ key }) =>
    said(
      `нет обязательного ключа «${key}»`,
      "Добавьте его с тем же отступом, что у соседних ключей",
    ),
  "empty-value": ({ key }) =>
    key === undefined
      ? said("пустой пункт списка", "Допишите его или удалите строку")
      : said(`после «${key}:» ничего нет`, "Впишите значение"),
  "unknown-key": ({ key, suggestion }) =>
    said(
      `неизвестный ключ «${key}»${wordSuggestion(suggestion)}`,
      "Исправьте или удалите его; если это текст, проверьте отступ",
    ),
  "wrong-type": ({ expected, found }) =>
    said(`${SHAPE_NEEDED[expected]}, а стоит ${SHAPE_WORDS[found]}`, SHAPE_ADVICE[expected]),
  "needs-quotes": ({ source }) =>
    said(
      `здесь нужен текст, а ${source} YAML понимает не как текст`,
      `Возьмите в кавычки: "${source}"`,
    ),
  "text-became-mapping": ({ source }) =>
    said(
      "здесь нужен текст, а из-за двоеточия или скобок получились ключ и значение",
      `Возьмите весь текст в кавычки: '${source}'`,
    ),
  "empty-text": () => said("пустой текст", "Впишите его или удалите строку"),
  "empty-list": () => said("список пуст", "Добавьте хотя бы один пункт"),
  "lonely-synonym": () =>
    said("в группе синонимов меньше двух слов", "Добавьте второе слово или удалите группу"),
} satisfies Partial<Words>;
