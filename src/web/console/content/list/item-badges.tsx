// What is to be seen of an item at a glance: a draft, bad votes, warnings.
import { Icon } from "../../../shared/parts/icon.tsx";
import { careOf } from "./care.ts";
import type { Item } from "../items.ts";
import { careInWords, DRAFT } from "../wording.ts";

export function Badges({ item, hasDraft }: { readonly item: Item; readonly hasDraft: boolean }) {
  const cares = careOf(item);
  if (cares.length === 0 && !hasDraft) return null;
  return (
    <span class="badges">
      {hasDraft ? (
        <span class="pill">
          <Icon name="edit" size={14} />
          {DRAFT}
        </span>
      ) : null}
      {cares.map((care) => (
        <span key={care.kind} class={care.kind === "disliked" ? "pill bad" : "pill warn"}>
          <Icon name="warning" size={14} />
          {careInWords(care)}
        </span>
      ))}
    </span>
  );
}
