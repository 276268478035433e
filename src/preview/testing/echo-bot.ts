// A small bot on the real SDK: greets, answers, offers buttons, replaces its message on a tap.
import { Bot, Keyboard } from "@maxhub/max-bot-api";

const { inlineKeyboard, button } = Keyboard;

const MAIN = inlineKeyboard([
  [button.callback("Какие чаты не переносятся?", "entry:chats")],
  [button.callback("Раз", "page:1"), button.callback("Очень длинное название кнопки", "page:2")],
  [button.link("Справка MAX", "https://help.max.ru"), button.clipboard("Ссылка", "https://max.ru")],
]);
const BACK = inlineKeyboard([[button.callback("Все вопросы", "home")]]);

const LONG =
  "<b>Не переносятся</b>:\n\n• чаты из электронного дневника и чаты, созданные учителями вручную;\n• личные чаты.\n\nИх можно создать в MAX заново. Подробнее — в <a href='https://help.max.ru'>справке MAX</a>.\n\n<i>Проверено 15.09.2025</i>";

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
  bot.on("message_created", async (ctx) => {
    const text = readText(ctx.update);
    if (text === "молчи") return;
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

function readText(update: {
  readonly message?: { readonly body: { readonly text?: string | null } };
}): string {
  const text = update.message?.body.text ?? "";
  return text === "" ? "что-то без текста" : text;
}
