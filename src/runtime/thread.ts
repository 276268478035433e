// A file of the program as a thread of its own.
import { Worker, type ResourceLimits } from "node:worker_threads";

/**
 * Starts the file of this name beside the one that asks (`import.meta.url`). Built, it is a file beside the program; from the
 * sources it needs what reads TypeScript, which Node 20 does not hand on to threads. It keeps no process alive.
 */
export function startThread(beside: string, name: string, resourceLimits: ResourceLimits): Worker {
  const worker = started(beside, name, resourceLimits);
  worker.unref();
  return worker;
}

function started(beside: string, name: string, resourceLimits: ResourceLimits): Worker {
  const isBuilt = !beside.endsWith(".ts");
  const file = new URL(`./${name}${isBuilt ? ".js" : ".ts"}`, beside);
  if (isBuilt) return new Worker(file, { resourceLimits });
  const [reader, source] = ["tsx/esm/api", file.href].map((one) => JSON.stringify(one));
  const start = `import(${reader}).then(({ register }) => (register(), import(${source})))`;
  return new Worker(start, { eval: true, execArgv: [], resourceLimits });
}
