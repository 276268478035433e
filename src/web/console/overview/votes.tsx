// How people voted on an answer, in two small figures.
import { Icon } from "../../shared/parts/icon.tsx";
import * as wording from "./wording.ts";

export function Votes({ up, down }: { readonly up: number; readonly down: number }) {
  if (up + down === 0) return null;
  return (
    <span class="votes number" role="img" aria-label={wording.votesInWords(up, down)}>
      {up > 0 ? <Vote kind="up" count={up} /> : null}
      {down > 0 ? <Vote kind="against" count={down} /> : null}
    </span>
  );
}

function Vote({ kind, count }: { readonly kind: "up" | "against"; readonly count: number }) {
  return (
    <span class={`vote ${kind}`}>
      <Icon name={kind} size={14} />
      {count}
    </span>
  );
}
