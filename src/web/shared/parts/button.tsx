// A button. While its work is under way it says so and does not begin again.
import type { ButtonHTMLAttributes, ComponentChildren, Ref } from "preact";
import { useState } from "preact/hooks";
import "./button.css";
import { Icon, type IconName } from "./icon.tsx";

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => unknown;
  readonly look?: "plain" | "primary" | "danger" | "quiet";
  readonly icon?: IconName;
  readonly type?: "button" | "submit";
  /** Where the work is known to somebody else; that of `onClick` is known here. */
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly isSmall?: boolean;
  readonly label?: string;
}

export function Button(props: ButtonProps) {
  const { children, onClick, look = "plain", icon, type = "button", label } = props;
  const [isWorking, setIsWorking] = useState(false);
  const isBusy = isWorking || props.isBusy === true;
  const run = async () => {
    if (isBusy) return;
    setIsWorking(true);
    try {
      await onClick?.();
    } finally {
      setIsWorking(false);
    }
  };
  return (
    <button
      type={type}
      class={`button ${look}${props.isSmall === true ? " small" : ""}`}
      // Still found by the keyboard: a button that vanishes takes the focus with it.
      aria-disabled={isBusy ? true : undefined}
      aria-busy={isBusy ? true : undefined}
      aria-label={label}
      disabled={props.isDisabled}
      onClick={onClick === undefined ? undefined : () => void run()}
    >
      {isBusy ? <span class="spinner" /> : icon === undefined ? null : <Icon name={icon} size={18} />}
      <span>{children}</span>
    </button>
  );
}

export interface RoundProps extends ButtonHTMLAttributes {
  readonly icon: IconName;
  readonly title: string;
  /** For those who do not see it, where the title is not enough. */
  readonly label?: string;
  readonly iconSize?: number;
  readonly look?: "accent" | "small";
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Only an icon, with its name for those who do not see it. */
export function Round({ icon, label, iconSize = 22, look, children, ...rest }: RoundProps) {
  return (
    <button type="button" {...rest} class="round" data-look={look}>
      <Icon name={icon} size={iconSize} />
      <span class="hidden-label">{label ?? rest.title}</span>
      {children}
    </button>
  );
}
