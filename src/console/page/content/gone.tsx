// What stands where an address leads to nothing.
import { Empty } from "../parts/states.tsx";
import { BackLink } from "./back-link.tsx";
import { GONE, GONE_TITLE } from "./wording.ts";

export function Gone() {
  return (
    <>
      <BackLink />
      <Empty icon="content" title={GONE_TITLE}>
        <p>{GONE}</p>
      </Empty>
    </>
  );
}
