// What stands where an address leads to nothing.
import { Heading } from "../parts/heading.tsx";
import { BackLink } from "./back-link.tsx";
import { GONE, GONE_TITLE } from "./wording.ts";

export function Gone() {
  return (
    <>
      <BackLink />
      <Heading title={GONE_TITLE} hint={GONE} />
    </>
  );
}
