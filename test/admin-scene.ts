// The whole program with a content of its own, an administrator and a parent, for a test.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../src/config/config.ts";
import type { ChatMessage } from "../src/preview/chat-message.ts";
import type { LocalUser } from "../src/preview/local-user.ts";
import { startBot, type StartedBot } from "./start-bot.ts";

const SOMEBODY = 999_999_999;

const opened: AdminScene[] = [];

export class AdminScene {
  readonly folder: string;
  readonly bot: StartedBot;
  readonly admin: LocalUser;
  readonly parent: LocalUser;

  private constructor(folder: string, bot: StartedBot, admin: LocalUser) {
    this.folder = folder;
    this.bot = bot;
    this.admin = admin;
    this.parent = bot.preview.max.user({ firstName: "Родитель" });
  }

  static async open(faq: string, changes: Partial<Config> = {}): Promise<AdminScene> {
    const folder = await mkdtemp(join(tmpdir(), "admin-"));
    await writeFile(join(folder, "faq.yaml"), faq);
    // The local MAX numbers people in the order in which they come, whatever bot is there.
    const adminUserIds = [await firstUserId(folder), SOMEBODY];
    const bot = await startBot(join(folder, "faq.yaml"), { adminUserIds, ...changes });
    const admin = bot.preview.max.user({ firstName: "Администратор" });
    const scene = new AdminScene(folder, bot, admin);
    opened.push(scene);
    return scene;
  }

  /** For the end of a file: tests that run side by side cannot say when one of them ends. */
  static async closeAll(): Promise<void> {
    for (const { bot, folder } of opened.splice(0)) {
      await bot.app.stop();
      await rm(folder, { recursive: true });
    }
  }

  get file(): string {
    return join(this.folder, "faq.yaml");
  }

  content(): Promise<string> {
    return readFile(this.file, "utf8");
  }

  /** The bot's answer to what somebody writes. */
  async answerTo(user: LocalUser, text: string): Promise<ChatMessage> {
    const before = fromBot(user).length;
    user.say(text);
    await user.until(() => fromBot(user).length > before);
    return lastIn(user);
  }

  /** The administrator taps a button of the bot's last message, which the answer replaces. */
  async tap(button: string, user = this.admin): Promise<ChatMessage> {
    const before = lastIn(user);
    const title = titles(before).find((text) => text.startsWith(button));
    if (title === undefined) throw new Error(`No "${button}" among ${titles(before).join(" | ")}`);
    user.tap(before.mid, title);
    await user.until(() => lastIn(user).text !== before.text);
    return lastIn(user);
  }
}

async function firstUserId(folder: string): Promise<number> {
  const bot = await startBot(join(folder, "faq.yaml"));
  const { userId } = bot.preview.max.user();
  await bot.app.stop();
  return userId;
}

export function fromBot(user: LocalUser): readonly ChatMessage[] {
  return user.messages.filter(({ isFromBot }) => isFromBot);
}

export function lastIn(user: LocalUser): ChatMessage {
  const last = fromBot(user).at(-1);
  if (last === undefined) throw new Error("The bot has said nothing");
  return last;
}

export function titles({ keyboard }: ChatMessage): readonly string[] {
  return keyboard.flat().map(({ text }) => text);
}
