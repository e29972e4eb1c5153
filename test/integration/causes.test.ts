import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { EmbeddedKafka } from '../../src/broker/embedded-kafka.ts';
import { causes } from '../../src/engine/causes/index.ts';
import { connectKafka } from '../../src/kafka/connect.ts';
import { ApacheKafka } from '../support/apache-kafka.ts';
import { breaks, createNames } from '../support/causes/breaks.ts';
import { type Broken, playBroken } from '../support/causes/play.ts';
import { kafkaProviders } from '../support/kafka-providers.ts';
import { describeWith, KAFKA } from '../support/needs.ts';
import { taskOf } from '../support/project.ts';

/** A service of the behaviour of that name. */
function behaving(BEHAVIOUR: string, more: Readonly<Record<string, string>> = {}): Broken {
  return { service: () => ({ BEHAVIOUR, ...more }) };
}

/** Causes with a test of their own below; all others are in the table. */
const OTHERS = ['crashed', 'already-there', 'starved', 'earlier-hop', 'broker-away'];

it('every cause is provoked', () => {
  const provoked = new Set([...breaks.map(({ id }) => id), ...OTHERS]);
  expect([...provoked].toSorted()).toEqual(causes.map(({ id }) => id).toSorted());
});

describe.for(kafkaProviders)('on $name', (provider) => {
  describeWith(provider.needs, 'the first line of the diagnosis names', () => {
    it.each(breaks)('$what', async (broken) => {
      const names = createNames();
      const result = await playBroken(broken, { names, provider });
      const { diagnosis, status } = taskOf(result, 'answer') ?? {};
      expect(status, JSON.stringify(result.message)).toBe('failed');
      expect(diagnosis).toMatchObject({ id: broken.id });
      const cause = broken.cause(names);
      if (typeof cause === 'string') expect(diagnosis?.cause).toContain(cause);
      else expect(diagnosis?.cause).toMatch(cause);
    });

    it('a service that crashes on the record it is given', async () => {
      const names = createNames();
      const result = await playBroken(behaving('crash'), { names, provider });
      expect(result.exitCode).toBe(3);
      const { diagnosis, status } = taskOf(result, 'answer') ?? {};
      expect(status).toBe('error');
      expect(diagnosis?.cause).toBe(
        `service "relay" exited with code 7 while the scenario waited for "${names.answers}"`,
      );
      expect(diagnosis?.evidence.join('\n')).toContain('TypeError: cannot read the plan of order');
    });

    it('a record that was there before the scenario began', async () => {
      const names = createNames();
      await writeBefore(await provider.address(), names.answers);
      const silent = { ...behaving('silent'), consume: { where: ['.record.value.id == 1'] } };
      const { diagnosis } = taskOf(await playBroken(silent, { names, provider }), 'answer') ?? {};
      expect(diagnosis?.cause).toBe(
        `a matching record was on "${names.answers}" before the scenario began: ${names.answers}[0]@0`,
      );
    });

    it('a misspelt group id that a task waits for', async () => {
      const names = createNames();
      const misspelt = names.group.replace('relay', 'rely');
      const result = await playBroken(
        { ...behaving('silent'), before: { joined: { group: { id: misspelt, within: '200ms' } } } },
        { names, provider },
      );
      expect(taskOf(result, 'joined')?.diagnosis).toMatchObject({
        id: 'look-alike',
        cause: `there is no consumer group "${misspelt}", but one named "${names.group}"`,
        evidence: [`consumer group "${names.group}": Stable, 1 member`],
      });
    });

    it('a service of elsewhere that has answered before and does not run any more', async () => {
      const names = createNames();
      const left = { group: { id: names.group, state: 'empty' } };
      const first = await playBroken(behaving('answer-and-leave'), { names, provider, more: { left } });
      expect(first).toMatchObject({ exitCode: 0 });
      const { diagnosis } = taskOf(await playBroken({}, { names, provider }), 'answer') ?? {};
      expect(diagnosis).toMatchObject({ id: 'not-running' });
      expect(diagnosis?.cause).toBe(
        `the service of group "${names.group}" is not running: its group has no members, so nothing came on "${names.answers}"`,
      );
    });

    it('this machine, when it stood still', async () => {
      const names = createNames();
      const stalled = playBroken(behaving('late', { DELAY_MS: '550' }), {
        names,
        provider,
        options: { reporters: () => [{ name: 'stall', on: (event) => stallAt(event.type) }] },
      });
      const { diagnosis } = taskOf(await stalled, 'answer') ?? {};
      expect(diagnosis?.cause).toMatch(/^this machine was starved/);
    });

    it('the hop that broke first, where two wait side by side', async () => {
      const names = createNames();
      const upsell = { topic: `upsell-${names.orders}`, fail: { after: '500ms' } };
      const result = await playBroken(behaving('stuck'), {
        names,
        provider,
        more: { upsell: { after: 'order', consume: upsell } },
      });
      expect(taskOf(result, 'answer')?.diagnosis).toMatchObject({ id: 'stuck' });
      expect(taskOf(result, 'upsell')?.diagnosis?.cause).toBe(
        `the flow broke before: "${names.answers}" got nothing either, so "upsell-${names.orders}" could not`,
      );
    });
  });
});

describe('a broker that goes away in the window', () => {
  /** The relay never answers; the broker is away for most of the time in which it could. */
  const silent = { ...behaving('silent'), consume: { fail: { after: '3s' } } };

  async function causeWithout(bootstrap: string, leave: () => void): Promise<string | undefined> {
    const result = await playBroken(silent, {
      names: createNames(),
      provider: { address: async () => bootstrap },
      options: {
        reporters: () => [{ name: 'leave', on: (event) => event.type === 'record-produced' && leave() }],
      },
    });
    return taskOf(result, 'answer')?.diagnosis?.cause;
  }

  it('is named, on the embedded broker', async () => {
    await using broker = await EmbeddedKafka.start();
    const leave = (): void => void broker.restart({ downMs: 1500 });
    expect(await causeWithout(broker.bootstrap, leave)).toMatch(
      /^the broker was away for \d+ ms of the \d+ ms window/,
    );
  });

  describeWith(KAFKA, 'and for real', () => {
    it('is named, on Apache Kafka', async () => {
      await using broker = await ApacheKafka.start();
      const leave = (): void => void broker.restart();
      expect(await causeWithout(broker.bootstrap, leave)).toMatch(
        /^the broker was away for \d+ ms of the \d+ ms window/,
      );
    });
  });
});

/** Keeps this process, which is the tool's, from running for a while once the trigger is out. */
function stallAt(type: string): void {
  if (type !== 'record-produced') return;
  setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 900), 100);
}

async function writeBefore(bootstrap: string, topic: string): Promise<void> {
  const { signal } = new AbortController();
  await using kafka = connectKafka({ bootstrap, clock: systemClock });
  await kafka.createTopics([{ name: topic }], signal);
  const value = Buffer.from(JSON.stringify({ id: 1 }));
  await kafka.produce([{ topic, key: null, value, headers: [] }], { signal });
}
