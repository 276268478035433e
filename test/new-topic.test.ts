import { afterAll, describe, test } from "vitest";
import { AdminScene, fromBot, titles } from "./support/program/admin-scene.ts";

// The whole program: an administrator writes a new entry in the chat, and parents are answered with it.

const FAQ = `organization: { name: Школа, contact: Спросите секретаря }
categories:
  - { id: books, title: Книги }
  - { id: food, title: Столовая }
entries:
  - id: book
    category: books
    question: Как взять книгу?
    phrases: [как взять книгу, взять книгу на дом, выдают ли книги]
    answer: Приходите в библиотеку.
  - id: lunch
    category: food
    question: Что на обед?
    phrases: [что на обед, чем кормят, меню столовой]
    answer: Меню висит у входа.
`;
const QUESTION = "Когда работает бассейн?";
const ANSWER = "**По субботам**, для {{organization}}.\n- утром\n- днём";

afterAll(() => AdminScene.closeAll());

describe.concurrent("a new topic", () => {
  test("is written in two messages with a restart between them, seen, saved, answered and undone", async ({
    expect,
  }) => {
    const scene = await AdminScene.open(FAQ);
    const { admin, parent } = scene;
    expect((await scene.answerTo(admin, "/new")).text).toContain("Пришлите вопрос одним сообщением");
    expect((await scene.answerTo(admin, QUESTION)).text).toContain("Теперь пришлите ответ");
    await scene.restart();
    const categories = await scene.answerTo(admin, ANSWER);
    expect(titles(categories).toSorted()).toEqual(["Книги", "Отмена", "Столовая"]);
    const preview = await scene.tap("Столовая");
    expect(preview.text).toBe(`Так ответ увидят родители:\n\n${QUESTION}\n\nПо субботам, для Школа.\n• утром\n• днём`);
    expect(await scene.content()).toBe(FAQ);
    expect((await scene.tap("Сохранить")).text).toContain(`новая тема «${QUESTION}» в содержании`);
    expect(await scene.content()).toMatch(/category: food\n {4}question: Когда работает бассейн\?/u);
    expect((await scene.answerTo(parent, "когда работает бассейн")).text).toContain("По субботам");
    await scene.restart();
    expect((await scene.tap("Отменить")).text).toContain("новой темы в содержании больше нет");
    expect(await scene.content()).toBe(FAQ);
  });

  test("may be left at any step; what is written then is an ordinary question", async ({ expect }) => {
    const scene = await AdminScene.open(FAQ);
    const { admin } = scene;
    await scene.answerTo(admin, "/new");
    expect((await scene.answerTo(admin, "Отмена")).text).toContain("Черновик удалён");
    expect((await scene.answerTo(admin, "чем кормят")).text).toContain("Меню висит");
    await scene.answerTo(admin, "/new");
    await scene.answerTo(admin, QUESTION);
    expect((await scene.answerTo(admin, "/menu")).text).toContain("О чём вы хотите узнать?");
    expect((await scene.answerTo(admin, "чем кормят")).text).toContain("Меню висит");
    await scene.answerTo(admin, "/new");
    const asked = await scene.tap("Отмена");
    expect(asked.text).toContain("Черновик удалён");
    expect(await scene.content()).toBe(FAQ);
  });

  test("asks again for what will not do, with the reason, and takes an edited message for the one it was", async ({
    expect,
  }) => {
    const scene = await AdminScene.open(FAQ);
    const { admin } = scene;
    await scene.answerTo(admin, "/new");
    expect((await scene.answerTo(admin, "ЧЕМ КОРМЯТ?")).text).toMatch(/уже есть у «lunch»/u);
    admin.sendPhoto();
    await admin.until(() => fromBot(admin).length === 3);
    expect(fromBot(admin).at(-1)?.text).toContain("Пришлите, пожалуйста, текст.");
    await scene.answerTo(admin, QUESTION);
    expect((await scene.answerTo(admin, "о".repeat(4000))).text).toContain("Ответ не поместится");
    const mid = admin.say("По субботам.");
    await admin.until(() => fromBot(admin).length === 6);
    admin.edit(mid, "По воскресеньям.");
    await admin.until(() => fromBot(admin).length === 7);
    expect((await scene.tap("Книги")).text).toMatch(/По воскресеньям\.$/u);
    // Nothing is asked at the moment.
    expect((await scene.answerTo(admin, "чем кормят")).text).toContain("Меню висит");
  });

  test("may begin with what was asked in vain, which leaves the list", async ({ expect }) => {
    const scene = await AdminScene.open(FAQ);
    const { admin, parent } = scene;
    await scene.answerTo(parent, "когда бассейн тел 89161234567");
    await scene.answerTo(admin, "/unanswered");
    await scene.tap("1.");
    expect((await scene.tap("Новая тема")).text).toContain("Вопрос: когда бассейн тел");
    await scene.answerTo(admin, "По субботам.");
    await scene.tap("Столовая");
    await scene.tap("Сохранить");
    expect(await scene.content()).toContain("question: когда бассейн тел\n");
    expect((await scene.answerTo(parent, "когда бассейн")).text).toContain("По субботам");
    expect((await scene.answerTo(admin, "/unanswered")).text).toContain("нет вопросов");
  });

  test("is for administrators", async ({ expect }) => {
    const scene = await AdminScene.open(FAQ);
    expect((await scene.answerTo(scene.parent, "/new")).text).toContain("Такой команды я не знаю");
  });
});
