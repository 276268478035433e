// The way back to the list, at the top of every other view.
import { Icon } from "../../shared/parts/icon.tsx";
import { listAddress } from "./list/list-place.ts";
import { TO_LIST } from "./wording.ts";

export function BackLink() {
  return (
    <a class="back-link" href={listAddress.value}>
      <Icon name="back" size={18} />
      {TO_LIST}
    </a>
  );
}
