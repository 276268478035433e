import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PHONE, startBrowser } from "../../../test/support/browser.ts";
import { shoot, startChat, type ChatRig, type OpenOptions } from "../../../test/support/preview/chat-rig.ts";

const NICK = "id7700000000_bot";

let browser: Browser;
let chat: ChatRig;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => browser.close());

beforeEach(async () => {
  chat = await startChat(browser, { username: NICK });
});

afterEach(async () => {
  await page.context().close();
  await chat.stop();
});

async function open(options?: OpenOptions): Promise<void> {
  page = await chat.open(options);
  await button("Начать").waitFor();
}

const log = () => page.getByRole("log");
const button = (name: string) => page.getByRole("button", { name, exact: true });
const field = () => page.getByLabel("Сообщение", { exact: true });

async function openClass(): Promise<void> {
  if (await button("К списку чатов").isVisible()) await button("К списку чатов").click();
  await page.getByRole("button", { name: "5 «Б» — родители" }).click();
  await page.getByLabel("Говорить как").waitFor();
}

async function say(text: string, speaker?: string): Promise<void> {
  if (speaker !== undefined) await page.getByLabel("Говорить как").selectOption({ label: speaker });
  await field().fill(text);
  await page.keyboard.press("Enter");
  await log().getByText(text).first().waitFor();
}

