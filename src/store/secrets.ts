// Random values that hashes are made with, kept in the database.
import { randomBytes } from "node:crypto";
import { reporting } from "./statements.ts";
import type { Tables } from "./tables/schema.ts";

/** All methods reject with OutsideError when the database fails. */
export interface Secrets {
  /** Made when it is first asked for, and the same ever after. */
  secret(name: string): Promise<string>;
  /** The salt of a day ("2025-09-01"), made when it is first asked for; the salts of all other days are deleted. */
  saltOf(day: string): Promise<string>;
  /** Deletes the salts of all other days: what was hashed with them can no longer be tied to anybody. */
  deleteSaltsExcept(day: string): Promise<void>;
}

const SECRET_BYTES = 32;

export function createSqlSecrets(tables: Tables): Secrets {
  return {
    secret: (name) => reporting("Reading a secret", () => secret(tables, name)),
    saltOf: (day) => reporting("Reading the salt of the day", () => saltOf(tables, day)),
    deleteSaltsExcept: (day) => reporting("Deleting old salts", () => deleteSaltsExcept(tables, day)),
  };
}

// Of two processes that make the same value at once the first one wins, and both read what it wrote.
async function secret(tables: Tables, name: string): Promise<string> {
  const found = tables.selectFrom("secret").select("value").where("name", "=", name);
  const known = await found.executeTakeFirst();
  if (known !== undefined) return known.value;
  await tables
    .insertInto("secret")
    .values({ name, value: randomValue() })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  return (await found.executeTakeFirstOrThrow()).value;
}

/** The first question of a day ends the day before; each of the others only reads. */
async function saltOf(tables: Tables, day: string): Promise<string> {
  const found = tables.selectFrom("salt").select("value").where("day", "=", day);
  const known = await found.executeTakeFirst();
  if (known !== undefined) return known.value;
  await deleteSaltsExcept(tables, day);
  await tables
    .insertInto("salt")
    .values({ day, value: randomValue() })
    .onConflict((conflict) => conflict.column("day").doNothing())
    .execute();
  return (await found.executeTakeFirstOrThrow()).value;
}

async function deleteSaltsExcept(tables: Tables, day: string): Promise<void> {
  await tables.deleteFrom("salt").where("day", "!=", day).execute();
}

function randomValue(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}
