// Notices that the files of an open database are no longer those at its path: what is written into them is lost.
import { statSync } from "node:fs";
import { basename } from "node:path";
import { OutsideError } from "../../runtime/errors.ts";

export interface WatchedFiles {
  /** Throws OutsideError once a file was deleted, moved away or replaced. It costs three looks at names. */
  readonly mustBeThere: () => void;
  /** For a new connection, whose log may be another file; throws where the database is. */
  readonly reconnected: () => void;
}

/** To be called when the database was read once: SQLite makes its log and shared memory then. */
export function watchFiles(path: string): WatchedFiles {
  const database = identityOf(path);
  let beside = besides(path);

  function mustBeTheSame(file: string, identity: string | undefined): void {
    if (identityOf(file) !== identity) throw gone(path, file);
  }

  return {
    mustBeThere: () => {
      mustBeTheSame(path, database);
      for (const [file, identity] of beside) mustBeTheSame(file, identity);
    },
    reconnected: () => {
      mustBeTheSame(path, database);
      beside = besides(path);
    },
  };
}

/** The log, and the memory by which connections of several processes know of each other. */
function besides(path: string): readonly (readonly [file: string, identity: string | undefined])[] {
  return [`${path}-wal`, `${path}-shm`].map((file) => [file, identityOf(file)]);
}

/** Undefined where there is none. */
function identityOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}

function gone(path: string, file: string): OutsideError {
  return new OutsideError(
    `Using the database "${path}": "${basename(file)}" was deleted, moved away or replaced while the bot was working ` +
      "with it, and what is written now would be lost. The next start takes what stands there, or makes an empty one. " +
      "To put a backup back, stop the bot first",
    { isRetryable: true },
  );
}
