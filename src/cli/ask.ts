// `ask`: what the bot would answer, and why.
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { loadContent } from "../live/content.ts";
import { plainOf } from "../markup/rich-text.ts";
import { UsageError } from "../runtime/errors.ts";
import { askedLast } from "../dialog/conversation.ts";
import type { LastReply } from "../dialog/last-reply.ts";
import type { Asked } from "../dialog/parent/question.ts";
import type { OutMessage } from "../dialog/reply.ts";
import type { Talk } from "../dialog/talk.ts";
import type { Explanation } from "../search/explain.ts";
import { contentFileOf, parseCommandLine, type Output } from "./command-line.ts";
import { escapedLines, unescapeLine } from "./question-list.ts";

const HELP = `npm run -s faq -- ask ["вопрос"] [--json] [--faq FILE]

Показывает, что ответил бы бот и почему; без вопроса — разговор: вопрос за вопросом.
  --json       одна строка JSON на вопрос; без вопроса читает вопросы со стандартного ввода,
               по одному в строке (\\n, \\t и \\\\ внутри строки); реплики одного разговора — в одной
               строке через табуляцию, ответ — на последнюю
  --faq FILE   другой файл содержания (иначе FAQ_FILE или ./faq.yaml)
`;

const OPTIONS = {
  json: { type: "boolean" },
  faq: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** `isTerminal`: somebody sits there and can be asked for a question. Returns the exit code; throws UsageError for wrong arguments and unusable content. */
export async function runAsk(
  args: readonly string[],
  output: Output,
  input: Readable,
  isTerminal = false,
): Promise<number> {
  const { values, positionals } = parseCommandLine("ask", args, OPTIONS);
  if (values.help === true) {
    output.stdout(HELP);
    return 0;
  }
  const question = positionals.join(" ").trim();
  const isTalk = question === "" && values.json !== true;
  if (isTalk && !isTerminal) {
    throw new UsageError("Команда ask: нет вопроса", 'Например: npm run -s faq -- ask "почему макс"');
  }
  const { matcher, talk } = await loadContent(contentFileOf(values.faq));
  if (isTalk) {
    await talkOn(talk, output, input);
  } else if (values.json !== true) {
    output.stdout(wordExplanation(matcher.explain(question)));
  } else if (question !== "") {
    output.stdout(jsonLine([question], talk));
  } else {
    for await (const line of escapedLines(input)) {
      output.stdout(jsonLine(line.split("\t").map(unescapeLine), talk));
    }
  }
  return 0;
}

const BEFORE_TALK = "Разговор с ботом: пишите вопросы, как в чате. Выход — пустая строка.\n";

/** Questions and replies, one after the other, as in a private chat; an empty line ends it. */
async function talkOn(talk: Pick<Talk, "ask">, { stdout }: Output, input: Readable): Promise<void> {
  let last: LastReply | undefined;
  stdout(`${BEFORE_TALK}\n> `);
  for await (const line of createInterface({ input })) {
    if (line.trim() === "") break;
    const { message } = talk.ask(line.trim(), last);
    last = message.about ?? last;
    stdout(`${wordMessage(message)}\n\n> `);
  }
  stdout("\n");
}

function wordMessage({ text, keyboard }: OutMessage): string {
  const rows = keyboard.map((row) => row.map((button) => `[${button.text}]`).join(" "));
  return [plainOf(text), ...rows].join("\n");
}

/** What comes of the last of several turns of one conversation. */
function jsonLine(turns: readonly string[], talk: Pick<Talk, "ask">): string {
  const question = turns.at(-1) ?? "";
  const { outcome, answers, suggestions } = askedLast(turns, talk);
  const rounded = (all: Asked["answers"]) =>
    all.map(({ id, confidence }) => ({ id, confidence: Number(confidence.toFixed(4)) }));
  const line = {
    question,
    outcome,
    answers: rounded(answers),
    suggestions: rounded(suggestions),
  };
  return `${JSON.stringify(line)}\n`;
}

const OUTCOME_NAMES: Readonly<Record<Explanation["outcome"], string>> = {
  answer: "ответит сразу",
  suggest: "предложит выбрать",
  none: "скажет, что не знает",
  topic: "подскажет, где узнать (тема вне списка вопросов)",
  smalltalk: "поддержит разговор",
};

function wordExplanation(explanation: Explanation): string {
  const repairs = explanation.repairs.map(({ from, to, how }) => `  ${from} → ${to} (${how})`);
  const candidates = explanation.candidates.flatMap((candidate) => [
    `  ${candidate.confidence.toFixed(2)}  ${candidate.id}: ${candidate.title}`,
    `        ближайшая фраза: «${candidate.nearestPhrase}»`,
    `        слова: ${candidate.words.map(({ word, weight }) => `${word} ${signed(weight)}`).join(", ")}`,
  ]);
  return [
    `Вопрос: ${explanation.question}`,
    `Бот ${OUTCOME_NAMES[explanation.outcome]}.`,
    ...explanation.reasons,
    `Понято как: ${explanation.understoodAs}`,
    ...(repairs.length > 0 ? ["Исправлено:", ...repairs] : []),
    ...(candidates.length > 0 ? ["Кандидаты:", ...candidates] : []),
    "",
  ].join("\n");
}

function signed(weight: number): string {
  return `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(1)}`;
}
