// What the program notices of itself, in words for somebody who is no programmer, and what to do where it is trouble.
import type { InboxSize } from "../../store/inbox/inbox.ts";
import type { Check } from "./state-api.ts";

interface CheckWords {
  readonly title: string;
  readonly ok: string;
  readonly trouble: string;
}

/** By the names that the program's own probes have for its parts, in the order in which they are shown. */
const CHECKS: Readonly<Record<string, CheckWords>> = {
  max: {
    title: "Связь с MAX",
    ok: "MAX отвечает.",
    trouble:
      "MAX не отвечает. Проверьте интернет на сервере, прокси и сертификаты (NODE_EXTRA_CA_CERTS); бот пробует снова сам.",
  },
  subscription: {
    title: "Доставка сообщений",
    ok: "Сообщения приходят этому боту.",
    trouble:
      "Сообщения забирает чужая подписка на вебхук. Запустите бота с TRANSPORT=webhook или снимите её у того, кому она принадлежит.",
  },
  store: {
    title: "База данных",
    ok: "База данных отвечает.",
    trouble: "База данных не отвечает. Проверьте место на диске или сервер PostgreSQL.",
  },
  inbox: {
    title: "Очередь сообщений",
    ok: "Очередь читается.",
    trouble: "Очередь давно не читается: сообщения ждут. Проверьте базу данных.",
  },
  worker: {
    title: "Обработка сообщений",
    ok: "Бот отвечает на сообщения.",
    trouble: "Обработка остановилась. Перезапустите программу; сообщения из очереди не пропадут.",
  },
  process: {
    title: "Программа",
    ok: "Программа работает.",
    trouble: "Программа останавливается.",
  },
};

const STANDBY =
  "Новые сообщения сейчас забирает другой процесс; этот отвечает на них вместе с ним и заменит его, если понадобится.";

/** By the part that is looked at: "ok", or what is wrong with it. */
type Signs = Readonly<Record<string, string>>;

export interface Checked {
  readonly live: Signs;
  readonly ready: Signs;
  /** Another process asks MAX; this one would take over. */
  readonly isStandby: boolean;
  /** Undefined when the database does not answer. */
  readonly size: InboxSize | undefined;
  /** Unix ms. */
  readonly lastUpdateAt: number | undefined;
  readonly lastHeardAt: number | undefined;
}

export function checksOf({ live, ready, isStandby }: Checked): readonly Check[] {
  // Of what is looked at twice the trouble counts.
  const signs = { ...ready, ...withTroubleFirst(live, ready) };
  return Object.entries(CHECKS).map(([name, { title, ok, trouble }]) => {
    const sign = signs[name] ?? "ok";
    if (sign !== "ok") return { name, title, kind: "trouble", detail: trouble };
    return name === "max" && isStandby
      ? { name, title, kind: "standby", detail: STANDBY }
      : { name, title, kind: "ok", detail: ok };
  });
}

function withTroubleFirst(live: Signs, ready: Signs): Signs {
  return Object.fromEntries(
    Object.entries(live).map(([name, sign]) => [name, sign === "ok" ? (ready[name] ?? sign) : sign]),
  );
}
