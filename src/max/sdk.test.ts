import { describe, expect, test } from "vitest";
import { UsageError } from "../runtime/errors.ts";
import { baseUrlOf } from "./sdk.ts";

describe("the address of the API", () => {
  test.each(["http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api/", "https://max.example/"])(
    "%s ends with one slash",
    (apiUrl) => {
      expect(baseUrlOf(apiUrl)).toMatch(/[^/]\/$/u);
    },
  );

  test.each([0, 1, 9, 22, 6000, 10_080])("with port %i, which fetch refuses, is refused with a reason", (port) => {
    expect(() => baseUrlOf(`http://127.0.0.1:${port}/api`)).toThrow(UsageError);
    expect(() => baseUrlOf(`http://127.0.0.1:${port}`)).toThrow(`refuses the port ${port}`);
  });

  test("is refused for no port that fetch would connect to", async () => {
    const ports = Array.from({ length: 65_535 }, (_, index) => index + 1);
    const refused = ports.filter(isRefused);
    expect(refused.length).toBeGreaterThan(80);
    const refusedByFetch = await Promise.all(refused.map(isRefusedByFetch));
    expect(refused.filter((_, index) => refusedByFetch[index] !== true)).toEqual([]);
  });
});

function isRefused(port: number): boolean {
  try {
    baseUrlOf(`http://127.0.0.1:${port}`);
    return false;
  } catch {
    return true;
  }
}

async function isRefusedByFetch(port: number): Promise<boolean> {
  const error: unknown = await fetch(`http://127.0.0.1:${port}`).catch((thrown: unknown) => thrown);
  return error instanceof Error && String(error.cause).includes("bad port");
}
