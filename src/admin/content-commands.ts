// /check and /reload: what administrators ask of the content file.
import { basename } from "node:path";
import type { AdminCommand } from "./admin.ts";
import { checkFiles } from "../live/check-files.ts";
import type { ContentFault } from "../live/content-fault.ts";
import type { ContentHolder, Rejected } from "../live/content-holder.ts";
import {
  checkMessage,
  loadedMessage,
  rejectedMessage,
  unchangedMessage,
  type Faults,
  CANNOT_CHECK,
  CHECK,
  RELOAD,
  type ListedFile,
} from "../dialog/admin/content-messages.ts";
import type { OutMessage } from "../dialog/reply.ts";
import { OutsideError, UsageError } from "../runtime/errors.ts";
import { isError } from "../faq/problems/problem.ts";
import { sizeOfFaq } from "../faq/faq.ts";
import { inTurns } from "../live/in-turns.ts";
import { plain } from "../markup/rich-text.ts";
import { moscowDay } from "../journal/moscow-time.ts";

export function checkCommand(content: ContentHolder, now: () => number): AdminCommand {
  return {
    description: CHECK,
    run: async ({ argument }) => ({
      message: await checked(content, Number(/^\d{1,3}$/u.exec(argument)?.[0] ?? 0), now),
    }),
  };
}

async function checked(content: ContentHolder, page: number, now: () => number): Promise<OutMessage> {
  try {
    const report = await checkFiles(content.file, undefined, moscowDay(now()), inTurns);
    const { checked: found } = report;
    const faq = found.kind === "fit" ? found.faq : content.current().faq;
    const cases = found.kind === "fit" ? found.cases.length : 0;
    return checkMessage({ files: listed(report.files), page, size: sizeOfFaq(faq), cases });
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof OutsideError)) throw error;
    return { text: plain(`${CANNOT_CHECK} ${error.message}.`), keyboard: [] };
  }
}

export function reloadCommand(content: ContentHolder): AdminCommand {
  return { description: RELOAD, run: async () => ({ message: await reloaded(content) }) };
}

async function reloaded(content: ContentHolder): Promise<OutMessage> {
  // Whoever asks is told here; the others are by the watch.
  const outcome = await content.reload({ isTentative: true });
  switch (outcome.kind) {
    case "loaded":
      return loadedMessage(sizeOfFaq(outcome.content.faq), outcome.warnings.length);
    case "unchanged":
      return unchangedMessage(sizeOfFaq(outcome.content.faq));
    case "rejected":
      return rejectedMessage(faultsOf(outcome), outcome.isLive);
  }
}

/** A rejection as administrators read it: file names without folders, no marks under a source line. */
export function faultsOf({ fault, lines }: Rejected): Faults {
  return fault.kind === "problems" ? errorsIn(fault) : { lines };
}

function errorsIn({ files }: Extract<ContentFault, { readonly kind: "problems" }>) {
  return listed(files).map(({ name, problems }) => ({
    name,
    problems: problems.filter(isError),
  }));
}

function listed(files: readonly (Omit<ListedFile, "name"> & { readonly file: string })[]): readonly ListedFile[] {
  return files.map(({ file, problems }) => ({ name: basename(file), problems }));
}
