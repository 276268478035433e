// The talk on the page: what was said, who answers, and why it was answered so.
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { plain, type RichText } from "../../../markup/rich-text.ts";
import type { Explanation } from "../../../search/explain.ts";
import type { Edit } from "../../../console/content/content-api.ts";
import type { Try, TryResult } from "../../../console/try/try-api.ts";
import type { Answer } from "../shell/api-client.ts";
import { draftFault, type Fault } from "./fault.ts";

type Reply = Extract<TryResult, { readonly kind: "reply" }>;

export interface Message {
  readonly kind: "message";
  readonly id: number;
  readonly from: "me" | "bot";
  /** Unix ms. */
  readonly at: number;
  readonly text: RichText;
  readonly keyboard: Reply["keyboard"];
  readonly isEdited: boolean;
}

interface Mark {
  readonly kind: "mark";
  readonly id: number;
  readonly text: string;
}

interface Trouble extends Fault {
  readonly kind: "trouble";
  readonly id: number;
}

/** A mark stands where another version began to answer, a trouble where something went wrong. */
export type ChatLine = Message | Mark | Trouble;

/** As `ChatLine`, without the number that it gets. */
type NewLine = Omit<Message, "id" | "isEdited"> | Omit<Mark, "id"> | Omit<Trouble, "id">;

/** Who answers: the live content, or the draft. */
export type Mode = "live" | "draft";

export interface Ports {
  readonly send: (body: Try) => Promise<Answer<TryResult>>;
  readonly edits: ReadonlySignal<readonly Edit[]>;
  readonly now: () => number;
}

export interface TryTalk {
  readonly lines: ReadonlySignal<readonly ChatLine[]>;
  readonly explanation: ReadonlySignal<Explanation | undefined>;
  readonly isWaiting: ReadonlySignal<boolean>;
  readonly mode: ReadonlySignal<Mode>;
  /** What was asked last; undefined where nothing was. */
  readonly lastAsked: ReadonlySignal<string | undefined>;
  setMode(mode: Mode): void;
  start(): Promise<void>;
  say(text: string): Promise<void>;
  tap(payload: string, messageId: number): Promise<void>;
  /** Everything that was said is forgotten. */
  clear(): void;
}

export function createTryTalk({ send, edits, now }: Ports): TryTalk {
  const lines = signal<readonly ChatLine[]>([]);
  const explanation = signal<Explanation | undefined>(undefined);
  const waiting = signal(0);
  const wanted = signal<Mode>("draft");
  const lastAsked = signal<string | undefined>(undefined);
  // Where nothing is unsaved there is no draft, whatever was wanted.
  const mode = computed<Mode>(() => (edits.value.length === 0 ? "live" : wanted.value));
  let turn: Promise<void> = Promise.resolve();
  let talk = 0;
  let last: Try["last"];

  const add = (line: NewLine) => {
    lines.value = added(lines.value, line);
  };

  /** One after another: the answers come in the order of the questions. */
  function ask(event: Try["event"], tappedId?: number): Promise<void> {
    const ofTalk = talk;
    const asked = { edits: mode.value === "draft" ? edits.value : [], event };
    waiting.value += 1;
    turn = inTurn(turn, async () => {
      const body: Try = { ...asked, last };
      const answer = await send(body);
      if (ofTalk !== talk) return;
      waiting.value -= 1;
      take(answer, body.edits, tappedId);
    });
    return turn;
  }

  function take(answer: Answer<TryResult>, asked: readonly Edit[], tappedId: number | undefined): void {
    const fail = (fault: Fault) => add({ kind: "trouble", ...fault });
    if (answer.kind === "failed") return fail({ title: answer.message, lines: [], draft: undefined });
    const result = answer.value;
    switch (result.kind) {
      case "reply":
        lines.value = answered(lines.value, result, tappedId, now());
        explanation.value = result.explanation ?? explanation.value;
        last = result.about ?? last;
        return;
      case "unfit":
      case "conflict":
        return fail(draftFault(result, asked));
    }
  }

  return {
    lines,
    explanation,
    isWaiting: computed(() => waiting.value > 0),
    mode,
    lastAsked,
    setMode: (next) => {
      const before = mode.value;
      wanted.value = next;
      if (mode.value === before || lines.value.length === 0) return;
      const mark: NewLine = {
        kind: "mark",
        text: next === "draft" ? "Дальше отвечает черновик" : "Дальше отвечает то, что опубликовано",
      };
      if (waiting.value === 0) return add(mark);
      // What is on its way is still the other's answer.
      const ofTalk = talk;
      turn = inTurn(turn, async () => {
        if (ofTalk === talk) add(mark);
      });
    },
    start: () => ask({ kind: "start" }),
    say: (text) => {
      lastAsked.value = text;
      add({ kind: "message", from: "me", at: now(), text: plain(text), keyboard: [] });
      return ask({ kind: "text", text });
    },
    tap: (payload, messageId) => ask({ kind: "tap", payload }, messageId),
    clear: () => {
      talk += 1;
      turn = Promise.resolve();
      waiting.value = 0;
      last = undefined;
      lines.value = [];
      explanation.value = undefined;
      lastAsked.value = undefined;
    },
  };
}

async function inTurn(before: Promise<void>, work: () => Promise<void>): Promise<void> {
  await before;
  await work();
}

function added(lines: readonly ChatLine[], line: NewLine): readonly ChatLine[] {
  const id = (lines.at(-1)?.id ?? 0) + 1;
  return [...lines, line.kind === "message" ? { ...line, id, isEdited: false } : { ...line, id }];
}

/** The bot's reply: in the place of the message whose button was tapped, or below all. */
function answered(
  lines: readonly ChatLine[],
  { text, keyboard, isReplacement }: Reply,
  tappedId: number | undefined,
  at: number,
): readonly ChatLine[] {
  const isThere = lines.some(({ id }) => id === tappedId);
  if (!isReplacement || !isThere) return added(lines, { kind: "message", from: "bot", at, text, keyboard });
  return lines.map((line) =>
    line.kind === "message" && line.id === tappedId ? { ...line, text, keyboard, isEdited: true } : line,
  );
}
