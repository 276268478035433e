import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { plain, plainOf } from "../../../markup/rich-text.ts";
import type { Explanation } from "../../../search/explain.ts";
import type { Edit } from "../../../console/content/content-api.ts";
import type { Try, TryResult } from "../../../console/try/try-api.ts";
import type { Answer } from "../shell/api-client.ts";
import { createTryTalk } from "./talk.ts";

const EDIT: Edit = {
  kind: "new-entry",
  categoryId: "all",
  question: "Когда каникулы?",
  answer: "Летом",
  phrases: [],
};
const EXPLANATION: Explanation = {
  question: "каникулы",
  understoodAs: "каникулы",
  repairs: [],
  outcome: "answer",
  reasons: [],
  candidates: [],
};

function reply(text: string, more: Partial<Extract<TryResult, { kind: "reply" }>> = {}): TryResult {
  return {
    kind: "reply",
    isReplacement: false,
    text: plain(text),
    keyboard: [],
    explanation: undefined,
    ...more,
  };
}

/** A page on a server that answers with what `answer` makes of a request. */
function open(answer: (body: Try) => TryResult | undefined, unsaved: readonly Edit[] = []) {
  const sent: Try[] = [];
  const edits = signal(unsaved);
  const talk = createTryTalk({
    send: async (body): Promise<Answer<TryResult>> => {
      sent.push(body);
      const value = answer(body);
      return value === undefined ? { kind: "failed", message: "Нет связи", status: undefined } : { kind: "ok", value };
    },
    edits,
    now: () => 0,
  });
  const said = () =>
    talk.lines.value.map((line) =>
      line.kind === "message"
        ? `${line.from === "me" ? ">" : "<"} ${plainOf(line.text)}`
        : line.kind === "mark"
          ? `— ${line.text}`
          : `! ${[line.title, ...line.lines].join(" ")}`,
    );
  return { talk, sent, edits, said };
}

describe("the talk on the page of trials", () => {
  it("shows what was asked, what was answered, and why", async () => {
    const { talk, said } = open(() => reply("Летом", { explanation: EXPLANATION }));
    await talk.say("каникулы");
    expect(said()).toEqual(["> каникулы", "< Летом"]);
    expect(talk.explanation.value).toBe(EXPLANATION);
    expect(talk.lastAsked.value).toBe("каникулы");
  });

  it("replaces the message whose button was tapped, and keeps the explanation of the question", async () => {
    const { talk, said } = open(({ event }) =>
      event.kind === "tap" ? reply("Раздел", { isReplacement: true }) : reply("Выберите", { explanation: EXPLANATION }),
    );
    await talk.say("что-то");
    await talk.tap("1:menu:0", 2);
    expect(said()).toEqual(["> что-то", "< Раздел"]);
    expect(talk.lines.value[1]).toMatchObject({ id: 2, isEdited: true });
    expect(talk.explanation.value).toBe(EXPLANATION);
  });

  it("keeps the answers in the order of the questions", async () => {
    const { talk, said } = open(({ event }) => reply(event.kind === "text" ? event.text : ""));
    await Promise.all([talk.say("раз"), talk.say("два")]);
    expect(said()).toEqual(["> раз", "> два", "< раз", "< два"]);
  });

  it("sends the unsaved changes, and none where the live content answers", async () => {
    const { talk, sent, said } = open(() => reply("да"), [EDIT]);
    expect(talk.mode.value).toBe("draft");
    await talk.say("а");
    talk.setMode("live");
    await talk.say("б");
    expect(sent.map(({ edits }) => edits.length)).toEqual([1, 0]);
    expect(said()).toEqual(["> а", "< да", "— Дальше отвечает то, что опубликовано", "> б", "< да"]);
  });

  it("says who goes on answering below the answers that are still on their way", async () => {
    const { talk, said } = open(() => reply("да"), [EDIT]);
    const late = talk.say("а");
    talk.setMode("live");
    await late;
    await talk.say("б");
    const mark = "— Дальше отвечает то, что опубликовано";
    expect(said()).toEqual(["> а", "< да", mark, "> б", "< да"]);
  });

  it("says nothing of who goes on answering in a talk that was begun again meanwhile", async () => {
    const { talk, said } = open(() => reply("да"), [EDIT]);
    const late = talk.say("а");
    talk.setMode("live");
    talk.clear();
    await late;
    await talk.say("б");
    expect(said()).toEqual(["> б", "< да"]);
  });

  it("has the live content answer once everything is saved", () => {
    const { talk, edits } = open(() => reply("да"), [EDIT]);
    edits.value = [];
    expect(talk.mode.value).toBe("live");
  });

  it.each([
    [{ kind: "unfit", lines: ["нет ответа"] }, "! Черновик пока не годится", true],
    [{ kind: "conflict", message: "изменён", theirs: undefined }, "! Черновик расходится", true],
    [undefined, "! Нет связи", false],
    [{ kind: "unfit", lines: ["нет ответа"], edit: 0 }, "! Черновик пока не годится", true],
  ] as const)("says that %j went wrong", async (answer, start, isOfDraft) => {
    const { talk, said } = open(() => answer, [EDIT]);
    await talk.say("а");
    expect(said()[1]).toMatch(new RegExp(`^${start}`, "u"));
    const isKnown = answer !== undefined && "edit" in answer;
    const draft = isOfDraft ? { edit: isKnown ? EDIT : undefined } : undefined;
    expect(talk.lines.value[1]).toMatchObject({ draft });
  });

  it("forgets everything when it is begun again, and what is still to be answered too", async () => {
    const { talk, said } = open(() => reply("поздно", { explanation: EXPLANATION }));
    const late = talk.say("а");
    talk.clear();
    expect(talk.isWaiting.value).toBe(false);
    await late;
    expect(said()).toEqual([]);
    expect(talk.explanation.value).toBeUndefined();
    expect(talk.isWaiting.value).toBe(false);
  });

  it("waits for nothing of the talk before when it is begun again", async () => {
    const never = new Promise<Answer<TryResult>>(() => {});
    const answers = [never, Promise.resolve({ kind: "ok", value: reply("да") } as const)];
    const send = async () => answers.shift() ?? never;
    const talk = createTryTalk({ send, edits: signal([]), now: () => 0 });
    void talk.say("а");
    talk.clear();
    await talk.say("б");
    expect(talk.lines.value).toHaveLength(2);
    expect(talk.isWaiting.value).toBe(false);
  });
});
