// Random values that hashes are made with: the port, whatever database is behind.

/** All methods reject with OutsideError when the database fails. */
export interface Secrets {
  /** Made when it is first asked for, and the same ever after. */
  secret(name: string): Promise<string>;
  /** The salt of a day ("2025-09-01"), made when it is first asked for; the salts of all other days are deleted. */
  saltOf(day: string): Promise<string>;
  /** Deletes the salts of all other days: what was hashed with them can no longer be tied to anybody. */
  deleteSaltsExcept(day: string): Promise<void>;
}
