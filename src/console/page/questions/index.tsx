// The page «Вопросы».
import { Heading } from "../parts/heading.tsx";

export function QuestionsPage() {
  return <Heading title="Вопросы" />;
}
