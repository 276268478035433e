// What the pickers of days and places say.
import type { Place } from "./place.ts";

export const PERIOD = "Период";
export const OWN_DATES = "Свои даты";
export const OWN_DATES_HINT = "Дни считаются по московскому времени.";
export const FROM = "С какого дня";
export const TO = "По какой день";
export const SHOW = "Показать";
export const DATES_WRONG = "Первый день не может быть позже последнего.";
export const PLACE = "Где спрашивают";
export const DAYS = ["день", "дня", "дней"] as const;

export const PLACE_TITLES: Readonly<Record<Place, string>> = {
  all: "Все чаты",
  private: "Личные",
  group: "Чаты классов",
};
