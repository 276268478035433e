// The page «Без ответа».
import { Heading } from "../parts/heading.tsx";

export function UnansweredPage() {
  return <Heading title="Без ответа" />;
}
