// How many deliveries a second the webhook takes: stored durably and acknowledged, while it answers as fast as it can.
import { markdownTable } from "../markdown-table.ts";
import type { Print } from "../print.ts";
import { quantile } from "./people.ts";
import { runBot, WEBHOOK_SECRET } from "./run-bot.ts";

const PEOPLE = 400;
const DELIVERIES = 5_000;
/** Connections of MAX at a time. */
const IN_FLIGHT = 100;

export async function printAccepting(questions: readonly string[], print: Print): Promise<void> {
  const bot = await runBot("ours by webhook");
  const { max, webhookUrl } = bot;
  const users = Array.from({ length: PEOPLE }, () => max.user());
  for (const { chatId } of users) max.world.setOpen(chatId, true);
  const latenciesMs: number[] = [];
  let [next, refused] = [0, 0];

  async function deliver(index: number): Promise<void> {
    const user = users[index % users.length];
    const text = questions[index % questions.length] ?? "";
    const body = JSON.stringify(delivery(index, user?.userId ?? 0, user?.chatId ?? 0, text));
    const headers = { "content-type": "application/json", "x-max-bot-api-secret": WEBHOOK_SECRET };
    const startedAt = performance.now();
    const response = await fetch(webhookUrl, { method: "POST", headers, body });
    await response.arrayBuffer();
    latenciesMs.push(performance.now() - startedAt);
    if (response.status !== 200) refused += 1;
  }

  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      while (next < DELIVERIES) await deliver(next++);
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  latenciesMs.sort((a, b) => a - b);
  await bot.stop();
  const row = [
    (DELIVERIES / seconds).toFixed(0),
    String(refused),
    quantile(latenciesMs, 0.5).toFixed(1),
    quantile(latenciesMs, 0.99).toFixed(1),
  ];
  print.table(markdownTable(["acknowledged/s", "refused", "p50 ms", "p99 ms"], [row]));
}

/** As MAX writes it. */
function delivery(index: number, userId: number, chatId: number, text: string) {
  return {
    update_type: "message_created",
    timestamp: 1_700_000_000_000 + index,
    message: {
      sender: { user_id: userId, first_name: "Родитель", is_bot: false },
      recipient: { chat_id: chatId, chat_type: "dialog" },
      timestamp: 1_700_000_000_000 + index,
      body: { mid: `mid.bench.${index}`, seq: index, text },
    },
    user_locale: "ru",
  };
}
