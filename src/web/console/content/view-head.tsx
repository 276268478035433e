// The head of every view but the list: the way back to the list, and the title.
import { Heading } from "../parts/heading.tsx";
import { Icon } from "../../shared/parts/icon.tsx";
import { listAddress } from "./addresses.ts";
import * as styles from "./content.module.css";

export function ViewHead({ title, hint }: { readonly title: string; readonly hint?: string | undefined }) {
  return (
    <>
      <a class={styles.back} href={listAddress.value}>
        <Icon name="back" size={18} />К содержанию
      </a>
      <Heading title={title} hint={hint} />
    </>
  );
}
