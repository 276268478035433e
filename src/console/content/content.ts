// The content as administrators see it, what a change of it would do, and the change itself.
import { basename } from "node:path";
import { z } from "zod";
import { DAY_MS } from "../../text/local-date.ts";
import { countVotes, entryOf, type Uses } from "../../journal/figures.ts";
import { moscowDay } from "../../journal/moscow-time.ts";
import type { CountUses } from "../../store/journal/journal.ts";
import type { Content, ItemUse } from "./content-api.ts";
import type { InspectedContent } from "../drafts/inspect-content.ts";
import type { Routes } from "../routes.ts";
import { type ContentChecker, draftEdit, type DraftParts, createContentChecker } from "./draft.ts";
import { EDIT } from "./edit-schema.ts";
import { listHistory, undoPast } from "./history.ts";
import { saveEdit, type SaveParts } from "./save.ts";
import type { Config } from "../../config/config.ts";
import type { TryParts } from "../try/try.ts";
import type { ContentHolder } from "../../live/content-holder.ts";
import { questionsFileBeside, readQuestionsText } from "../../live/load-faq.ts";

export interface ContentParts extends SaveParts, DraftParts, ContentChecker {
  /** As administrators know it. */
  readonly file: string;
  /** The content that is live at the moment. */
  readonly live: ContentHolder["current"];
  /** The bot's name in links. */
  readonly username: () => string | undefined;
  /** Why the file on the disk is not what is live, in Russian, a line a problem. */
  readonly faults: () => readonly string[];
  readonly uses: CountUses;
  /** How many days are kept. */
  readonly retentionDays: number;
}

const MAX_DAYS = 30;
const UNDO = z.object({ editId: z.string().max(100) });

export function contentArea(parts: ContentParts): (routes: Routes) => void {
  const remembered = { ...parts, inspect: remembering(parts.inspect) };
  return (routes) => {
    routes.get("content", z.object({}), () => contentView(remembered));
    routes.post("content/draft", EDIT, (edit) => draftEdit(edit, parts));
    routes.post("content/save", EDIT, (edit) => saveEdit(edit, parts));
    routes.get("content/history", z.object({}), () => listHistory(parts));
    routes.post("content/undo", UNDO, ({ editId }) => undoPast(editId, parts));
  };
}

async function contentView(parts: ContentParts): Promise<Content> {
  const { faq, text, version, matcher } = parts.live();
  const now = parts.now();
  const days = Math.min(MAX_DAYS, parts.retentionDays);
  const [inspected, uses] = await Promise.all([
    parts.inspect(text, moscowDay(now)),
    parts.uses({ from: now - days * DAY_MS, to: now + 1 }),
  ]);
  const useOf = usesOf(uses);
  return {
    file: parts.file,
    version,
    categories: faq.categories,
    entries: inspected.entries.map((entry) => ({
      ...entry,
      ...useOf(entry.id),
      neighbours: matcher.relatedTo(entry.id),
    })),
    sideTopics: inspected.sideTopics.map((sideTopic) => ({ ...sideTopic, ...useOf(sideTopic.id) })),
    days,
    warnings: inspected.warnings,
    faults: parts.faults(),
    organization: faq.organization,
    username: parts.username(),
  };
}

/** What was inspected last is asked for again whenever somebody opens the page. */
function remembering(inspect: ContentParts["inspect"]): ContentParts["inspect"] {
  let last: { readonly key: string; readonly inspected: Promise<InspectedContent> } | undefined;
  return async (text, today) => {
    const key = JSON.stringify([text, today]);
    const asked = last?.key === key ? last : { key, inspected: inspect(text, today) };
    last = asked;
    try {
      return await asked.inspected;
    } catch (error) {
      // Others may have waited for the same, and begun anew since.
      if (last === asked) last = undefined;
      throw error;
    }
  };
}

/** By id: how often it was what people got, and whether it helped them. */
function usesOf({ items, votes }: Uses): (id: string) => ItemUse {
  const asked = new Map<string, number>();
  for (const item of items) for (const id of gotten(item)) asked.set(id, (asked.get(id) ?? 0) + item.count);
  const voted = new Map(countVotes(votes).entries.map((one) => [one.entryId, one]));
  return (id) => {
    const { up, down } = voted.get(id) ?? { up: 0, down: 0 };
    return { asked: asked.get(id) ?? 0, up, down };
  };
}

/** As the overview counts: whoever went on from a topic to an entry got both. */
function gotten(item: Uses["items"][number]): readonly string[] {
  const isSideTopic = item.outcome === "topic" || item.outcome === "smalltalk";
  return [isSideTopic ? item.itemId : undefined, entryOf(item)].filter((id) => id !== undefined);
}

interface ConsoleContentParts extends Pick<ContentParts, "teaching" | "uses" | "pages" | "log" | "now"> {
  readonly content: ContentHolder;
}

/** What the content of the program is shown and changed with. `trial` has the thread that drafts are built in, the file they are changes of, and what the bot knows of itself. */
export function consoleContent(
  { retentionDays }: Pick<Config, "retentionDays">,
  { content, teaching, uses, pages, log, now }: ConsoleContentParts,
  { worker, text, situation }: Pick<TryParts, "worker" | "text" | "situation">,
): ContentParts {
  return {
    ...createContentChecker(worker),
    file: basename(content.file),
    live: () => content.current(),
    username: () => situation().username,
    text,
    cases: async () => {
      const read = await readQuestionsText(questionsFileBeside(content.file));
      return read?.kind === "text" ? read.text : undefined;
    },
    faults: () => content.faults(),
    reload: async () => {
      const outcome = await content.reload({ isTentative: true });
      return outcome.kind === "rejected" ? outcome.lines : [];
    },
    teaching,
    uses,
    pages,
    retentionDays,
    log,
    now,
  };
}
