// A text in which what was found is lit up.
import type { Part } from "./parts.ts";
import styles from "./lit.module.css";

export function Lit({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <>
      {parts.map(({ text, isLit }, at) =>
        isLit ? (
          <mark key={at} class={styles.lit}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  );
}
