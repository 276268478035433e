// The page «Состояние».
import { Heading } from "../parts/heading.tsx";

export function StatePage() {
  return <Heading title="Состояние" />;
}
