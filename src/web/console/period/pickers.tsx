// Where the days and the chats are chosen: links, so that each choice has an address and "back" takes it back.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { daysInWords } from "../../../journal/wording.ts";
import { moscowDay } from "../../../journal/moscow-time.ts";
import { Button } from "../../shared/parts/button.tsx";
import { Dialog } from "../../shared/parts/dialog.tsx";
import { counted } from "../parts/format.ts";
import { CANCEL } from "../shell/wording.ts";
import { navigate } from "../shell/router.ts";
import {
  DAY_COUNTS,
  placeParam,
  PLACES,
  type HrefWith,
  type Period,
  type Place,
} from "./period.ts";
import * as styles from "./pickers.module.css";

const PERIOD = "Период";
const OWN_DATES = "Свои даты";
const OWN_DATES_HINT = "Дни считаются по московскому времени.";
const FROM = "С какого дня";
const TO = "По какой день";
const SHOW = "Показать";
const DATES_WRONG = "Первый день не может быть позже последнего.";
const PLACE = "Где спрашивают";
const DAYS = ["день", "дня", "дней"] as const;

const PLACE_TITLES: Readonly<Record<Place, string>> = {
  all: "Все чаты",
  private: "Личные",
  group: "Чаты классов",
};

export function PeriodPicker({
  period,
  hrefWith,
}: {
  readonly period: Period;
  readonly hrefWith: HrefWith;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const own = period.days === undefined ? daysInWords(period.from, period.to) : undefined;
  return (
    <>
      <Choice
        label={PERIOD}
        options={DAY_COUNTS.map((days) => ({
          title: counted(days, DAYS),
          href: hrefWith({ days, from: undefined, to: undefined }),
          isChosen: days === period.days,
        }))}
      >
        <button
          type="button"
          class={styles.option}
          aria-haspopup="dialog"
          aria-current={own === undefined ? undefined : "true"}
          onClick={() => setIsOpen(true)}
        >
          {own ?? OWN_DATES}
        </button>
      </Choice>
      {isOpen ? (
        <OwnDates
          period={period}
          onClose={() => setIsOpen(false)}
          onChoose={(from, to) => navigate(hrefWith({ days: undefined, from, to }))}
        />
      ) : null}
    </>
  );
}

export function PlacePicker({
  place,
  hrefWith,
}: {
  readonly place: Place;
  readonly hrefWith: HrefWith;
}) {
  return (
    <Choice
      label={PLACE}
      options={PLACES.map((one) => ({
        title: PLACE_TITLES[one],
        href: hrefWith({ place: placeParam(one) }),
        isChosen: one === place,
      }))}
    />
  );
}

function OwnDates({
  period,
  onClose,
  onChoose,
}: {
  readonly period: Period;
  readonly onClose: () => void;
  readonly onChoose: (from: string, to: string) => void;
}) {
  const from = useRef<HTMLInputElement>(null);
  const to = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const today = moscowDay(Date.now());
  const choose = (event: Event) => {
    event.preventDefault();
    const [first, last] = [from.current?.value ?? "", to.current?.value ?? ""];
    if (first > last) {
      setProblem(DATES_WRONG);
      return;
    }
    onClose();
    onChoose(first, last);
  };
  return (
    <Dialog title={OWN_DATES} onClose={onClose}>
      <form class={styles.dates} onSubmit={choose}>
        <label>
          {FROM}
          <input ref={from} type="date" required max={today} defaultValue={period.from} />
        </label>
        <label>
          {TO}
          <input ref={to} type="date" required max={today} defaultValue={period.to} />
        </label>
        <p class="faint">{OWN_DATES_HINT}</p>
        <p class="problem" role="alert">
          {problem}
        </p>
        <div class={styles.foot}>
          <Button onClick={onClose}>{CANCEL}</Button>
          <Button type="submit" look="primary">
            {SHOW}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Option {
  readonly title: string;
  readonly href: string;
  readonly isChosen: boolean;
}

/** One of a few, side by side. */
function Choice({
  label,
  options,
  children,
}: {
  readonly label: string;
  readonly options: readonly Option[];
  /** What is no link, such as a button that opens a dialog. */
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={styles.choice} role="group" aria-label={label}>
      {options.map(({ title, href, isChosen }) => (
        <a
          key={href}
          class={styles.option}
          href={href}
          aria-current={isChosen ? "true" : undefined}
        >
          {title}
        </a>
      ))}
      {children}
    </div>
  );
}
