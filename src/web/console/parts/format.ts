// Numbers, days and times as they are written in Russian; all times are those of Moscow, as in the reports.
import { counted, type NounForms } from "../../../text/plural.ts";
import type { Day } from "../../../journal/moscow-time.ts";

const NUMBER = new Intl.NumberFormat("ru");
const MOSCOW = { timeZone: "Europe/Moscow" } as const;
const TIME = new Intl.DateTimeFormat("ru", { ...MOSCOW, hour: "2-digit", minute: "2-digit" });
const MOMENT = new Intl.DateTimeFormat("ru", {
  ...MOSCOW,
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});
const MONTH = new Intl.DateTimeFormat("ru", { timeZone: "UTC", month: "long", year: "numeric" });
const DAY = new Intl.DateTimeFormat("ru", { timeZone: "UTC", day: "numeric", month: "long" });

const SECONDS: NounForms = ["секунду", "секунды", "секунд"];
const MINUTES: NounForms = ["минуту", "минуты", "минут"];
const HOURS: NounForms = ["час", "часа", "часов"];
const DAYS: NounForms = ["день", "дня", "дней"];

export { counted };

/** "10 000" */
export function grouped(count: number): string {
  return NUMBER.format(count);
}

/** "53 %" of a share 0…1. */
export function share(part: number): string {
  return `${Math.round(part * 100)}\u00A0%`;
}

/** "14:05" of Unix ms. */
export function timeOf(at: number): string {
  return TIME.format(at);
}

/** "25 ноября, 14:05" of Unix ms. */
export function momentOf(at: number): string {
  return MOMENT.format(at).replace(" в ", ", ");
}

/** "25 ноября" */
export function dayInWords(day: Day): string {
  return DAY.format(Date.parse(day));
}

/** "3 минуты", "2 часа", of what a duration has most of. */
export function lasting(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return counted(seconds, SECONDS);
  if (seconds < 3600) return counted(Math.floor(seconds / 60), MINUTES);
  if (seconds < 86_400) return counted(Math.floor(seconds / 3600), HOURS);
  return counted(Math.floor(seconds / 86_400), DAYS);
}

/** "ноябрь 2026 г." of a day in it. */
export function monthInWords(day: Day): string {
  return MONTH.format(Date.parse(day));
}
