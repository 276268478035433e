// What is done with an update: the talk, the commands of administrators, the support chat, and what they leave behind.
import { createAdmin, type AdminCommands } from "../admin/admin.ts";
import { createAdmins, whoamiCommand } from "../admin/admins.ts";
import { checkCommand, reloadCommand } from "../admin/content-commands.ts";
import { deadLettersCommand } from "../admin/dead-letters-command.ts";
import { statsCommand } from "../admin/stats-command.ts";
import { createWizardListener, unansweredCommand, wizardCommand } from "../admin/teaching-commands.ts";
import { createApology } from "../answering/apology.ts";
import { createGroupStates } from "../answering/group-states.ts";
import { createLastReplies } from "../answering/last-replies.ts";
import { createHandler } from "../answering/handle.ts";
import { createPseudonyms } from "../answering/pseudonyms.ts";
import { createRecorder, type Recorder } from "../answering/recorder.ts";
import { rephrasingIn } from "../answering/setbacks.ts";
import type { Config } from "../config/config.ts";
import type { Handle } from "../delivery/attempt.ts";
import { withTeaching } from "../dialog/admin/teach-list.ts";
import type { ContentHolder } from "../live/content-holder.ts";
import type { BotIdentity } from "../max/mention.ts";
import type { MaxClient } from "../max/client.ts";
import { createDrawPoster } from "../poster/draw-poster.ts";
import type { Log } from "../runtime/log.ts";
import { steadyNow } from "../runtime/steady-clock.ts";
import type { PendingUpdate } from "../store/inbox/inbox.ts";
import type { Store } from "../store/store.ts";
import { createSupportChat, type SupportChat } from "../support/support-chat.ts";
import type { WizardParts } from "../teaching/wizard.ts";

interface AnsweringParts {
  readonly content: ContentHolder;
  readonly store: Store;
  readonly teaching: WizardParts;
  readonly client: MaxClient;
  readonly log: Log;
  readonly bot: () => BotIdentity | undefined;
  /** Says that there is something to do in the inbox. */
  readonly wake: () => void;
  readonly tidyAfter: (lane: string) => void;
  /** Aborted when the program stops. */
  readonly signal: AbortSignal;
}

export interface Answering {
  readonly handle: Handle;
  /** Tells whoever sent an update that it was given up; never rejects. */
  readonly apologize: (update: PendingUpdate) => Promise<void>;
  /** Undefined where no staff chat is set. */
  readonly support: SupportChat | undefined;
}

export function openAnswering(config: Config, parts: AnsweringParts): Answering {
  const { content, store, teaching, client, log, bot, wake, tidyAfter, signal } = parts;
  const now = Date.now;
  const pseudonyms = createPseudonyms(store.secrets, now);
  const isRephrasing = rephrasingIn(() => content.current());
  const recorder = createRecorder({ ...store, pseudonyms, isRephrasing, log, now });
  const support = openSupport(config, recorder, parts);
  const admins = createAdmins(config);
  const commands: AdminCommands = new Map([
    ["check", checkCommand(content, now)],
    ["reload", reloadCommand(content)],
    ["stats", statsCommand({ ...store, faq: () => content.current().faq, now })],
    ["unanswered", unansweredCommand(teaching)],
    ["new", wizardCommand(teaching)],
    ["aside", deadLettersCommand({ inbox: store.inbox, bot, onRetried: wake })],
    ["whoami", whoamiCommand(admins, () => commands)],
  ]);
  const handle = createHandler({
    client,
    talk: () => content.current().talk,
    bot,
    inbox: store.inbox,
    groups: createGroupStates(store.chatStates, now),
    lastReplies: createLastReplies(store.lastReplies, now, log),
    support,
    admin: createAdmin({ client, isAdmin: admins.isAdmin, commands, log }),
    wizard: createWizardListener(teaching, admins.isAdmin, client),
    forAdmin: (message, userId) => (admins.isAdmin(userId) ? withTeaching(message) : message),
    recorder,
    tidyAfter,
    drawPoster: createDrawPoster(),
    retentionDays: config.retentionDays,
    log,
    now,
  });
  const contact = () => content.current().faq.organization.contact;
  const apologize = createApology({ client, bot, contact, support, log, now: steadyNow, signal });
  return { handle, apologize, support };
}

function openSupport(
  { supportChatId }: Config,
  recorder: Recorder,
  { client, content, store, log }: AnsweringParts,
): SupportChat | undefined {
  if (supportChatId === undefined) return undefined;
  return createSupportChat({
    client,
    questions: store.supportQuestions,
    staffChatId: supportChatId,
    contact: () => content.current().faq.organization.contact,
    handedOver: (userId, text) => recorder.handedOver(userId, text),
    log,
    now: Date.now,
  });
}
