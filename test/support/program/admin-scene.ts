// The whole program with a content of its own, an administrator and a parent, over a local MAX that outlives the bot.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "../../../src/app/app.ts";
import type { ChatMessage } from "../../../src/preview/people/chat-message.ts";
import type { LocalUser } from "../../../src/preview/people/local-user.ts";
import type { Preview } from "../../../src/preview/preview.ts";
import { startBotOn, startMax } from "./start-bot.ts";

const TOKEN = "token-of-the-test";
const SOMEBODY = 999_999_999;

const opened: AdminScene[] = [];

export class AdminScene {
  readonly folder: string;
  readonly admin: LocalUser;
  readonly parent: LocalUser;
  readonly #max: Preview;
  #app: App | undefined;

  private constructor(folder: string, max: Preview) {
    this.folder = folder;
    this.#max = max;
    this.admin = max.max.user({ firstName: "Администратор" });
    this.parent = max.max.user({ firstName: "Родитель" });
  }

  static async open(faq: string): Promise<AdminScene> {
    const folder = await mkdtemp(join(tmpdir(), "admin-"));
    await writeFile(join(folder, "faq.yaml"), faq);
    const scene = new AdminScene(folder, await startMax(TOKEN, { limits: false }));
    opened.push(scene);
    await scene.restart();
    return scene;
  }

  /** For the end of a file: tests that run side by side cannot say when one of them ends. */
  static async closeAll(): Promise<void> {
    await Promise.all(opened.splice(0).map((scene) => scene.#close()));
  }

  async restart(): Promise<void> {
    await this.#app?.stop();
    this.#app = await startBotOn(this.#max, TOKEN, {
      faqFile: this.file,
      databaseUrl: `file:${join(this.folder, "bot.db")}`,
      adminUserIds: [this.admin.userId, SOMEBODY],
    });
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

  /** Taps a button of the bot's last message, which the answer replaces. */
  async tap(button: string, user = this.admin): Promise<ChatMessage> {
    const before = lastIn(user);
    const title = titles(before).find((text) => text.startsWith(button));
    if (title === undefined) throw new Error(`No "${button}" among ${titles(before).join(" | ")}`);
    user.tap(before.mid, title);
    await user.until(() => lastIn(user).text !== before.text);
    return lastIn(user);
  }

  async #close(): Promise<void> {
    await this.#app?.stop();
    await this.#max.close();
    await rm(this.folder, { recursive: true });
  }
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
