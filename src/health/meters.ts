// How meters are made: found by their prefix among those of other programs, and in the registry of this one.
import { Counter, Gauge, Histogram, type Registry } from "prom-client";

export type Meters = ReturnType<typeof metersIn>;

export function metersIn(register: Registry) {
  const described = (name: string, help: string) => {
    return { name: `max_faq_bot_${name}`, help, registers: [register] };
  };
  return {
    counter: <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
      new Counter({ ...described(name, help), labelNames }),
    gauge: <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
      new Gauge({ ...described(name, help), labelNames }),
    histogram: <Label extends string>(name: string, help: string, buckets: number[], ...labelNames: Label[]) =>
      new Histogram({ ...described(name, help), buckets, labelNames }),
  };
}
