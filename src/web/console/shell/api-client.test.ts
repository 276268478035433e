import { expect, it } from "vitest";
import { readAnswer } from "./api-client.ts";

const PAGE = "<!doctype html><title>Вход в сеть</title>";

it.each<[string, number, string, unknown]>([
  ["a value", 200, '{"total":1}', { kind: "ok", value: { total: 1 } }],
  ["nothing", 204, "", { kind: "ok", value: null }],
  [
    "a refusal with its reason",
    409,
    '{"message":"Уже разобран."}',
    { kind: "failed", message: "Уже разобран.", status: 409 },
  ],
  [
    "a refusal of somebody else",
    502,
    PAGE,
    {
      kind: "failed",
      message: "Программа ответила ошибкой 502. Попробуйте ещё раз.",
      status: 502,
    },
  ],
  [
    "a page of somebody else",
    200,
    PAGE,
    {
      kind: "failed",
      message: "Вместо программы ответил кто-то другой. Перезагрузите страницу.",
      status: 200,
    },
  ],
])("reads %s", (_what, status, text, expected) => {
  expect(readAnswer(status, status < 300, text)).toEqual(expected);
});
