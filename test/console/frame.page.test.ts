// The frame of the console in a real browser: the ways between its pages, the sign-in, and what is said when something is wrong.
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, startConsole, type ConsoleRig } from "./console-rig.ts";

let rig: ConsoleRig;
beforeAll(async () => {
  rig = await startConsole();
});
afterAll(() => rig.stop());

test("the navigation leads to every page, moves the focus to its heading and names it in the title", async () => {
  const page = await rig.open("");
  const names = await page.getByRole("navigation").getByRole("link").allInnerTexts();
  expect(names).toEqual([
    "Обзор",
    "Вопросы",
    "Без ответа",
    "Содержание",
    "Проба",
    "Состояние",
    "Чат",
  ]);
  expect(await page.title()).toBe("Обзор — Пульт");
  await page.getByRole("link", { name: "Состояние" }).click();
  const heading = page.getByRole("heading", { level: 1, name: "Состояние" });
  await heading.waitFor();
  expect(await page.title()).toBe("Состояние — Пульт");
  await page.locator("h1:focus").waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Обзор" }).waitFor();
  await expectAccessible(page);
  await page.context().close();
});
