import { execSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import type { OutgoingRecord } from '../../../src/model/record.ts';
import { describeWith } from '../../support/needs.ts';
import { program } from '../../support/services.ts';
import { docker, leftInDocker, type StackUnderTest, startStackOf } from '../../support/stack.ts';

const never = new AbortController().signal;
const server = {
  image: 'node:24-slim',
  command: 'node /app/server.js',
  volumes: ['./server.js:/app/server.js:ro'],
};

describeWith(['docker'], 'a service in a container', () => {
  it('of an image: gets environment, command and folder, is reached by a free port, and leaves nothing', async () => {
    await using under = await startStackOf({
      services: {
        web: { ...server, env: { GREETING: 'from the image' }, ports: [8080], ready: { port: 8080 } },
      },
    });
    expect(await textAt(urlOf(under, 'web'))).toBe('from the image');
    expect(leftInDocker(under.runId)).toHaveLength(2);
    await under[Symbol.asyncDispose]();
    expect(under.linesOf('web')).toEqual(['listening, greeting from the image']);
    expect(under.events.at(-1)).toMatchObject({ type: 'service-exited', code: 0, expected: true });
    expect(leftInDocker(under.runId)).toEqual([]);
  });

  it('of a build: with its target and arguments, ready when its health check is green', async () => {
    await using under = await startStackOf({
      services: {
        web: {
          build: { context: '.', target: 'healthy', args: { GREETING: 'from the build' } },
          ports: [8080],
        },
      },
    });
    expect(await textAt(urlOf(under, 'web'))).toBe('from the build');
    expect(under.events).toContainEqual(
      expect.objectContaining({ type: 'service-ready', probe: 'its health check is green' }),
    );
  });

  it('of a compose file: all its services, its own health checks and pieces of work, one of them reached from here', async () => {
    await using under = await startStackOf({
      services: {
        shop: {
          compose: 'compose.yaml',
          env: { GREETING: 'composed' },
          ports: [8080],
          ready: { log: '/front . listening/' },
        },
      },
    });
    expect(await textAt(urlOf(under, 'shop'))).toBe('composed');
    expect(await textAt(`${urlOf(under, 'shop')}/ask?http://back:8080`)).toBe('back');
    expect(under.linesOf('shop')).toEqual(
      expect.arrayContaining(['prepare | prepared', 'front | listening, greeting composed']),
    );
    // Three containers, a volume, and the run's network.
    expect(leftInDocker(under.runId)).toHaveLength(5);
    await under[Symbol.asyncDispose]();
    expect(leftInDocker(under.runId)).toEqual([]);
  });

  it('reaches other containers by name, and programs on the host', async () => {
    const host = createServer((_request, response) => response.end('the host')).listen(0, '0.0.0.0');
    await once(host, 'listening');
    const { port } = host.address() as AddressInfo;
    await using under = await startStackOf({
      services: {
        back: { ...server, env: { GREETING: 'the back' }, ports: [8080], ready: { port: 8080 } },
        front: {
          ...server,
          ports: [8080],
          ready: { http: '${{ .services.front.url }}' },
          dependsOn: ['back'],
        },
        reader: {
          command: program('never-ready.js'),
          env: { BACK: '${{ .services.back.url }}' },
          dependsOn: ['back'],
        },
      },
    });
    const front = urlOf(under, 'front');
    expect(await textAt(`${front}/ask?http://back:8080`)).toBe('the back');
    expect(await textAt(`${front}/ask?http://host.docker.internal:${port}`)).toBe('the host');
    host.close();
  });

  it('is paused, resumed, killed, stopped and started again, at the same port and by the same name', async () => {
    const web = { ...server, env: { GREETING: 'hi' }, ports: [8080], ready: { port: 8080 } };
    const volumes = [...server.volumes, 'state:/state'];
    await using under = await startStackOf({ services: { web: { ...web, volumes }, other: web } });
    const { services } = under.stack;
    const url = urlOf(under, 'web');
    const byName = `${urlOf(under, 'other')}/ask?http://web:8080`;
    await services.pause('web');
    await expect(textAt(url, 300)).rejects.toThrow();
    await services.resume('web');
    expect(await textAt(url)).toBe('hi');
    docker('exec', containerOf(under, 'web'), 'touch', '/state/kept', '/lost');

    await services.kill('web');
    expect(await textAt(byName)).toMatch(/ENOTFOUND|EAI_AGAIN/);
    await services.start('web', never);
    await services.restart('web', never);
    expect(await textAt(url)).toBe('hi');
    expect(await textAt(byName)).toBe('hi');
    expect(docker('exec', containerOf(under, 'web'), 'ls', '/state')).toEqual(['kept']);
    expect(docker('exec', containerOf(under, 'web'), 'ls', '/')).not.toContain('lost');
    expect(under.linesOf('web')).toHaveLength(3);
    expect(under.stack.signal.aborted).toBe(false);
    // Two containers, the volume and the network.
    expect(leftInDocker(under.runId)).toHaveLength(4);
    await under[Symbol.asyncDispose]();
    expect(leftInDocker(under.runId)).toEqual([]);
  });

  it('of a compose file is paused, killed and started again, all its services at once', async () => {
    const shop = {
      compose: 'compose.yaml',
      env: { GREETING: 'hi' },
      ports: [8080],
      ready: { log: '/front . listening/' },
    };
    await using under = await startStackOf({ services: { shop } });
    const { services } = under.stack;
    await services.pause('shop');
    await expect(textAt(urlOf(under, 'shop'), 300)).rejects.toThrow();
    await services.resume('shop');
    await services.kill('shop');
    await services.start('shop', never);
    expect(await textAt(`${urlOf(under, 'shop')}/ask?http://back:8080`)).toBe('back');
    expect(under.stack.signal.aborted).toBe(false);
  });

  it('stays with `keep`, and the run says how to look at it and how to remove all of it', async () => {
    const kept = await startStackOf(
      {
        services: {
          web: { ...server, volumes: [...server.volumes, 'state:/state'], ready: { log: 'listening' } },
        },
      },
      { keep: true },
    );
    await kept[Symbol.asyncDispose]();
    const { hint = '' } = kept.events.find((event) => event.type === 'warning-given') ?? {};
    const [, look = '', remove = ''] = /^look: (.*?); remove: (.*)$/.exec(hint) ?? [];
    expect(execSync(look, { encoding: 'utf8' })).toContain(`flowproof-${kept.runId}-web`);
    expect(leftInDocker(kept.runId)).toHaveLength(3);
    execSync(remove, { stdio: 'ignore' });
    expect(leftInDocker(kept.runId)).toEqual([]);
  });
});

describeWith(['docker'], 'a stack', () => {
  it('beside another one of the same configuration has its own network, ports and Kafka', async () => {
    const config = {
      kafka: { provider: 'docker', topics: { t: {} } },
      services: { web: { ...server, ports: [8080], ready: { port: 8080 } } },
    };
    const [one, other] = await Promise.all([startStackOf(config), startStackOf(config)]);
    await using _both = { [Symbol.asyncDispose]: async () => void (await disposeAll(one, other)) };
    await one.stack.kafka.produce([record('t', 'only here')], { signal: never });
    const [own, others] = await Promise.all(
      [one, other].map(({ stack }) => stack.kafka.offsets(['t'], 'end', never)),
    );
    expect([own?.get('t'), others?.get('t')]).toEqual([[1n], [0n]]);
    await one[Symbol.asyncDispose]();
    expect(leftInDocker(one.runId)).toEqual([]);
    expect(leftInDocker(other.runId)).toHaveLength(3);
    expect(await textAt(urlOf(other, 'web'))).toBe('hello');
  });

  it.for(['embedded', 'docker'])(
    'on %s Kafka is made fresh: topics are empty, services have started again',
    async (provider) => {
      await using under = await startStackOf({
        kafka: { provider, topics: { t: { partitions: 2 } } },
        services: { one: { command: program('never-ready.js') } },
      });
      const { kafka } = under.stack;
      await kafka.produce([record('t', 'old'), record('t', 'older')], { signal: never });
      await under.stack.refresh(never);
      expect((await kafka.offsets(['t'], 'end', never)).get('t')).toEqual([0n, 0n]);
      expect(under.events.filter(({ type }) => type === 'service-started')).toHaveLength(2);
    },
  );
});

function record(topic: string, value: string): OutgoingRecord {
  return {
    topic,
    partition: 0,
    timestampMs: undefined,
    key: null,
    value: Buffer.from(value),
    headers: [],
  };
}

async function disposeAll(...all: readonly AsyncDisposable[]): Promise<void> {
  await Promise.all(all.map((one) => one[Symbol.asyncDispose]()));
}

function containerOf({ runId }: StackUnderTest, service: string): string {
  return `flowproof-${runId}-${service}`;
}

/** As a program on the host reaches it; asked of the stack by way of a service's own expression would be the same. */
function urlOf({ runId }: StackUnderTest, service: string): string {
  const filter = [
    '--filter',
    `label=dev.flowproof.run=${runId}`,
    '--filter',
    `label=dev.flowproof.service=${service}`,
  ];
  const ports = docker('ps', ...filter, '--format', '{{.Ports}}').join(' ');
  return `http://127.0.0.1:${/:(\d+)->8080\/tcp/.exec(ports)?.[1]}`;
}

async function textAt(url: string, timeoutMs = 10_000): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  return response.text();
}
