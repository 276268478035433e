import { expect, it } from "vitest";
import { parseFaq } from "../../faq/parse.ts";
import { SMALL_FAQ } from "../../../test/support/faq/small-faq.ts";
import type { Edit } from "../content/content-api.ts";
import { applyEdits } from "./apply-edits.ts";

const role = {
  categoryId: "transfer",
  question: "Как изменить роль?",
  button: undefined,
  phrases: ["поменять роль"],
  answer: "{{contact}}",
  related: undefined,
  checked: undefined,
};
const renamed: Edit = {
  kind: "entry",
  id: "role",
  before: role,
  after: { ...role, question: "Как сменить роль?" },
};
const added: Edit = {
  kind: "new-entry",
  categoryId: "transfer",
  question: "Где мой чат?",
  answer: "В MAX.",
  phrases: ["куда делся чат", "Где мой чат", "не вижу чата"],
};

it("makes several changes, one after another", () => {
  const applied = applyEdits(SMALL_FAQ, [renamed, added]);
  const parsed = parseFaq(applied.kind === "applied" ? applied.text : "");
  expect(parsed).toMatchObject({
    faq: {
      entries: [
        { id: "chats" },
        { id: "role", question: "Как сменить роль?" },
        { id: "gde-moy-chat", phrases: ["Где мой чат?", "куда делся чат", "не вижу чата"] },
      ],
    },
  });
});

it("takes what is there already for done", () => {
  const once = applyEdits(SMALL_FAQ, [renamed]);
  const text = once.kind === "applied" ? once.text : "";
  expect(applyEdits(text, [renamed])).toEqual({ kind: "applied", text });
});

it("says what the file says where that is something else than the page was shown", () => {
  const text = SMALL_FAQ.replace("Как изменить роль?", "Как поменять роль?");
  expect(applyEdits(text, [renamed])).toMatchObject({
    kind: "conflict",
    theirs: { question: "Как поменять роль?" },
  });
});

it("says why a change will not do", () => {
  expect(applyEdits(SMALL_FAQ, [{ ...added, phrases: ["спасибо!"] }])).toEqual({
    kind: "unfit",
    edit: 0,
    lines: ["Фраза «спасибо!» уже есть у «thanks». Заглавные буквы, «ё» и знаки препинания бот не различает."],
  });
});
