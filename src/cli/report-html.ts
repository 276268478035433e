// The report as a page: one file that asks nothing of the network, to be read, sent on and printed.
import { OUTCOMES } from "../faq/outcome.ts";
import { sumOf } from "../journal/counts.ts";
import type { Figures } from "../journal/figures.ts";
import { moscowDay } from "../journal/moscow-time.ts";
import { VOTE_REASONS } from "../journal/records.ts";
import {
  daysInWords,
  OUTCOME_LABELS,
  percent,
  REASON_LABELS,
  shortDay,
} from "../journal/wording.ts";
import { chartSvg } from "../poster/chart-svg.ts";
import { escapeXml } from "../poster/svg.ts";
import type { Report, ReportedGroup } from "./report-data.ts";
import { STYLE } from "./report-style.ts";
import * as words from "./report-wording.ts";

const MAX_OTHER_TEXTS = 4;

export function reportHtml(report: Report): string {
  const { figures } = report;
  const dates = daysInWords(figures.firstDay, figures.lastDay);
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <meta name="color-scheme" content="light dark" />
        <title>${words.TITLE}: ${dates}</title>
        <style>
          ${trusted(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>${words.TITLE}</h1>
          <p class="dates">${dates}</p>
          ${tiles(figures)}
          <figure>${trusted(chartSvg(figures))}</figure>
          ${unanswered(report)} ${sections(report)}
          <p class="note">${words.PEOPLE_NOTE}</p>
        </main>
      </body>
    </html> `.text;
}

function tiles({ questions, people, outcomes, solvedByTap, places, votes }: Figures): Html {
  const tile = (name: string, value: string | number, more = "") =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value} <small>${more}</small></dd>
    </div>`;
  return html`<dl class="tiles">
    ${[
      tile(words.QUESTIONS, questions),
      tile(words.PEOPLE, people),
      ...OUTCOMES.map((outcome) =>
        tile(OUTCOME_LABELS[outcome], outcomes[outcome], percent(outcomes[outcome], questions)),
      ),
      tile(words.SOLVED_BY_TAP, solvedByTap),
      tile(words.PRIVATE_CHATS, places.private),
      tile(words.CLASS_CHATS, places.group),
      tile(words.VOTES, `👍 ${votes.up}`, `👎 ${votes.down}`),
    ]}
  </dl>`;
}

function unanswered({ groups, groupsLeftOut }: Report): Html {
  const more = groupsLeftOut === 0 ? html`` : html`<p>${words.andMore(groupsLeftOut)}</p>`;
  return html`<section>
    <h2>${words.UNANSWERED}</h2>
    ${
      groups.length === 0
        ? html`<p>${words.NOTHING_UNANSWERED}</p>`
        : table([words.QUESTION, words.TIMES, words.PEOPLE, words.WHEN], groups.map(groupRow))
    }${more}
  </section>`;
}

function groupRow({ text, otherTexts, nearest, ids, people, lastAt }: ReportedGroup): Html {
  const line = (name: string, texts: readonly string[]) =>
    texts.length === 0 ? html`` : html`<small>${name}: ${texts.join(" | ")}</small>`;
  const also = line(words.ALSO, otherTexts.slice(0, MAX_OTHER_TEXTS));
  return html`<tr>
    <td>${text}${also}${line(words.NEAREST, nearest)}</td>
    <td>${ids.length}</td>
    <td>${people}</td>
    <td>${shortDay(moscowDay(lastAt))}</td>
  </tr>`;
}

function sections({ figures, titles }: Report): Html {
  const { entries, topics, votes, days, hours } = figures;
  const outcomes = OUTCOMES.map((outcome) => OUTCOME_LABELS[outcome]);
  const reasons = VOTE_REASONS.map((reason) => REASON_LABELS[reason]);
  const countRows = (rows: readonly (readonly [string, Figures["outcomes"]])[]) =>
    rows
      .filter(([, counts]) => sumOf(counts) > 0)
      .map(([name, counts]) =>
        row([name, sumOf(counts), ...OUTCOMES.map((outcome) => counts[outcome])]),
      );
  return html`${[
    section(
      words.ENTRIES,
      [words.ENTRY, words.TIMES],
      entries.map(({ id, count }) => row([titles.ofEntry(id), count])),
    ),
    section(
      words.TOPICS,
      [words.TOPIC, words.TIMES],
      topics.map(({ id, count }) => row([titles.ofSideTopic(id), count])),
    ),
    section(
      words.VOTES,
      [words.ENTRY, "👎", "👍", ...reasons],
      votes.entries.map(({ entryId, up, down, reasons: why }) =>
        row([titles.ofEntry(entryId), down, up, ...VOTE_REASONS.map((reason) => why[reason])]),
      ),
    ),
    section(
      words.BY_DAY,
      [words.DAY, words.QUESTIONS, ...outcomes],
      countRows(days.map(({ day, counts }) => [shortDay(day), counts])),
    ),
    section(
      words.BY_HOUR,
      [words.HOUR, words.QUESTIONS, ...outcomes],
      countRows(hours.map((counts, hour) => [`${hour}:00`, counts])),
    ),
  ]}`;
}

function section(heading: string, columns: readonly string[], rows: readonly Html[]): Html {
  return rows.length === 0
    ? html``
    : html`<section>
        <h2>${heading}</h2>
        ${table(columns, rows)}
      </section>`;
}

function table(columns: readonly string[], rows: readonly Html[]): Html {
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function row(cells: readonly (string | number)[]): Html {
  return html`<tr>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr> `;
}

interface Html {
  readonly kind: "html";
  readonly text: string;
}

type Part = string | number | Html | readonly Html[];

/** html`<td>${text}</td>`: what is put in is escaped, unless it is HTML made here. */
function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = strings.map(
    (fixed, n) => `${fixed}${n < parts.length ? textOf(parts[n] ?? "") : ""}`,
  );
  return { kind: "html", text: text.join("") };
}

/** Markup that was made safe elsewhere, as it is. */
function trusted(text: string): Html {
  return { kind: "html", text };
}

function textOf(part: Part): string {
  if (typeof part === "string" || typeof part === "number") return escapeXml(String(part));
  return "kind" in part ? part.text : part.map(({ text }) => text).join("");
}
