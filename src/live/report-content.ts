// What happens to the content, told to the log or on the screen.
import type { ContentListener, Loaded, Rejected } from "./content-holder.ts";
import type { Log } from "../runtime/log.ts";
import { sizeOfFaq } from "../faq/faq.ts";

export function contentToLog(file: string, log: Log): ContentListener {
  return (outcome) => {
    if (outcome.kind === "loaded") logLoaded(file, outcome, log);
    else logRejected(file, outcome, log);
  };
}

function logLoaded(file: string, { content, warnings, isMended }: Loaded, log: Log): void {
  const { faq, version } = content;
  log.info(
    { file, version, size: sizeOfFaq(faq), warnings: warnings.length },
    isMended ? "The content is valid again and live" : "New content is live",
  );
}

function logRejected(file: string, { fault, lines, isLive }: Rejected, log: Log): void {
  log.error(
    { file, problems: lines, ...("error" in fault ? { err: fault.error } : {}) },
    isLive
      ? "The content is live with answers that are not what they have to be: there was none before it"
      : "The content cannot be used; what was live before stays live",
  );
}

const REJECTED = "В содержании ошибки; пока их не исправят, бот отвечает по-прежнему:";
const LIVE_WITH_FAULTS = "Бот запущен, но на часть вопросов отвечает не так, как должен:";

/** Russian lines for the screen on which somebody tries the bot. */
export function contentToScreen(file: string, show: (line: string) => void): ContentListener {
  return (outcome) => {
    if (outcome.kind === "loaded") {
      const { content, warnings } = outcome;
      show(`Содержание обновлено: ${sizeOfFaq(content.faq)}.`);
      if (warnings.length > 0) show(`Есть предупреждения: npm run -s faq -- check ${file}`);
      return;
    }
    show(outcome.isLive ? LIVE_WITH_FAULTS : REJECTED);
    for (const line of outcome.lines) show(line);
    if (outcome.fault.kind === "bug") show(String(outcome.fault.error));
  };
}
