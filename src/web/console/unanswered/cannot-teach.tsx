// Why a question can be no phrase of the content.

export function CannotTeach() {
  return (
    <p class="note warn">
      Без скрытых данных (телефонов, ссылок, номеров) от вопроса не остаётся слов, по которым его
      можно узнать. Научить ему нельзя.
    </p>
  );
}
