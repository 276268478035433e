// What narrows the questions down: outcomes, a text, and whatever a figure led here with.
import { OUTCOMES } from "../../../faq/outcome.ts";
import { SETBACKS } from "../../../journal/records.ts";
import { OPEN_LABELS, OUTCOME_LABELS } from "../../../journal/wording.ts";
import { OUTCOME_LOOKS } from "../parts/outcomes.ts";
import { SearchField } from "../parts/search-field.tsx";
import { Icon } from "../../shared/parts/icon.tsx";
import type { HrefWith } from "../period/period.ts";
import { navigate } from "../shell/router.ts";
import { NARROW, toggled, type Filter, type NarrowName } from "./filter.ts";
import * as wording from "./wording.ts";
import * as styles from "./questions.module.css";

export interface FiltersProps {
  readonly filter: Filter;
  readonly titles: ReadonlyMap<string, string>;
  readonly hrefWith: HrefWith;
}

export function Filters({ filter, titles, hrefWith }: FiltersProps) {
  const { outcomes, narrow } = filter;
  return (
    <div class="row">
      <SearchField
        label="Найти в тексте"
        text={filter.text}
        // A letter is no step: "back" leads to where one was before searching.
        onSearch={(text) => navigate(hrefWith({ text }), { isSameStep: true })}
      />
      <div class="row" role="group" aria-label="Что получилось">
        {OUTCOMES.map((outcome) => (
          <a
            key={outcome}
            class={styles.chip}
            href={hrefWith({ outcome: toggled(outcomes, outcome).join(",") })}
            aria-current={outcomes.includes(outcome) ? "true" : undefined}
          >
            <span class="swatch" style={{ background: `var(${OUTCOME_LOOKS[outcome].colour})` }} aria-hidden="true" />
            {OUTCOME_LABELS[outcome]}
          </a>
        ))}
        {NARROW.map((name) => {
          const value = narrow[name];
          if (value === undefined) return null;
          return (
            <a key={name} class={`${styles.chip} ${styles.set}`} href={hrefWith({ [name]: undefined })}>
              <span class="hidden-label">Убрать условие: </span>
              {narrowInWords(name, value, titles)}
              <Icon name="close" size={15} />
            </a>
          );
        })}
      </div>
    </div>
  );
}

function setbackInWords(value: string): string {
  const setback = SETBACKS.find((one) => one === value);
  return setback === undefined ? value : OPEN_LABELS[setback];
}

function narrowInWords(name: NarrowName, value: string, titles: ReadonlyMap<string, string>): string {
  switch (name) {
    case "solved":
      return value === "anyhow" ? "решено" : "помогла подсказка";
    case "setback":
      return setbackInWords(value);
    case "item":
      return `«${titles.get(value) ?? value}»`;
    case "hour":
      return wording.onlyHour(value);
    case "vote":
      return "ответ не помог";
  }
}
