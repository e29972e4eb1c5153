import { LIMIT, type Row, SLOWEST, TIMEOUT, type Topics, wait } from './row.ts';

const PASSED = { answer: ['passed'] } as const;

/** One member of the group of a row, which answers each of its inputs. */
function answerer({ in: INPUT, out: OUTPUT, group }: Topics, more: Readonly<Record<string, string>> = {}) {
  return { program: 'answerer.js', env: { GROUP: group, INPUT, OUTPUT, ...more } };
}

/** The name of the service, of which there is one in most of these rows. */
function nameOf({ group }: Topics): string {
  return group;
}

/** Waits for the answer with an id, for as long as a restart may take. */
function answerTo(id: number, { out }: Topics) {
  return { consume: { topic: out, where: [{ '.record.value.id': id }], fail: { after: SLOWEST } } };
}

function order(id: number, t: Topics) {
  return { produce: { topic: t.in, value: { id } } };
}

/** Services that are restarted, killed, or whose group is in a rebalance: real ones, in a consumer group. */
export const disturbedRows: readonly Row[] = [
  {
    name: 'a restart between two answers',
    services: (t) => ({ [nameOf(t)]: answerer(t) }),
    tasks: (t) => ({
      first: answerTo(1, t),
      restart: { service: { restart: nameOf(t) } },
      second: order(2, t),
      answer: answerTo(2, t),
    }),
    verdicts: { first: ['passed'], answer: ['passed'] },
  },
  {
    name: 'an order that is sent while the service is down is answered when it is back',
    services: (t) => ({ [nameOf(t)]: answerer(t) }),
    tasks: (t) => ({
      first: answerTo(1, t),
      stop: { service: { stop: nameOf(t) } },
      second: order(2, t),
      again: { service: { start: nameOf(t) } },
      answer: answerTo(2, t),
    }),
    verdicts: PASSED,
  },
  {
    name: 'a service that was killed answers nothing',
    services: (t) => ({ [nameOf(t)]: answerer(t) }),
    tasks: (t) => ({
      first: answerTo(1, t),
      kill: { service: { kill: nameOf(t) } },
      second: order(2, t),
      answer: wait(t, { where: [{ '.record.value.id': 2 }], fail: { after: LIMIT } }),
    }),
    verdicts: { first: ['passed'], answer: ['failed', TIMEOUT] },
  },
  {
    name: 'an answer that is redelivered after a restart',
    services: (t) => ({ [nameOf(t)]: answerer(t, { COMMITS: 'never' }) }),
    tasks: (t) => ({
      first: answerTo(1, t),
      restart: { service: { restart: nameOf(t) } },
      answer: {
        after: 'trigger',
        consume: {
          topic: t.out,
          stop: { settle: SLOWEST },
          fail: { after: SLOWEST },
          expect: { count: 1 },
        },
      },
      unique: {
        after: 'trigger',
        consume: {
          topic: t.out,
          stop: { records: 2 },
          fail: { after: SLOWEST },
          expect: { unique: '.record.value.id' },
        },
      },
    }),
    verdicts: { first: ['passed'], answer: ['failed', 'got one more'], unique: ['failed', 'unique'] },
  },
  {
    name: 'no answer is redelivered where offsets are committed',
    services: (t) => ({ [nameOf(t)]: answerer(t) }),
    tasks: (t) => ({
      first: answerTo(1, t),
      restart: { service: { restart: nameOf(t) } },
      second: order(2, t),
      answer: answerTo(2, t),
      all: {
        consume: { topic: t.out, stop: { after: '300ms' }, expect: { count: 2 } },
      },
    }),
    verdicts: { answer: ['passed'], all: ['passed'] },
  },
  {
    name: 'rebalances as a member leaves and comes back',
    services: (t) => ({ [nameOf(t)]: answerer(t), [`${nameOf(t)}-two`]: answerer(t) }),
    tasks: (t) => ({
      first: answerTo(1, t),
      leave: { service: { stop: nameOf(t) } },
      second: order(2, t),
      alone: answerTo(2, t),
      join: { service: { start: nameOf(t) } },
      third: order(3, t),
      answer: answerTo(3, t),
    }),
    verdicts: { first: ['passed'], alone: ['passed'], answer: ['passed'] },
  },
  {
    name: 'a rebalance that lasts longer than the limit',
    services: (t) => ({
      [nameOf(t)]: {
        program: 'relay.js',
        env: { GROUP: t.group, INPUT: t.in, OUTPUT: t.out, BEHAVIOUR: 'rebalance' },
      },
    }),
    tasks: (t) => ({ answer: wait(t) }),
    verdicts: { answer: ['failed', TIMEOUT] },
  },
];
