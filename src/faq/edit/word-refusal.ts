// Why a change of faq.yaml was not made, in Russian: what is the case, and what to do.
import type { Refusal } from "./edit.ts";

/** One or more sentences; lists of problems follow on lines of their own. */
export function wordRefusal(refusal: Refusal): string {
  switch (refusal.kind) {
    case "unreadable-file":
      return `${refusal.message}.`;
    case "disk-failed":
      return refusal.code === "ENOSPC"
        ? "На диске нет места, поэтому правка не записана. Освободите место и повторите."
        : `Диск не принял запись (${refusal.code}), поэтому файл остался прежним. Повторите позже.`;
    case "broken-file":
      return "В файле с содержанием сейчас ошибка, и дописать в него нельзя. Сначала исправьте её: /check покажет где.";
    case "unknown-owner":
      return `Вопроса «${refusal.ownerId}» в файле больше нет: видимо, его удалили или переименовали.`;
    case "unknown-category":
      return `Раздела «${refusal.categoryId}» в файле больше нет. Выберите другой.`;
    case "empty-text":
      return "Текст пуст. Напишите его словами.";
    case "no-phrases":
      return "Нужна хотя бы одна фраза: по ним бот узнаёт вопрос.";
    case "phrase-too-long":
      return `Фраза длиннее ${refusal.maxLength} знаков: такие почти не помогают узнавать вопрос. Возьмите из неё главное.`;
    case "known-phrase":
      return `Фраза «${refusal.phrase}» уже есть у «${refusal.ownerId}». Заглавные буквы, «ё» и знаки препинания бот не различает.`;
    case "unusual-layout":
      return `Место в файле (строка ${refusal.line}) записано необычно, и дописать туда, не задев остального, нельзя. Впишите вручную.`;
    case "shared-text":
      return `Текст в строке ${refusal.line} записан один раз, а используется в нескольких местах (&имя и *имя), и правка задела бы остальные. Измените его в файле вручную.`;
    case "changed-meanwhile":
      return refusal.theirs === undefined
        ? "Этого вопроса в файле больше нет: видимо, его удалили или переименовали."
        : "Пока вы правили, это место в файле изменил кто-то другой. Посмотрите, что там теперь, и повторите.";
    case "nothing-to-change":
      return "Так уже и записано: менять нечего.";
    case "not-there":
      return "Добавленного в файле больше нет в том виде: отменять нечего. Если нужно, исправьте файл вручную.";
    case "unknown-edit":
      return "Запись об этой правке не найдена: она слишком старая. Исправьте файл вручную.";
    case "file-changed":
      return "Файл только что изменил кто-то другой, поэтому правка не записана. Повторите.";
    case "invalid":
      return ["С этой правкой файл не прошёл бы проверку:", ...refusal.lines].join("\n");
    case "failed-check":
      return ["Эта правка испортила бы другие ответы:", ...refusal.lines].join("\n");
  }
}

/** The same for a chat or a page: the lines of a terminal without their excerpts and folders. */
export function wordRefusalBriefly(refusal: Refusal): string {
  if (!("lines" in refusal)) return wordRefusal(refusal);
  const lines = refusal.lines.map((line) => (line.split("\n")[0] ?? "").replace(/^.*[/\\](?=[^/\\]*:\d+:\d+: )/u, ""));
  return wordRefusal({ ...refusal, lines });
}
