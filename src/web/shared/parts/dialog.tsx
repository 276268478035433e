// A dialog of the browser itself: it keeps the focus, closes by Escape and gives the focus back.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Round } from "./button.tsx";
import * as styles from "./dialog.module.css";

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** The buttons at the bottom. */
  readonly foot?: ComponentChildren;
  readonly isWide?: boolean;
}

/** Open as long as it is there. */
export function Dialog({ title, onClose, children, foot, isWide = false }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const former = document.activeElement;
    ref.current?.showModal();
    return () => {
      // The browser gives it back only where the dialog is closed before it is taken away.
      if (former instanceof HTMLElement && former.isConnected) former.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={styles.dialog}
      data-is-wide={isWide}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        // The backdrop belongs to the dialog; what is in it has an element of its own. A double click has opened it.
        if (event.target === event.currentTarget && event.detail < 2) onClose();
      }}
    >
      <div class={styles.body}>
        <header class={styles.head}>
          <h2 id={id}>{title}</h2>
          <Round icon="close" title="Закрыть" onClick={onClose} />
        </header>
        <div class={styles.content}>{children}</div>
        {foot === undefined ? null : <footer class={styles.foot}>{foot}</footer>}
      </div>
    </dialog>
  );
}
