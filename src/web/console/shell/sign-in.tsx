// The page where one comes in with the token.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../shared/parts/button.tsx";
import botAddress from "../../shared/bot.svg";
import { CONSOLE, showTitle } from "./router.ts";
import { signIn } from "./session.ts";
import * as styles from "./sign-in.module.css";

const SIGN_IN = "Войти";

export function SignIn({ hasEnded }: { readonly hasEnded: boolean }) {
  const { field, problem, isBusy, submit } = useSignIn();
  // With the page, not a moment later: whoever hears the page hears its title first.
  useLayoutEffect(() => {
    document.title = `${SIGN_IN} — ${CONSOLE}`;
    return showTitle;
  }, []);
  return (
    <form class={styles.form} onSubmit={submit}>
      <img src={botAddress} alt="" width="64" height="64" />
      <h1>{CONSOLE}</h1>
      <p class="faint">
        {hasEnded
          ? "Сеанс закончился. Войдите ещё раз."
          : "Ключ задаёт тот, кто запускает бота, в настройке CONSOLE_TOKEN."}
      </p>
      <label for="token">Ключ доступа</label>
      <input
        ref={field}
        id="token"
        name="token"
        type="password"
        autocomplete="current-password"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby="token-problem"
      />
      <p id="token-problem" class="problem" role="alert">
        {problem}
      </p>
      <Button type="submit" look="primary" isBusy={isBusy}>
        {SIGN_IN}
      </Button>
    </form>
  );
}

function useSignIn() {
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const attempt = async () => {
    const token = field.current?.value.trim() ?? "";
    if (token === "") return "Введите ключ доступа.";
    const answer = await signIn(token);
    return answer.kind === "failed" ? answer.message : undefined;
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    const found = await attempt();
    setIsBusy(false);
    setProblem(found);
    if (found !== undefined) field.current?.select();
  };
  return { field, problem, isBusy, submit: (event: Event) => void submit(event) };
}
