import { z } from 'zod';
import { duration } from './duration.ts';
import { scalarText } from './scalar-text.ts';

const text = z.string().min(1);
const port = z.int().min(1).max(65_535);

/** How a service says that it is ready. Exactly one of the probes. */
export const readyConfig = z
  .strictObject({
    log: text
      .refine(isPattern, {
        error: 'not a regular expression',
        params: { hint: 'write it as /regex/ or /regex/i' },
      })
      .optional()
      .describe('/regex/ that a line of its output matches; other text is searched for as it is'),
    http: z
      .union([
        text.transform((url) => ({ url })),
        z.strictObject({
          url: text.describe('that is asked'),
          status: z.int().optional().describe('that it must answer; default any 2xx'),
        }),
      ])
      .optional()
      .describe('a URL that answers, with 2xx or the status given'),
    port: port.optional().describe('a TCP port of the service that accepts a connection'),
    exec: text.optional().describe('a command, run where the service runs, that ends with code 0'),
    healthy: z.literal(true).optional().describe("the health check of the container's image is green"),
    group: z
      .union([text.transform((one) => [one]), z.array(text).min(1)])
      .optional()
      .describe('a consumer group, or several, stable with partitions assigned'),
    timeout: duration.optional().describe('default 60s'),
  })
  .superRefine((ready, context) => {
    const given = PROBES.filter((probe) => ready[probe] !== undefined);
    if (given.length === 1) return;
    context.addIssue({
      code: 'custom',
      message:
        given.length === 0 ? 'nothing to wait for' : `more than one thing to wait for: ${given.join(', ')}`,
      params: { hint: `write exactly one of ${PROBES.join(', ')}` },
    });
  });
export type ReadyConfig = z.infer<typeof readyConfig>;

const PROBES = ['log', 'http', 'port', 'exec', 'healthy', 'group'] as const;

/** The regular expression of `/regex/flags`; of other text one that finds it as it is. @throws SyntaxError */
export function parsePattern(written: string): RegExp {
  const [, source, flags = ''] = /^\/(.+)\/([a-z]*)$/s.exec(written) ?? [];
  return source === undefined
    ? new RegExp(written.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    : new RegExp(source, flags.replaceAll(/[gy]/g, ''));
}

function isPattern(written: string): boolean {
  try {
    return parsePattern(written) instanceof RegExp;
  } catch {
    return false;
  }
}

const buildConfig = z.union([
  text.transform((context) => ({ context })),
  z.strictObject({
    context: text.describe('the folder that the Dockerfile may copy from'),
    dockerfile: text.optional().describe('relative to the context; default "Dockerfile"'),
    target: text.optional().describe('stage to build'),
    args: z.record(text, scalarText).optional().describe('build arguments'),
  }),
]);

/** What a service may be. A command beside an image or a build replaces the image's own. */
const FORMS = ['command', 'image', 'build', 'compose'] as const;

export const serviceConfig = z
  .strictObject({
    command: text.optional().describe('the process to start; a shell only where the text needs one'),
    image: text.optional().describe('a container of this image'),
    build: buildConfig.optional().describe('a container of an image that is built first: a folder, or more'),
    compose: text.optional().describe('a compose file; all its services'),
    env: z
      .record(text, scalarText)
      .optional()
      .describe('added to the inherited environment of a process; may hold ${{ .kafka.bootstrap }}'),
    cwd: text.optional().describe("default: the folder of flowproof.yaml; in a container the image's own"),
    ports: z
      .array(port)
      .optional()
      .describe('TCP ports that it listens on; others reach it with ${{ .services.<name>.url }}'),
    volumes: z
      .array(text)
      .optional()
      .describe(
        'of a container: ./folder:/in/container, or name:/in/container; :ro at the end forbids writing',
      ),
    logs: z
      .strictObject({ save: z.boolean().optional().describe('into logs/<service>.log; default true') })
      .optional()
      .describe('what becomes of its output'),
    ready: readyConfig
      .optional()
      .describe(
        'without it a service is ready once it runs, and a container with a health check once that is green',
      ),
    dependsOn: z.array(text).optional().describe('services that must be ready before this one starts'),
    grace: duration
      .optional()
      .describe('how long it may take to end after SIGTERM, before it is killed; default 3s'),
  })
  .superRefine((service, context) => {
    const given = FORMS.filter((form) => service[form] !== undefined);
    const containers = given.filter((form) => form !== 'command');
    if (given.length === 0) {
      context.addIssue({
        code: 'custom',
        message: 'nothing to start',
        params: { hint: `write one of ${FORMS.join(', ')}` },
      });
    }
    if (containers.length > 1) {
      context.addIssue({
        code: 'custom',
        message: `more than one thing to start: ${containers.join(', ')}`,
        params: { hint: 'an environment that overrides one form by another sets the first to null' },
      });
    }
  });
export type ServiceConfig = z.infer<typeof serviceConfig>;

/** Does it run in Docker, rather than as a process? */
export function isContainer({ image, build, compose }: ServiceConfig): boolean {
  return image !== undefined || build !== undefined || compose !== undefined;
}

/** The services of a project; what they depend on exists, and is not in a circle. */
export const services = z.record(text, serviceConfig).superRefine((all, context) => {
  for (const [name, { dependsOn = [] }] of Object.entries(all)) {
    for (const [index, other] of dependsOn.entries()) {
      const message = dependencyProblem(all, name, other);
      if (message !== undefined)
        context.addIssue({ code: 'custom', message, path: [name, 'dependsOn', index] });
    }
  }
});

function dependencyProblem(
  all: Readonly<Record<string, ServiceConfig>>,
  name: string,
  other: string,
): string | undefined {
  if (!Object.hasOwn(all, other)) return `there is no service "${other}"`;
  return reaches(all, other, name) ? `"${name}" would wait for itself, by "${other}"` : undefined;
}

function reaches(
  all: Readonly<Record<string, ServiceConfig>>,
  from: string,
  to: string,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  return (all[from]?.dependsOn ?? []).some((next) => reaches(all, next, to, new Set([...seen, from])));
}
