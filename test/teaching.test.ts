import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, test } from "vitest";
import { AdminScene, fromBot, lastIn, titles } from "./support/program/admin-scene.ts";

// The whole program: a parent asks in vain, an administrator teaches, the parent is answered.

const FAQ = `# Что знает бот
organization: { name: Школа, contact: Спросите секретаря }
categories:
  - { id: books, title: Книги }
  - { id: food, title: Столовая }
entries:
  - id: book
    category: books
    question: Как взять книгу?
    phrases: # как спрашивают
      - как взять книгу
      - взять книгу на дом
      - выдают ли книги
    answer: Приходите в библиотеку.
  - id: lunch
    category: food
    question: Что на обед?
    phrases: [что на обед, чем кормят, меню столовой]
    answer: Меню висит у входа.
topics:
  - id: weather
    phrases: [какая завтра погода, будет ли дождь]
    answer: О погоде я не знаю.
`;
const QUESTION = "кружок шахмат";

/** A parent has asked in vain, and the administrator has the question before him. */
async function asked(question = QUESTION): Promise<AdminScene> {
  const scene = await AdminScene.open(FAQ);
  await scene.answerTo(scene.parent, question);
  await scene.answerTo(scene.admin, "/unanswered");
  await scene.tap("1.");
  return scene;
}

async function teachBooks(scene: AdminScene, before?: () => Promise<unknown>): Promise<string> {
  await scene.tap("Другой вопрос…");
  await scene.tap("Книги");
  await before?.();
  return (await scene.tap("Как взять книгу")).text;
}

afterAll(() => AdminScene.closeAll());

// Each waits for MAX's two messages a second in a chat: side by side that is no time.
describe.concurrent("teaching from /unanswered", () => {
  test("a question is taught, answered, and unlearned in one tap", async ({ expect }) => {
    const scene = await AdminScene.open(FAQ);
    const { parent, admin } = scene;
    expect((await scene.answerTo(parent, QUESTION)).text).toContain("Я не знаю ответа");
    await scene.answerTo(parent, `${QUESTION}?`);
    expect((await scene.answerTo(admin, "/unanswered")).text).toMatch(
      /Вопросы без ответа за 30 дней: 1[^]*1\. кружок шахмат\n2 раза, 1 человек, последний раз/u,
    );
    expect((await scene.tap("1. кружок")).text).toContain("бот говорит, что не знает ответа.");
    await scene.tap("Другой вопрос…");
    await scene.tap("Столовая");
    const learned = (await scene.tap("Что на обед")).text;
    expect(learned).toContain(`Готово: «${QUESTION}» теперь относится к вопросу «Что на обед?»`);
    expect(learned).toContain("✓ Сейчас бот отвечает: «Что на обед?»");
    const taught = FAQ.replace("меню столовой]", `меню столовой, ${QUESTION}]`);
    expect(await scene.content()).toBe(taught);
    expect((await scene.answerTo(parent, QUESTION)).text).toContain("Меню висит у входа.");
    expect((await scene.tap("Отменить")).text).toContain("Отменено");
    expect(await scene.content()).toBe(FAQ);
    expect((await scene.answerTo(parent, QUESTION)).text).toContain("Я не знаю ответа");
    expect((await scene.tap("← К списку")).text).toContain("3 раза, 1 человек");
  });

  test("what is taught leaves the list; a topic can be taught, too", async ({ expect }) => {
    const scene = await asked();
    await scene.tap("Другая тема…");
    const { text } = await scene.tap("какая завтра погода");
    expect(text).toContain("✓ Сейчас бот отвечает: «какая завтра погода»");
    expect((await scene.tap("← К списку")).text).toContain("нет вопросов, которые остались");
  });

  test("what is not for us is hidden, with what is asked alike later, until it is taken back", async ({ expect }) => {
    const scene = await asked();
    const { mid } = await scene.tap("Не для нас");
    await scene.answerTo(scene.parent, `${QUESTION}!`);
    expect((await scene.answerTo(scene.admin, "/unanswered")).text).toContain("нет вопросов");
    scene.admin.tap(mid, "Вернуть в список");
    await scene.admin.until(() => fromBot(scene.admin)[0]?.text.includes("снова") === true);
    expect((await scene.answerTo(scene.admin, "/unanswered")).text).toContain("2 раза");
  });

  test("it is refused when the entry went meanwhile", async ({ expect }) => {
    const scene = await asked();
    const renamed = FAQ.replace("id: book\n", "id: books-at-home\n");
    const text = await teachBooks(scene, () => writeFile(scene.file, renamed));
    expect(text).toMatch(/Не получилось[^]*«book» в файле больше нет/u);
    expect(await scene.content()).toBe(renamed);
  });

  test("it is refused when an answer that has to stay would change", async ({ expect }) => {
    const scene = await asked();
    const cases = `cases: [{ expect: none, questions: ["${QUESTION}"] }]\n`;
    await writeFile(join(scene.folder, "questions.yaml"), cases);
    const text = await teachBooks(scene);
    expect(text).toMatch(/Эта правка испортила бы другие ответы:\nquestions\.yaml:1/u);
    expect(await scene.content()).toBe(FAQ);
  });

  test("it is refused when nothing is left of a question without its telephone number", async ({ expect }) => {
    const scene = await asked("зюзя 89161234567");
    expect(await teachBooks(scene)).toContain("не остаётся слов");
  });

  test("others get the ordinary answer, to the command and to a forged button", async ({ expect }) => {
    const scene = await AdminScene.open(FAQ);
    const { parent } = scene;
    await scene.answerTo(parent, QUESTION);
    const { mid, text } = await scene.answerTo(parent, "/unanswered");
    expect(text).toContain("Такой команды я не знаю");
    parent.forgeTap(mid, "1:admin:unanswered:list:u:0");
    await parent.until(() => lastIn(parent).text !== text);
    expect(lastIn(parent).text).toContain("Эта кнопка устарела");
  });

  test("an answer that did not help is in a list of its own, and its voter may teach if he is an administrator", async ({
    expect,
  }) => {
    const scene = await AdminScene.open(FAQ);
    const answer = await scene.answerTo(scene.parent, "чем кормят");
    const down = titles(answer).find((text) => text.includes("👎")) ?? "";
    const asking = await scene.tap(down, scene.parent);
    expect(titles(asking)).not.toContain("Научить бота");
    await scene.answerTo(scene.admin, "/unanswered");
    const list = await scene.tap("👎 Не помогли: 1");
    expect(list.text).toMatch(/1\. чем кормят\n1 раз, 1 человек[^]*Бот ответил: «Что на обед\?»/u);
    const chosen = await scene.tap("1.");
    expect(titles(chosen)).toContain("Разобрано");
    expect(titles(chosen)).not.toContain("Что на обед?");
    await scene.tap("Разобрано");
    await scene.answerTo(scene.admin, "меню столовой");
    await scene.tap(down);
    expect((await scene.tap("Научить бота")).text).toContain("меню столовой");
  });
});
