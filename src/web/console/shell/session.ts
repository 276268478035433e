// Coming in, going out, and asking whether one is in.
import type { Session, SignIn } from "../../../console/api.ts";
import { get, post, remove, type Answer, endSession, session } from "./api-client.ts";

export async function loadSession(): Promise<void> {
  const answer = await get<Session>("session");
  session.value = answer.kind === "ok" ? answer.value : answer;
}

/** Nothing changes for somebody at work unless the server says that nobody is in. */
export async function checkSession(): Promise<void> {
  const answer = await get<Session>("session");
  if (answer.kind === "ok" && answer.value.kind === "signed-out") endSession();
}

/** A refusal is for the form: the page stays as it is. */
export async function signIn(token: string): Promise<Answer<unknown>> {
  const body: SignIn = { token };
  const answer = await post("session", body);
  if (answer.kind === "ok") await loadSession();
  return answer;
}

/** Where it fails one is still in. */
export async function signOut(): Promise<Answer<unknown>> {
  const answer = await remove("session");
  if (answer.kind === "ok") await loadSession();
  return answer;
}
