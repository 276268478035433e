// Where the days and the chats are chosen: links, so that each choice has an address and "back" takes it back.
import { useRef, useState } from "preact/hooks";
import { daysInWords } from "../../../journal/wording.ts";
import { moscowDay } from "../../../journal/moscow-time.ts";
import { Button } from "../../shared/parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { Dialog } from "../../shared/parts/dialog.tsx";
import { counted } from "../parts/format.ts";
import type { Params } from "../shell/query.ts";
import { CANCEL } from "../shell/wording.ts";
import { navigate } from "../shell/router.ts";
import { DAY_COUNTS, type Period } from "./period.ts";
import { placeParam, PLACES, type Place } from "./place.ts";
import * as wording from "./wording.ts";

/** The address of the page with some parameters changed. */
export type HrefWith = (change: Params) => string;

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
        label={wording.PERIOD}
        options={DAY_COUNTS.map((days) => ({
          title: counted(days, wording.DAYS),
          href: hrefWith({ days, from: undefined, to: undefined }),
          isChosen: days === period.days,
        }))}
      >
        <button
          type="button"
          class="option"
          aria-haspopup="dialog"
          aria-current={own === undefined ? undefined : "true"}
          onClick={() => setIsOpen(true)}
        >
          {own ?? wording.OWN_DATES}
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
      label={wording.PLACE}
      options={PLACES.map((one) => ({
        title: wording.PLACE_TITLES[one],
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
      setProblem(wording.DATES_WRONG);
      return;
    }
    onClose();
    onChoose(first, last);
  };
  return (
    <Dialog title={wording.OWN_DATES} onClose={onClose}>
      <form class="own-dates" onSubmit={choose}>
        <label>
          {wording.FROM}
          <input ref={from} type="date" required max={today} defaultValue={period.from} />
        </label>
        <label>
          {wording.TO}
          <input ref={to} type="date" required max={today} defaultValue={period.to} />
        </label>
        <p class="faint">{wording.OWN_DATES_HINT}</p>
        <p class="problem" role="alert">
          {problem}
        </p>
        <div class="own-dates-foot">
          <Button onClick={onClose}>{CANCEL}</Button>
          <Button type="submit" look="primary">
            {wording.SHOW}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
