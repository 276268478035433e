import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalGroup } from "../src/preview/people/local-group.ts";
import type { LocalMember } from "../src/preview/people/local-member.ts";
import { startBot, startBotByWebhook, type StartedBot } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// What MAX refuses for good, to the whole program on its local MAX, by both transports.

describe.each([
  { transport: "polling", start: () => startBot() },
  { transport: "webhook", start: startBotByWebhook },
])("by $transport", ({ start }) => {
  let bot: StartedBot;
  let group: LocalGroup;
  let teacher: LocalMember;
  let parent: LocalMember;

  beforeAll(async () => {
    bot = await start();
    const people = [{ firstName: "Елена", isAdmin: true }, { firstName: "Ольга" }];
    group = bot.preview.max.group({ title: "5 «Б»", people });
    [teacher = group.owner, parent = group.owner] = group.members;
    await nextReply(() => group.addBot());
    group.setBotAdmin(true);
  });
  afterAll(() => bot.stop());

  const replies = () => group.messages.filter(({ isFromBot }) => isFromBot);

  async function nextReply(act: () => unknown) {
    const last = replies().at(-1)?.mid;
    act();
    await until(() => ![undefined, last].includes(replies().at(-1)?.mid));
    const reply = replies().at(-1);
    if (reply === undefined) throw new Error("the bot said nothing");
    return reply;
  }

  test.each([400, 404, false, undefined] as const)(
    "a question that was deleted is answered all the same, once (%s)",
    async (how) => {
      bot.preview.max.faults.goneMessage = how;
      const before = replies().length;
      const reply = await nextReply(() => teacher.remove(parent.say("/faq синхрофазотрон")));
      expect(reply).toMatchObject({
        text: expect.stringContaining("Я не знаю"),
        replied: undefined,
      });
      await nextReply(() => parent.say("/help"));
      expect(replies()).toHaveLength(before + 2);
    },
  );

  test("where the answer above was deleted, the question is answered anew", async () => {
    const ask = () => nextReply(() => parent.say("/faq какие чаты не переносятся"));
    const first = await ask();
    expect(await ask()).toMatchObject({ text: expect.stringContaining("чуть выше") });
    teacher.remove(first.mid);
    expect(await ask()).toMatchObject({ text: first.text, replied: undefined });
  });
});
