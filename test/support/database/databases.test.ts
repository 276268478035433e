import { describe, expect, test } from "vitest";
import { skipReason, withoutPostgres } from "./postgres.ts";
import { DATABASES } from "./databases.ts";

describe.skipIf(withoutPostgres !== undefined)(`PostgreSQL${skipReason}`, () => {
  test("is one of the two", () => {
    expect(DATABASES.map(({ name }) => name)).toContain("PostgreSQL");
  });
});
