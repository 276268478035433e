// The shape of questions.yaml: questions with the answer the bot has to give.
import { z } from "zod";

// The message of each check is the problem code it stands for; shape.ts relies on that.

/** Stands where no entry is expected: the bot must not answer directly. */
export const NONE = "none";

const text = z.string().regex(/\S/u, { error: "empty-text" });

const group = z.strictObject({
  expect: z
    .union([text, z.array(text).min(1, { error: "empty-list" })])
    .describe(
      "id вопроса, который бот должен дать в ответ; список id, если подойдёт любой из них; none, если бот не должен отвечать",
    ),
  questions: z.array(text).min(1, { error: "empty-list" }).describe("Вопросы, как их задают люди"),
});

export const casesSchema = z
  .strictObject({
    cases: z
      .array(group)
      .min(1, { error: "empty-list" })
      .describe("Вопросы, сгруппированные по ожидаемому ответу"),
  })
  .meta({
    title: "questions.yaml",
    description:
      "Проверочные вопросы: команда check убеждается, что бот отвечает на них как ожидалось",
  });

/** questions.yaml as it is written, once its shape is right. */
export type CasesFile = z.infer<typeof casesSchema>;
