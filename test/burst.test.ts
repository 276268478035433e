import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import { startBot, type StartedBot } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// A notice went out to all classes, and everybody asks: more than MAX lets the bot answer for half a minute.

const PEOPLE = 100;
const QUESTIONS_EACH = 10;
const BURST = PEOPLE * QUESTIONS_EACH;
/** Of MAX's thirty a second three are left for the polls. */
const PER_SECOND = 27;

let bot: StartedBot;

beforeAll(async () => {
  bot = await startBot();
});

afterAll(async () => {
  await bot.app.stop();
});

const replies = (user: LocalUser) => user.messages.filter(({ isFromBot }) => isFromBot);
const firstLine = ({ text }: { readonly text: string }) => text.split("\n")[0];
const sends = () => bot.preview.max.calls.filter(({ method, path }) => method === "POST" && path === "/messages");

test(
  "a thousand questions at once drain within the limits, in order, none lost, and a tap goes first",
  { timeout: 240_000 },
  async () => {
    const { max } = bot.preview;
    const tapping = max.user();
    tapping.start();
    await until(() => replies(tapping).length === 1);
    const sentBefore = sends().length;
    // What is asked in an entry's own words is answered under them as a heading.
    const questions = bot.app.content
      .current()
      .faq.entries.slice(0, QUESTIONS_EACH)
      .map(({ question }) => question);
    const people = Array.from({ length: PEOPLE }, () => max.user());
    for (const question of questions) for (const one of people) one.say(question);
    const answered = () => sends().length - sentBefore;
    await until(() => answered() >= BURST / 4);

    tapping.tap(replies(tapping)[0]?.mid ?? "", "Перенос чатов");
    const tappedAt = answered();
    await until(() => max.calls.some(({ path, status }) => path === "/answers" && status === 200));
    // The tap came when hundreds waited, and a second or two of them went before it: a poll had to bring it.
    expect(answered() - tappedAt).toBeLessThan(4 * PER_SECOND);

    await until(() => answered() >= BURST);
    await until(() => people.every((one) => replies(one).length >= QUESTIONS_EACH));
    for (const one of people) expect(replies(one).map(firstLine)).toEqual(questions);
    expect(answered()).toBe(BURST);
    expect(max.calls.filter(({ status }) => status === 429)).toEqual([]);
  },
);
