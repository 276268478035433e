import { describe, expect, it } from "vitest";
import { queryOf } from "../shell/api-client.ts";
import { askedFor, filterParams, isNarrowed, readFilter, toggled } from "./filter.ts";

const TODAY = "2026-11-25";
const read = (address: string) => readFilter(new URLSearchParams(address), TODAY);

describe("the filter of an address", () => {
  it.each([
    { address: "days=30&outcome=suggest%2Cnone&text=%D1%87%D0%B0%D1%82", why: "as it was written" },
    {
      address: "from=2026-11-01&to=2026-11-02&place=group&item=why-max&hour=9&vote=down",
      why: "as a figure leads here",
    },
    { address: "days=7&solved=by-tap", why: "a tap" },
  ])("comes back: $why", ({ address }) => {
    expect(queryOf(filterParams(read(address))).slice(1)).toBe(address);
  });

  it.each([
    { address: "outcome=whatever", why: "no such outcome" },
    { address: "hour=24", why: "no such hour" },
    { address: "vote=sideways", why: "no such vote" },
    { address: "place=moon", why: "no such place" },
  ])("leaves out what it does not know: $why", ({ address }) => {
    const filter = read(address);
    expect(isNarrowed(filter)).toBe(false);
    expect(filterParams(filter)).toMatchObject({ days: 7 });
  });

  it("asks the server for days, whatever the address says of them", () => {
    const asked = askedFor(read("days=7&outcome=none&text=+"));
    expect(queryOf(asked)).toBe("?from=2026-11-19&to=2026-11-25&place=all&outcome=none");
  });

  it("keeps the order of outcomes, whichever was chosen first", () => {
    expect(toggled(["none"], "answer")).toEqual(["answer", "none"]);
    expect(toggled(["answer", "none"], "none")).toEqual(["answer"]);
  });
});
