import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "./store.ts";
import type { NewQuestion } from "./support-questions.ts";
import { DATABASES, type TestPlace } from "../../test/support/database/databases.ts";

/** After 2038, and ids beyond 32 bits, so that columns that are too small would show. */
const T = Date.UTC(2040, 0, 1);
const USER = 70_801_090_403_050;
let place: TestPlace;
let store: Store;

function question(id: string, change: Partial<NewQuestion> = {}): NewQuestion {
  const same = { userId: USER, chatId: -USER, messageId: `m-${id}`, createdAt: T };
  return { id, ...same, text: "можно ли с кнопочным?", ...change };
}

describe.each(DATABASES)("questions for a person in $name", (database) => {
  beforeEach(async () => {
    place = await database.newPlace();
    store = await place.open();
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  test("a question is found as it was kept, and one that is known stays as it is", async () => {
    const { supportQuestions } = store;
    await supportQuestions.keep(question("q", { chatId: undefined, followsMessageId: "before" }));
    await supportQuestions.keep(question("q", { text: "другой" }));
    expect(await supportQuestions.find("q")).toEqual({
      ...question("q", { chatId: undefined, followsMessageId: "before" }),
      sentAt: undefined,
      staffMessageId: undefined,
    });
    expect(await supportQuestions.find("other")).toBeUndefined();
  });

  test("of one person the ten newest that wait are kept", async () => {
    const { supportQuestions } = store;
    for (let index = 0; index < 12; index++)
      await supportQuestions.keep(question(`q${index}`, { createdAt: T + index }));
    expect(await supportQuestions.find("q1")).toBeUndefined();
    expect((await supportQuestions.find("q2"))?.createdAt).toBe(T + 2);
  });

  test("a question that was sent has no text any more, and is found by its copy", async () => {
    const { supportQuestions } = store;
    await supportQuestions.keep(question("q"));
    await supportQuestions.markSent("q", "copy", T + 5);
    const found = await supportQuestions.findByStaffMessage("copy");
    expect(found).toMatchObject({ id: "q", chatId: -USER, text: undefined, sentAt: T + 5 });
  });

  test("what was sent is counted, of one person and of all", async () => {
    const { supportQuestions } = store;
    for (const [id, userId] of [
      ["a", 1],
      ["b", 2],
      ["c", 2],
    ] as const) {
      await supportQuestions.keep(question(id, { userId }));
      await supportQuestions.markSent(id, undefined, T);
    }
    expect(await supportQuestions.countSent(T - 1)).toBe(3);
    expect(await supportQuestions.countSent(T - 1, 2)).toBe(2);
    expect(await supportQuestions.countSent(T)).toBe(0);
  });

  test("an answer is noted once and leads back to its question", async () => {
    const { supportQuestions } = store;
    await supportQuestions.keep(question("q"));
    const answer = { key: "k", questionId: "q", messageId: "answer", deliveredAt: T };
    await supportQuestions.addAnswer(answer);
    await supportQuestions.addAnswer({ ...answer, messageId: "again" });
    expect(await supportQuestions.hasAnswer("k")).toBe(true);
    expect(await supportQuestions.hasAnswer("other")).toBe(false);
    expect((await supportQuestions.findByAnswer("answer"))?.id).toBe("q");
    expect(await supportQuestions.findByAnswer("again")).toBeUndefined();
  });

  test("questions are deleted by person and by age, with their answers", async () => {
    const { supportQuestions } = store;
    await supportQuestions.keep(question("mine", { userId: 1 }));
    await supportQuestions.keep(question("waits"));
    await supportQuestions.keep(question("sent", { createdAt: T - 9 }));
    await supportQuestions.markSent("sent", "copy", T);
    const answer = { key: "k", questionId: "sent", messageId: "answer", deliveredAt: T };
    await supportQuestions.addAnswer(answer);
    expect(await supportQuestions.forget(1)).toBe(1);
    expect(await supportQuestions.prune({ unsent: T, sent: T })).toBe(0);
    expect(await supportQuestions.prune({ unsent: T, sent: T + 1 })).toBe(1);
    expect(await supportQuestions.hasAnswer("k")).toBe(false);
    expect((await supportQuestions.find("waits"))?.id).toBe("waits");
  });
});
