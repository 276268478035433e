// Where the days and the chats are chosen: links, so that each choice has an address and "back" takes it back.
import { useState } from "preact/hooks";
import { daysInWords } from "../../../journal/wording.ts";
import { moscowDay } from "../../../journal/moscow-time.ts";
import { Button } from "../../shared/parts/button.tsx";
import { Dialog } from "../../shared/parts/dialog.tsx";
import { counted } from "../parts/format.ts";
import { SegmentButton, SegmentLinks } from "../parts/segments.tsx";
import { navigate } from "../shell/router.ts";
import { DAY_COUNTS, placeParam, PLACES, type HrefWith, type Period, type Place } from "./period.ts";
import * as styles from "./pickers.module.css";

const OWN_DATES = "Свои даты";
const DAYS = ["день", "дня", "дней"] as const;

const PLACE_TITLES: Readonly<Record<Place, string>> = {
  all: "Все чаты",
  private: "Личные",
  group: "Чаты классов",
};

export function PeriodPicker({ period, hrefWith }: { readonly period: Period; readonly hrefWith: HrefWith }) {
  const [isOpen, setIsOpen] = useState(false);
  const own = period.days === undefined ? daysInWords(period.from, period.to) : undefined;
  return (
    <>
      <SegmentLinks
        label="Период"
        options={DAY_COUNTS.map((days) => ({
          title: counted(days, DAYS),
          href: hrefWith({ days, from: undefined, to: undefined }),
          isChosen: days === period.days,
        }))}
      >
        <SegmentButton title={own ?? OWN_DATES} isChosen={own !== undefined} onClick={() => setIsOpen(true)} />
      </SegmentLinks>
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

export function PlacePicker({ place, hrefWith }: { readonly place: Place; readonly hrefWith: HrefWith }) {
  return (
    <SegmentLinks
      label="Где спрашивают"
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
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const choose = (event: Event) => {
    event.preventDefault();
    onClose();
    onChoose(from, to);
  };
  return (
    <Dialog title={OWN_DATES} onClose={onClose}>
      <form class={styles.dates} onSubmit={choose}>
        <Day label="С какого дня" day={from} max={to} onDay={setFrom} />
        <Day label="По какой день" day={to} min={from} max={moscowDay(Date.now())} onDay={setTo} />
        <p class="faint">Дни считаются по московскому времени.</p>
        <Button type="submit" look="primary">
          Показать
        </Button>
      </form>
    </Dialog>
  );
}

/** The browser says what is wrong with it. */
function Day({
  label,
  day,
  onDay,
  ...ends
}: {
  readonly label: string;
  readonly day: string;
  readonly min?: string;
  readonly max: string;
  readonly onDay: (day: string) => void;
}) {
  return (
    <label>
      {label}
      <input type="date" required {...ends} value={day} onInput={({ currentTarget }) => onDay(currentTarget.value)} />
    </label>
  );
}
