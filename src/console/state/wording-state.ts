// What the state of the program is called, in Russian, and what to do where it is trouble.

interface CheckWords {
  readonly title: string;
  readonly ok: string;
  readonly trouble: string;
}

/** By the names that the program's own probes have for its parts, in the order in which they are shown. */
export const CHECKS: Readonly<Record<string, CheckWords>> = {
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

export const STANDBY =
  "Новые сообщения сейчас забирает другой процесс; этот отвечает на них вместе с ним и заменит его, если понадобится.";
