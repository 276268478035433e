// A journal full of what nobody asks in earnest, and administrators who open its lists while people ask.
import type { Random } from "./random.ts";
import { answeredAgain, type Trouble } from "./scene.ts";
import { openDatabase } from "../../src/store/database.ts";

export const CONSOLE_TOKEN = "token-of-the-console-of-the-chaos-runs";
const COUNT = 600;
/** As long as a message of MAX may be. Older versions kept all of it. */
const LENGTH = 4_000;
const PEOPLE = 7;
const LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя    ";

/** Puts them into a new database, before any process starts. */
export async function fillJournal(databaseFile: string, random: Random): Promise<void> {
  const store = await openDatabase(`file:${databaseFile}`, Date.now);
  const at = Date.now() - COUNT * 1_000;
  const letter = () => LETTERS[random.between(0, LETTERS.length - 1)] ?? "";
  await Promise.all(
    Array.from({ length: COUNT }, (_, index) =>
      store.journal.record({
        id: `hostile-${index}`,
        at: at + index * 1_000,
        text: Array.from({ length: LENGTH }, letter).join(""),
        outcome: "none",
        itemId: undefined,
        confidence: undefined,
        place: "private",
        person: `person-${index % PEOPLE}`,
        chosenEntryId: undefined,
        handled: undefined,
        setback: undefined,
      }),
    ),
  );
  await store.close();
}

/** The pages of the console that group and count them, several at a time. */
export function openLists(times: number): Trouble {
  return async (scene) => {
    const [bot] = scene.bots;
    if (bot === undefined) return;
    await answeredAgain(scene, "before the lists are opened");
    const api = `http://127.0.0.1:${bot.port}/console/api`;
    const signedIn = await fetch(`${api}/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-console": "1" },
      body: JSON.stringify({ token: CONSOLE_TOKEN }),
    });
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    const today = new Date().toISOString().slice(0, 10);
    const period = `from=${today}&to=${today}`;
    const paths = ["unanswered?pool=unanswered", `overview?${period}`, `questions?${period}`];
    for (let count = 0; count < times; count += 1) {
      const open = async (path: string) => {
        const status = await statusOf(`${api}/${path}`, cookie);
        if (status !== 200) scene.broken.push(`${path} is answered with ${status ?? "nothing"}`);
      };
      await Promise.all(paths.map(open));
    }
    await answeredAgain(scene, "after the lists were opened");
  };
}

async function statusOf(url: string, cookie: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { headers: { cookie } });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}
