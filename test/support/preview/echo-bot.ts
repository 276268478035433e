// A small bot on the real SDK: greets, answers, offers buttons, replaces its message on a tap.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bot, type Context, Keyboard } from "@maxhub/max-bot-api";

const { inlineKeyboard, button } = Keyboard;

const SHARE =
  "https://max.ru/:share?text=%D0%9A%D0%B0%D0%BA%D0%B8%D0%B5%20%D1%87%D0%B0%D1%82%D1%8B%20%D0%BD%D0%B5%20%D0%BF%D0%B5%D1%80%D0%B5%D0%BD%D0%BE%D1%81%D1%8F%D1%82%D1%81%D1%8F%3F";
const MAIN = inlineKeyboard([
  [button.callback("Какие чаты не переносятся?", "entry:chats")],
  [button.callback("Раз", "page:1"), button.callback("Очень длинное название кнопки", "page:2")],
  [button.link("Справка MAX", "https://help.max.ru"), button.clipboard("Ссылка", "https://max.ru")],
  [button.link("Поделиться с классом", SHARE), button.message("Когда переход?")],
]);
const BACK = inlineKeyboard([[button.callback("Все вопросы", "home")]]);

const LONG =
  "<b>Не переносятся</b>:\n\n• чаты из электронного дневника и чаты, созданные учителями вручную;\n• личные чаты.\n\nИх можно создать в MAX заново. Подробнее — в <a href='https://help.max.ru'>справке MAX</a>.\n\n<i>Проверено 15.09.2025</i>";

/** One point. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** On the disk: the SDK gives a file its name only from there. */
function pdfFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), "poster-")), "poster.pdf");
  writeFileSync(path, "%PDF-1.7");
  return path;
}

/** Starts long polling; returns what ends it. A text of "молчи" gets no answer. */
export async function startEchoBot(apiUrl: string, token: string): Promise<() => void> {
  const bot = new Bot(token, { clientOptions: { baseUrl: apiUrl } });
  bot.catch(() => {});
  bot.botInfo = await bot.api.getMyInfo();
  await bot.api.setMyCommands([
    { name: "start", description: "Начать сначала" },
    { name: "help", description: "Что умеет бот" },
  ]);
  bot.on("bot_started", async (ctx) => {
    const payload = ctx.update.payload ?? "без параметра";
    const text = `Здравствуйте! Я отвечаю на вопросы о переходе в <b>MAX</b>. Вы пришли: ${payload}.`;
    await ctx.reply(text, { format: "html", attachments: [MAIN] });
  });
  const nick = bot.botInfo.username ?? "";
  bot.on("bot_added", async (ctx) => {
    await ctx.reply(`Здравствуйте! Чтобы спросить меня, напишите @${nick} и вопрос.`);
  });
  bot.on("message_created", async (ctx) => {
    const text = readText(ctx.update);
    if ((ctx.chatId ?? 0) < 0) {
      if (text.includes(`@${nick}`)) await answerInGroup(ctx, nick);
      return;
    }
    if (text === "молчи") return;
    if (text === "плакат") {
      await sendPoster(ctx);
      return;
    }
    await ctx.sendAction("typing_on");
    await ctx.reply(`Вы написали: ${text}`, { attachments: [MAIN] });
  });
  bot.on("message_edited", async (ctx) => {
    await ctx.reply(`Вы исправили: ${ctx.update.message.body.text ?? ""}`);
  });
  bot.on("message_callback", async (ctx) => {
    const isHome = ctx.update.callback.payload === "home";
    const text = isHome ? "Выберите вопрос." : LONG;
    const attachments = [isHome ? MAIN : BACK];
    await ctx.answerOnCallback({ message: { text, format: "html", attachments } });
  });
  void bot.startPolling();
  return () => bot.stopPolling();
}

async function sendPoster(ctx: Context): Promise<void> {
  const image = await ctx.api.uploadImage({ source: PNG });
  await ctx.reply("Плакат", { attachments: [image.toJson()] });
  const file = await ctx.api.uploadFile({ source: pdfFile() });
  await ctx.reply("", { attachments: [file.toJson()] });
}

/** Short, as a reply, with the full answer one tap away in the private chat. */
async function answerInGroup(ctx: Context, nick: string): Promise<void> {
  const url = `https://max.ru/${nick}?start=q_chats`;
  await ctx.reply(`Чаты, созданные вручную, не переносятся.\n\n${url}`, {
    attachments: [inlineKeyboard([[button.link("Подробнее", url)]])],
    link: { type: "reply", mid: ctx.messageId ?? "" },
  });
}

function readText(update: { readonly message?: { readonly body: { readonly text?: string | null } } }): string {
  const text = update.message?.body.text ?? "";
  return text === "" ? "что-то без текста" : text;
}
