// Where the parts write: tables to standard output, progress to standard error.

export interface Print {
  readonly table: (markdown: string) => void;
  readonly progress: (text: string) => void;
}

export const print: Print = {
  table: (markdown) => void process.stdout.write(`${markdown}\n`),
  progress: (text) => void process.stderr.write(`${text}\n`),
};