async function chooseFor(text: string, action: string): Promise<void> {
  const message = log().getByRole("listitem").filter({ hasText: text }).last();
  await message.getByRole("button", { name: "Действия с сообщением" }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

/** Adds the bot with the rights to read, through the panel. */
async function letBotIn(): Promise<void> {
  await button("Бот в этом чате").click();
  await button("Добавить бота в чат").click();
  await page.getByRole("switch", { name: "Администратор" }).check();
  await page.getByRole("switch", { name: "Читать все сообщения" }).check();
  await page.getByText("Бот в чате и читает сообщения.").waitFor();
  await shoot(page, "class-panel");
  await button("Закрыть").click();
}

async function askByMention(question: string): Promise<void> {
  await field().pressSequentially("@");
  await page.getByRole("option", { name: `@${NICK} Переход в MAX` }).waitFor();
  await shoot(page, "class-mention");
  await page.keyboard.press("Enter");
  await page.keyboard.type(question);
  await page.keyboard.press("Enter");
  await log().getByText("Чаты, созданные вручную, не переносятся.").waitFor();
}

describe("the class chat of the page", () => {
  it("lets several people talk, with names, and marks the administrator", async () => {
    await open();
    await openClass();
    await shoot(page, "class-welcome");
    await say("Добрый день! Со вторника пишем в MAX.", "Елена Викторовна Орлова — администратор");
    await say("А старый чат останется?", "Ольга Смирнова");
    await say("И я не понял", "Игорь Соколов");
    const authors = log().locator("[data-side=other] [data-author]");
    expect(await authors.allInnerTexts()).toEqual(["Елена Викторовна Орлова", "Ольга Смирнова"]);
    expect(await log().locator("[data-side=me]").innerText()).toContain("И я не понял");
    expect(await page.getByText("бота нет · 5 участников").isVisible()).toBe(true);
  });

  it("adds the bot, gives it rights, and takes them back", async () => {
    await open();
    await openClass();
    await button("Бот в этом чате").click();
    const admin = page.getByRole("switch", { name: "Администратор" });
    expect(await admin.isDisabled()).toBe(true);
    await button("Добавить бота в чат").click();
    await page.getByText("сообщений не видит").waitFor();
    await log().getByText("Чтобы спросить меня").waitFor();
    await admin.check();
    await page.getByRole("switch", { name: "Читать все сообщения" }).check();
    await page.getByText("Бот в чате и читает сообщения.").waitFor();
    await admin.uncheck();
    await page.getByText("сообщений не видит").waitFor();
    await button("Убрать бота из чата").click();
    await page.getByText("Бота в этом чате нет.").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByText("бота нет · 5 участников").isVisible()).toBe(true);
  });

  it("asks for the rights as the hand has set them, however slow the answers are", async () => {
    await open();
    await openClass();
    await letBotIn();
    await button("Бот в этом чате").click();
    const asked: unknown[] = [];
    await page.route("**/preview/**", async (route) => {
      const body: unknown = route.request().postDataJSON();
      if (route.request().method() !== "POST") return route.continue();
      asked.push(body);
      return undefined;
    });
    const admin = page.getByRole("switch", { name: "Администратор" });
    await page.getByRole("switch", { name: "Читать все сообщения" }).click();
    await admin.click();
    await admin.click();
    await expect.poll(() => asked.length).toBe(3);
    expect(asked.at(-1)).toMatchObject({ action: { isAdmin: true, canRead: false } });
    await page.unrouteAll();
  });

  it("shows only once that a message was changed", async () => {
    await open();
    await openClass();
    await say("Встреча в пятницу", "Ольга Смирнова");
    await chooseFor("Встреча в пятницу", "Изменить");
    await field().fill("Встреча в субботу");
    await page.keyboard.press("Enter");
    const changed = log().locator("[data-changed]");
    await changed.getByText("Встреча в субботу").waitFor();
    await page.getByRole("navigation").getByRole("button", { name: "Переход в MAX" }).click();
    await page.getByRole("button", { name: "5 «Б» — родители" }).click();
    await log().getByText("Встреча в субботу").waitFor();
    expect(await changed.count()).toBe(0);
  });

  it("asks the bot by a mention, and shows what its answer replies to", async () => {
    await open();
    await openClass();
    await letBotIn();
    await say("Это не боту", "Ольга Смирнова");
    await askByMention("какие чаты не переносятся?");
    const answer = log().locator("[data-side=bot]").last();
    expect(await answer.getByTitle("К этому сообщению").innerText()).toContain("Ольга Смирнова");
    expect(await log().locator("[data-side=bot]").count()).toBe(2);
    expect(await log().locator("[data-side=me] [data-mark=user_mention]").innerText()).toBe(`@${NICK}`);
  });

  it("replies to a message and leads back to it", async () => {
    await open();
    await openClass();
    await say("Кто на собрание?", "Елена Викторовна Орлова — администратор");
    await page.getByLabel("Говорить как").selectOption({ label: "Дмитрий Ким" });
    await chooseFor("Кто на собрание?", "Ответить");
    await page.getByText("Ответ — Елена Викторовна Орлова").waitFor();
    await say("Я приду");
    await log().locator("[data-side=me]").getByTitle("К этому сообщению").click();
    const first = log().getByRole("listitem").filter({ hasText: "Кто на собрание?" }).first();
    expect(await first.locator("button:focus").count()).toBe(1);
  });

  it("edits and deletes only what the speaker wrote", async () => {
    await open();
    await openClass();
    await say("Опечтка", "Ольга Смирнова");
    await chooseFor("Опечтка", "Изменить");
    await say("Опечатка");
    await page.getByLabel("Говорить как").selectOption({ label: "Дмитрий Ким" });
    await log().getByRole("button", { name: "Действия с сообщением" }).click();
    expect(await page.getByRole("menuitem", { name: "Удалить" }).count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.getByLabel("Говорить как").selectOption({ label: "Ольга Смирнова" });
    await chooseFor("Опечатка", "Удалить");
    await log().getByText("Опечатка").waitFor({ state: "detached" });
  });

  it("forwards an answer into the class without its buttons, and says so before", async () => {
    await open();
    await button("Начать").click();
    await log().getByText("Здравствуйте!").waitFor();
    await chooseFor("Здравствуйте!", "Переслать…");
    await page.getByText("Кнопки под сообщением при пересылке пропадают").waitFor();
    await shoot(page, "forward-dialog");
    await page.getByRole("dialog").getByRole("button", { name: "5 «Б» — родители" }).click();
    await log().getByText("Переслано от: Переход в MAX").waitFor();
    expect(await log().getByRole("group", { name: "Кнопки под сообщением" }).count()).toBe(0);
  });

  it("opens the bot by a link in the text or under it, without leaving the page", async () => {
    await open();
    await openClass();
    await letBotIn();
    await page.getByLabel("Говорить как").selectOption({ label: "Ольга Смирнова" });
    await askByMention("какие чаты?");
    await shoot(page, "class-desktop");
    await log().getByRole("link").click();
    await log().getByText("Вы пришли: q_chats.").waitFor();
    expect(page.context().pages()).toHaveLength(1);
    await openClass();
    await button("Подробнее").click();
    await expect.poll(() => log().getByText("Вы пришли: q_chats.").count()).toBe(2);
    expect(page.url()).toBe(chat.preview.url);
  });

  it("offers the chats for a text that is shared", async () => {
    await open();
    await button("Начать").click();
    await button("Поделиться с классом").click();
    await page.getByRole("dialog").getByText("Какие чаты не переносятся?").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "5 «Б» — родители" }).click();
    await log().locator("[data-side=me]").getByText("Какие чаты не переносятся?").waitFor();
    expect(await page.getByLabel("Говорить как").isVisible()).toBe(true);
  });

  it("counts what is unread in the other chat, and stays where it was after a reload", async () => {
    await open();
    await openClass();
    await button("Бот в этом чате").click();
    await button("Добавить бота в чат").click();
    await log().getByText("Чтобы спросить меня").waitFor();
    await button("Закрыть").click();
    await page.getByRole("navigation").getByRole("button", { name: "Переход в MAX" }).click();
    const [group] = chat.preview.max.groups;
    group?.members[1]?.say("Привет");
    await page
      .getByText("1 новых")
      .or(page.locator("#row-group [data-unread]", { hasText: "1" }))
      .first()
      .waitFor();
    await openClass();
    await page.reload();
    await log().getByText("Привет").waitFor();
    expect(await page.locator("#row-group [data-unread]").innerText()).toBe("");
  });

  it.each([
    { name: "class-phone-light", isDark: false },
    { name: "class-phone-dark", isDark: true },
  ])("fits a phone, and goes by the list of chats ($name)", async ({ name, isDark }) => {
    await open({ viewport: PHONE, isDark });
    await openClass();
    await letBotIn();
    await say("Добрый день! Старые чаты закроют?", "Гульнара Ахметова");
    await page.getByLabel("Говорить как").selectOption({ label: "Ольга Смирнова" });
    await askByMention("какие чаты не переносятся?");
    const size = await page.evaluate(
      "({ width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight })",
    );
    expect(size).toEqual(PHONE);
    await shoot(page, name);
    await button("Бот в этом чате").click();
    // What is pressed before it is open closes nothing.
    await page.getByRole("dialog").waitFor();
    await shoot(page, `${name}-panel`);
    await page.keyboard.press("Escape");
    await button("К списку чатов").click();
    await shoot(page, `${name}-list`);
    await page.getByRole("button", { name: "Переход в MAX" }).click();
    await button("Начать").waitFor();
  });

  it("shows a picture and offers a file of the bot, in the dark as well", async () => {
    await open({ isDark: true });
    await button("Начать").click();
    await log().getByText("Здравствуйте!").waitFor();
    await say("плакат");
    const picture = log().getByRole("img", { name: /Картинка/u });
    await picture.waitFor();
    const width = "document.querySelector('img[alt^=Картинка]').naturalWidth";
    await expect.poll(async () => page.evaluate(width)).toBe(1);
    const file = log().getByRole("link", { name: "poster.pdf" });
    const [download] = await Promise.all([page.waitForEvent("download"), file.click()]);
    expect(download.suggestedFilename()).toBe("poster.pdf");
    await shoot(page, "files-dark");
    await openClass();
    await letBotIn();
    await say("Добрый день!", "Игорь Соколов");
    await askByMention("чаты?");
    await shoot(page, "class-desktop-dark");
  });
});
