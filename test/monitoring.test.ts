import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createMetrics } from "../src/health/metrics.ts";

// The dashboard and the alert rules ask for figures that the program has, in PromQL that Prometheus reads.

const ROOT = resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(ROOT, "deploy", file), "utf8");

const Dashboard = z.object({
  panels: z.array(
    z.object({
      id: z.int(),
      title: z.string(),
      gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
      targets: z.array(z.object({ expr: z.string(), datasource: z.unknown() })).min(1),
    }),
  ),
});
const Alerts = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.strictObject({
          alert: z.string(),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smh]$/u)
            .optional(),
          labels: z.object({ severity: z.enum(["warning", "critical"]) }),
          annotations: z.object({ summary: z.string(), description: z.string().optional() }),
        }),
      ),
    }),
  ),
});

const { panels } = Dashboard.parse(JSON.parse(read("grafana/dashboard.json")));
const rules = Alerts.parse(parse(read("prometheus/alerts.yaml"))).groups.flatMap((one) => one.rules);
const asked = [
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ where: title, expr }))),
  ...rules.map(({ alert, expr }) => ({ where: alert, expr })),
].map(({ where, expr }) => ({
  where,
  // Grafana puts them in before Prometheus reads the query.
  expr: expr.replaceAll("$__rate_interval", "5m").replaceAll("$instance", ".*"),
}));

/** The name of every series, with the labels it may have. */
let known = new Map<string, ReadonlySet<string>>();

beforeAll(async () => {
  const metrics = createMetrics(() => 0);
  metrics.call({ method: "POST", path: "/messages", status: "200", ms: 1 });
  const update = { id: 1, key: "m:x", lane: "user:1", payload: "{}", attempts: 0, receivedAt: 0 };
  metrics.settled(update, "done");
  const { text } = await metrics.render({
    pending: 1,
    oldestPendingSeconds: 1,
    deadLetters: 1,
    isStoreReachable: true,
    contentVersion: "1",
    isContentRejected: false,
    lastUpdateAt: 1,
    lastPollAt: 1,
    isSubscriptionOk: true,
    isLeader: true,
    isReady: true,
  });
  const series = Array.from(text.matchAll(/^([a-z_][a-z0-9_]*)(?:\{(.*)\})? /gmu), (match) => ({
    name: match[1] ?? "",
    labels: Array.from((match[2] ?? "").matchAll(/([a-z_]+)="/gu), ([, label]) => label ?? ""),
  }));
  known = new Map(series.map(({ name, labels }) => [name, new Set([...labels, "instance"])]));
});

/** What a query names, by the kind of its place in the grammar. */
function named(expr: string, kind: string): readonly string[] {
  const found: string[] = [];
  parser.parse(expr).iterate({
    enter: ({ name, from, to }) => {
      if (name === kind) found.push(expr.slice(from, to));
    },
  });
  return found;
}

test("the registry was read: its own figures, histograms in their parts, and those of the process", () => {
  for (const name of ["max_faq_bot_put_aside", "max_faq_bot_update_seconds_bucket"])
    expect([...known.keys()]).toContain(name);
  expect(known.get("process_resident_memory_bytes")).toBeDefined();
  expect(named("sum(a) / b", "VectorSelector")).toEqual(["a", "b"]);
});

describe.each(asked)("the query of $where: $expr", ({ expr }) => {
  test("can be read", () => {
    expect(named(expr, "⚠")).toEqual([]);
  });

  test("asks for figures and labels that there are", () => {
    const selectors = named(expr, "VectorSelector");
    expect(selectors.length).toBeGreaterThan(0);
    for (const selector of selectors) {
      const [name = ""] = named(selector, "Identifier");
      expect([...known.keys()]).toContain(name);
      const labels = named(selector, "LabelName");
      expect(labels.filter((label) => known.get(name)?.has(label) !== true)).toEqual([]);
    }
  });
});

test("nothing on the dashboard lies over something else", () => {
  const places = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
  );
  expect(new Set(places).size).toBe(places.length);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
});

test("every figure of the program is on the dashboard or in a rule, and each rule has its own name", () => {
  const used = new Set(asked.flatMap(({ expr }) => named(expr, "Identifier")));
  const own = [...known.keys()].filter((name) => name.startsWith("max_faq_bot_"));
  const isUsed = (name: string) => used.has(name) || used.has(name.replace(/_(?:sum|count)$/u, "_bucket"));
  expect(own.filter((name) => !isUsed(name))).toEqual([]);
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
});
