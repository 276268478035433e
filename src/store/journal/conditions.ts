// What journal/records says of a question, in SQL: what is solved, and what is left to an administrator.
import { sql, type SqlBool } from "kysely";
import { LEAST_SURE_POINTER } from "../../journal/records.ts";

/** `isSolved` of journal/records. */
export const IS_SOLVED = sql<SqlBool>`(setback is null and (
  outcome = 'answer'
  or (outcome = 'topic' and coalesce(confidence, 1) >= ${sql.lit(LEAST_SURE_POINTER)})
  or (outcome = 'suggest' and chosen_entry_id is not null)))`;

/** How it went with the questions that a statement counts; the columns are texts in PostgreSQL. */
export const JUDGEMENT = [
  sql<number | string>`count(case when ${IS_SOLVED} then 1 end)`.as("solved"),
  sql<number | string>`count(case when setback = 'asked-again' then 1 end)`.as("asked_again"),
] as const;
