// One phrase: it can be changed where it stands, or taken out.
import { Icon } from "../../../shared/parts/icon.tsx";
import { NEW_MARK, removePhrase } from "./editor-wording.ts";

export function PhraseRow({
  label,
  phrase,
  isNew,
  onType,
  onRemove,
}: {
  readonly label: string;
  readonly phrase: string;
  readonly isNew: boolean;
  readonly onType: (phrase: string) => void;
  readonly onRemove: () => void;
}) {
  const title = removePhrase(phrase);
  return (
    <li class={isNew ? "phrase new" : "phrase"}>
      <textarea
        class="grows"
        rows={1}
        aria-label={label}
        value={phrase}
        onInput={({ currentTarget }) => onType(currentTarget.value.replaceAll("\n", " "))}
      />
      {isNew ? <span class="pill good">{NEW_MARK}</span> : null}
      <button
        type="button"
        class="round phrase-remove"
        aria-label={title}
        title={title}
        onClick={onRemove}
      >
        <Icon name="trash" size={18} />
      </button>
    </li>
  );
}
