// How every metric is described: found by its prefix among those of other programs, and in the registry of this one.
import type { Registry } from "prom-client";

export function described(register: Registry, name: string, help: string) {
  return { name: `max_faq_bot_${name}`, help, registers: [register] };
}
