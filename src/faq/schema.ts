// The shape of faq.yaml: its types, the checks of single values, and the JSON Schema for editors.
import { z } from "zod";
import { isWebAddress } from "../markup/link.ts";
import { MAX_BUTTON_LENGTH, MAX_QUESTION_LENGTH } from "./faq.ts";

// The message of each check is the problem code it stands for; shape.ts relies on that.
// Lengths are in UTF-16 units.

const MAX_NAME_LENGTH = 200;
const MAX_CONTACT_LENGTH = 1000;

/** Ids go into deep links, where MAX takes only Latin letters, digits, "-" and "_". */
const ID = /^[a-z0-9][a-z0-9-]{0,59}$/u;

const text = z.string().regex(/\S/u, { error: "empty-text" });

function textUpTo(maxLength: number) {
  return text.max(maxLength, { error: "text-too-long" });
}

const id = z.string().regex(ID, { error: "bad-id" });

const phrases = z.array(text).min(1, { error: "empty-list" });

const threshold = z.number().min(0, { error: "out-of-range" }).max(1, { error: "out-of-range" });

const organization = z
  .strictObject({
    name: textUpTo(MAX_NAME_LENGTH).describe("Название школы: подставляется вместо {{organization}}"),
    contact: textUpTo(MAX_CONTACT_LENGTH).describe(
      "К кому обратиться, если бот не знает ответа: подставляется вместо {{contact}}",
    ),
  })
  .describe("Ваша организация");

const category = z.strictObject({
  id: id.describe("Короткое имя раздела латиницей: на него ссылаются вопросы"),
  title: textUpTo(MAX_BUTTON_LENGTH).describe("Название раздела на кнопке"),
});

const source = z
  .strictObject({
    title: textUpTo(MAX_NAME_LENGTH).describe("Название документа или сайта"),
    url: z
      .string()
      .refine(isWebAddress, { error: "bad-address" })
      .meta({ format: "uri", description: "Адрес: начинается с https:// или http://" })
      .optional(),
  })
  .describe("Откуда взят ответ: показывается под ним");

const entry = z.strictObject({
  id: id.describe("Постоянное имя вопроса латиницей: оно входит в ссылки, которыми уже поделились"),
  category: z.string().describe("id раздела из списка categories"),
  question: textUpTo(MAX_QUESTION_LENGTH).describe("Вопрос: заголовок ответа"),
  button: textUpTo(MAX_BUTTON_LENGTH).describe("Короткий вопрос для кнопки").optional(),
  phrases: phrases.describe("Как об этом спрашивают: чем больше разных фраз, тем лучше бот узнаёт вопрос"),
  answer: text.describe(
    "Ответ. Можно: **жирный**, *курсив*, списки через «- », [ссылка](https://…), {{organization}}, {{contact}}",
  ),
  details: text
    .describe("Что бот скажет на «подробнее» и «не понял»: длиннее ответа, по шагам, простыми словами")
    .optional(),
  related: z.array(z.string()).describe("id похожих вопросов; без этого ключа бот подберёт их сам").optional(),
  source: source.optional(),
  checked: z.iso.date({ error: "bad-date" }).describe("Когда ответ проверен: ГГГГ-ММ-ДД").optional(),
  threshold: threshold.describe("Насколько бот должен быть уверен, чтобы дать этот ответ сразу: от 0 до 1").optional(),
});

const sideTopic = z.strictObject({
  id: id.describe("Короткое имя латиницей"),
  title: textUpTo(MAX_BUTTON_LENGTH)
    .describe("Как называть в списках; без этого ключа называется первой фразой")
    .optional(),
  phrases: phrases.describe("Как об этом пишут"),
  answer: text.describe("Что отвечает бот"),
  related: z
    .array(z.string())
    .describe("id вопросов, которые бот предложит кнопками под этим ответом: видны первые три")
    .optional(),
});

const settings = z
  .strictObject({
    answer_threshold: threshold.describe("С какой уверенности бот отвечает сразу: от 0 до 1").optional(),
    suggest_threshold: threshold.describe("С какой уверенности бот предлагает варианты: от 0 до 1").optional(),
  })
  .describe("Настройки подбора ответа");

const synonymGroup = z.array(text).min(2, { error: "lonely-synonym" });

export const faqSchema = z
  .strictObject({
    organization,
    categories: z.array(category).min(1, { error: "empty-list" }).describe("Разделы, по порядку показа"),
    entries: z.array(entry).min(1, { error: "empty-list" }).describe("Вопросы и ответы, по порядку показа"),
    topics: z.array(sideTopic).describe("Известные вопросы не по теме: что на них отвечать").optional(),
    smalltalk: z.array(sideTopic).describe("Приветствия, благодарности и прочие разговоры").optional(),
    synonyms: z
      .array(synonymGroup.describe("Слова, которые здесь значат одно и то же"))
      .describe("Группы слов с одним значением")
      .optional(),
    settings: settings.optional(),
  })
  .meta({ title: "faq.yaml", description: "Вопросы и ответы бота" });

/** faq.yaml as it is written, once its shape is right. */
export type FaqFile = z.infer<typeof faqSchema>;

/** The JSON Schema that editors check a file with; draft 7 is what YAML plugins understand. */
export function jsonSchemaOf(schema: z.ZodType) {
  return z.toJSONSchema(schema, { target: "draft-7", io: "input" });
}

/** The keys a mapping at `path` may have. */
export function knownKeysAt(schema: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  let at: unknown = jsonSchemaOf(schema);
  for (const step of path) at = typeof step === "number" ? partOf(at, "items") : partOf(partOf(at, "properties"), step);
  return Object.keys(partOf(at, "properties") ?? {});
}

function partOf(value: unknown, key: string): object | undefined {
  const part: unknown = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return typeof part === "object" && part !== null ? part : undefined;
}
