import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Secret } from "kubernetes-models/v1/Secret";
import { Service as KubernetesService } from "kubernetes-models/v1/Service";
import { Deployment as KubernetesDeployment } from "kubernetes-models/apps/v1/Deployment";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import { SETTINGS } from "../src/config/settings.ts";

// What the files for running it say of the program has to be true of the program.

const ROOT = resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** What Node and PostgreSQL themselves read. */
const OTHERS = ["NODE_ENV", "NODE_EXTRA_CA_CERTS"];
const KNOWN = new Set([...Object.values(SETTINGS).map(({ name }): string => name), ...OTHERS]);
const unknown = (names: readonly string[]) => names.filter((name) => !KNOWN.has(name));

const Service = z.object({
  profiles: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  stop_grace_period: z.string().optional(),
});
const compose = z
  .object({ services: z.record(z.string(), Service) })
  .parse(parse(read("compose.yaml"), { merge: true }));

const manifests = parseAllDocuments(read("deploy/kubernetes/max-faq-bot.yaml")).map((document): unknown =>
  document.toJS(),
);
const Probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const Deployment = z.object({
  kind: z.literal("Deployment"),
  spec: z.object({
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
    template: z.object({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
      spec: z.object({
        terminationGracePeriodSeconds: z.number(),
        containers: z.tuple([
          z.object({
            ports: z.tuple([z.object({ name: z.string(), containerPort: z.number() })]),
            env: z.array(z.object({ name: z.string(), value: z.string() })),
            startupProbe: Probe,
            livenessProbe: Probe,
            readinessProbe: Probe,
          }),
        ]),
      }),
    }),
  }),
});

function deployment() {
  const found = manifests.flatMap((one) => Deployment.safeParse(one).data ?? []);
  expect(found).toHaveLength(1);
  const [{ spec }] = z.tuple([Deployment]).parse(found);
  return { spec, container: spec.template.spec.containers[0] };
}

test("compose sets only what the program reads", () => {
  for (const name of ["bot", "bot-1", "bot-2"]) {
    const names = Object.keys(compose.services[name]?.environment ?? {});
    expect(names.length).toBeGreaterThan(5);
    expect(unknown(names)).toEqual([]);
  }
});

test("compose without a profile starts one process, the profile two, a database and a proxy", () => {
  const of = (profile: string | undefined) =>
    Object.entries(compose.services)
      .filter(([, service]) => service.profiles?.[0] === profile)
      .map(([name]) => name)
      .toSorted();
  expect(of(undefined)).toEqual(["bot"]);
  expect(of("replicas")).toEqual(["bot-1", "bot-2", "postgres", "proxy"]);
});

test("the image is built from a base that is fixed to the byte, and runs no script of a package", () => {
  const dockerfile = read("Dockerfile");
  const bases = Array.from(dockerfile.matchAll(/^FROM (\S+)/gmu), ([, base]) => base);
  expect(bases).toHaveLength(2);
  expect(new Set(bases).size).toBe(1);
  expect(bases[0]).toMatch(/^node:\d+\.\d+\.\d+-[a-z]+-slim@sha256:[0-9a-f]{64}$/u);
  const commands = dockerfile.match(/npm (?:ci|install|prune)[^&\n]*/gu) ?? [];
  expect(commands).not.toEqual([]);
  for (const command of commands) expect(command).toContain("--ignore-scripts");
});

/** What runs when a package is installed: its own doing, on the machine that builds. */
test("nothing that the program needs at run time comes from a script of a package", () => {
  const lock = z
    .object({
      packages: z.record(
        z.string(),
        z.object({ dev: z.boolean().optional(), hasInstallScript: z.boolean().optional() }),
      ),
    })
    .parse(JSON.parse(read("package-lock.json")));
  const scripted = Object.entries(lock.packages).filter(([, one]) => one.hasInstallScript === true && one.dev !== true);
  expect(scripted.map(([name]) => name)).toEqual([]);
});

test("the proxy passes the path of the webhook to both processes, and nothing else", () => {
  const caddy = read("deploy/caddy/Caddyfile");
  const url = compose.services["bot-1"]?.environment?.["WEBHOOK_URL"] ?? "";
  expect(url.endsWith("/max/webhook")).toBe(true);
  expect(caddy).toContain("handle /max/webhook {");
  expect(caddy).toContain(`bot-1:${SETTINGS.port.fallback} bot-2:${SETTINGS.port.fallback}`);
  expect(caddy).toContain("respond 404");
});

test("the manifests set only what the program reads", () => {
  const secret = z.object({
    kind: z.literal("Secret"),
    stringData: z.record(z.string(), z.string()),
  });
  const secrets = manifests.flatMap((one) => secret.safeParse(one).data ?? []);
  const names = secrets.flatMap(({ stringData }) => Object.keys(stringData));
  expect(names).toContain("MAX_BOT_TOKEN");
  const { container } = deployment();
  expect(unknown([...names, ...container.env.map(({ name }) => name)])).toEqual([]);
});

test("the manifests fit together: labels, port, probes, time to stop", () => {
  const { spec, container } = deployment();
  expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
  expect(container.ports[0].containerPort).toBe(Number(SETTINGS.port.fallback));
  const { startupProbe, livenessProbe, readinessProbe } = container;
  for (const probe of [startupProbe, livenessProbe, readinessProbe])
    expect(probe.httpGet.port).toBe(container.ports[0].name);
  expect(readinessProbe.httpGet.path).toBe("/readyz");
  expect(livenessProbe.httpGet.path).toBe("/healthz");
  // 20 s for what is being answered, 5 s until no delivery comes any more.
  expect(spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(30);
});

const MODELS = {
  ConfigMap,
  Deployment: KubernetesDeployment,
  Ingress,
  PodDisruptionBudget,
  Secret,
  Service: KubernetesService,
};
const Manifest = z.looseObject({
  kind: z.enum(["ConfigMap", "Deployment", "Ingress", "PodDisruptionBudget", "Secret", "Service"]),
});

// By the schemas of Kubernetes: what has to be there, and of which type. They say nothing of fields they do not know.
test.each(manifests.map((one) => Manifest.parse(one)).map((one) => [one.kind, one] as const))(
  "the manifest of the %s is valid for Kubernetes",
  (kind, manifest) => {
    const model = Object.assign(new MODELS[kind](), manifest);
    expect(() => model.validate()).not.toThrow();
  },
);
