import { describe, expect, it } from "vitest";
import { periodParams, readPeriod } from "./period.ts";

const TODAY = "2026-11-25";

describe("the days of an address", () => {
  it.each([
    { address: "", why: "a week where nothing is said", from: "2026-11-19", to: TODAY, days: 7 },
    {
      address: "days=30",
      why: "today is the last of them",
      from: "2026-10-27",
      to: TODAY,
      days: 30,
    },
    { address: "days=31", why: "not one of those offered", from: "2026-11-19", to: TODAY, days: 7 },
    {
      address: "from=2026-11-01&to=2026-11-01",
      why: "a day",
      from: "2026-11-01",
      to: "2026-11-01",
    },
    {
      address: "from=2026-11-02&to=2026-11-01",
      why: "backwards",
      from: "2026-11-19",
      to: TODAY,
      days: 7,
    },
    {
      address: "from=2026-02-30&to=2026-03-01",
      why: "no such day",
      from: "2026-11-19",
      to: TODAY,
      days: 7,
    },
    {
      address: "from=2026-11-01&days=90",
      why: "half of it",
      from: "2026-08-28",
      to: TODAY,
      days: 90,
    },
  ])("are $from to $to for '$address': $why", ({ address, from, to, days }) => {
    const period = readPeriod(new URLSearchParams(address), TODAY);
    expect(period).toEqual({ from, to, days });
  });

  it("come back from what is written into one", () => {
    for (const address of ["days=90", "from=2026-11-01&to=2026-11-05"]) {
      const period = readPeriod(new URLSearchParams(address), TODAY);
      const written = new URLSearchParams(
        Object.entries(periodParams(period)).map(([name, value]) => [name, String(value)]),
      );
      expect(written.toString()).toBe(address);
    }
  });
});
