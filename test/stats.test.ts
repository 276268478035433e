// /stats in the whole program: text, picture, buttons, and who may see them.
import { afterEach, expect, test } from "vitest";
import { startBot, type StartedBot } from "./support/program/start-bot.ts";

let bot: StartedBot | undefined;
afterEach(async () => bot?.app.stop());

test("an administrator asks for the figures of what was asked, and taps on another time", async () => {
  bot = await startBot();
  const { preview } = bot;
  const user = preview.max.user();
  user.say("зачем нам макс");
  await user.until((messages) => messages.length === 2);
  user.say("/stats");
  const shown = await user.until((messages) => messages.length === 4);
  const answer = shown[3];
  expect(answer?.text).toMatch(/1 вопрос, 1 человек[\s\S]*Ответил: 1/u);
  expect(answer?.media.map(({ kind }) => kind)).toEqual(["image"]);
  expect(answer?.keyboard.flat().map(({ text }) => text)).toContain("• 7 дней");
  user.tap(answer?.mid ?? "", "Сегодня");
  const after = await user.until((messages) => messages.length === 5);
  expect(after[4]?.keyboard.flat().map(({ text }) => text)).toContain("• Сегодня");
  user.say("ыыыыыыыыы");
  await user.until((messages) => messages.length === 7);
  user.say("/stats всё");
  const last = await user.until((messages) => messages.length === 9);
  const mid = last[8]?.mid ?? "";
  user.tap(mid, "Вопросы без ответа");
  await user.until((messages) => messages.some((one) => one.mid === mid && one.text.includes("ыыыыыыыыы")));
});

test("nobody else learns that there are figures", async () => {
  bot = await startBot(undefined, { adminUserIds: [1] });
  const user = bot.preview.max.user();
  user.say("/stats");
  const shown = await user.until((messages) => messages.length === 2);
  expect(shown[1]?.text).toContain("Такой команды");
});
