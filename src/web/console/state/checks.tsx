// The parts of the program that are looked at, each with what to do where it is in trouble.
import type { Check } from "../../../console/api.ts";
import { Icon, type IconName } from "../../shared/parts/icon.tsx";
import * as wording from "./wording.ts";

const LOOKS: Readonly<Record<Check["kind"], { readonly icon: IconName; readonly look: string }>> = {
  ok: { icon: "check", look: "good" },
  trouble: { icon: "warning", look: "bad" },
  standby: { icon: "clock", look: "warn" },
};

export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <section aria-label={wording.CHECKS}>
      <ul class="checks">
        {checks.map(({ name, title, kind, detail }) => (
          <li key={name} class={`card check ${LOOKS[kind].look}`}>
            <span class="check-icon">
              <Icon name={LOOKS[kind].icon} />
              <span class="hidden-label">{wording.KINDS[kind]}</span>
            </span>
            <div>
              <h2>{title}</h2>
              <p class="faint">{detail}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
