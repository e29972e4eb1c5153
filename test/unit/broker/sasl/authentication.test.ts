import { expect, test } from 'vitest';
import { apis } from '../../../../src/broker/apis/index.ts';
import { Broker } from '../../../../src/broker/broker.ts';
import { errorCodes } from '../../../../src/broker/error-codes.ts';
import { WireError } from '../../../../src/broker/wire/wire-error.ts';
import { BrokerClient } from '../../../support/broker-client.ts';
import { FakeClock } from '../../../support/fake-clock.ts';

const users = { alice: 'a', bob: 'b' };

/** A client of a broker whose authentications count for `sessionMs`. */
function connect(sessionMs: number) {
  const clock = new FakeClock();
  const broker = new Broker(clock, { users });
  const { credentials } = broker;
  const client = new BrokerClient(broker, 'test', { mechanisms: ['PLAIN'], credentials, sessionMs });
  return {
    clock,
    client,
    shakeHands: () => client.ask(apis.saslHandshake, { mechanism: 'PLAIN' }),
    logInAs: (user: keyof typeof users) =>
      client.ask(apis.saslAuthenticate, { authBytes: Buffer.from(`\0${user}\0${users[user]}`) }),
    listTopics: () =>
      client.ask(apis.metadata, {
        topics: null,
        includeClusterAuthorizedOperations: false,
        includeTopicAuthorizedOperations: false,
      }),
  };
}

test('an authentication tells how long it counts, and nothing is served after that', async () => {
  const { clock, shakeHands, logInAs, listTopics } = connect(5000);
  await shakeHands();
  expect(await logInAs('alice')).toMatchObject({ errorCode: 0, sessionLifetimeMs: 5000n });
  await clock.moveTo(4999);
  expect(await listTopics()).toMatchObject({ topics: [] });
  await clock.moveTo(5000);
  await expect(listTopics()).rejects.toThrow(WireError);
});

test('an authentication that is repeated counts anew', async () => {
  const { clock, shakeHands, logInAs, listTopics } = connect(5000);
  await shakeHands();
  await logInAs('alice');
  await clock.moveTo(4000);
  expect(await shakeHands()).toMatchObject({ errorCode: 0 });
  expect(await logInAs('alice')).toMatchObject({ errorCode: 0, sessionLifetimeMs: 5000n });
  await clock.moveTo(8999);
  expect(await listTopics()).toMatchObject({ topics: [] });
});

test('while an authentication is repeated, nothing else is served', async () => {
  const { shakeHands, logInAs, listTopics } = connect(5000);
  await shakeHands();
  await logInAs('alice');
  await shakeHands();
  expect(await shakeHands()).toMatchObject({ errorCode: errorCodes.ILLEGAL_SASL_STATE, mechanisms: [] });
  await expect(listTopics()).rejects.toThrow(WireError);
});

test('nobody becomes another user', async () => {
  const { client, shakeHands, logInAs } = connect(5000);
  await shakeHands();
  await logInAs('alice');
  await shakeHands();
  expect(await logInAs('bob')).toMatchObject({
    errorCode: errorCodes.SASL_AUTHENTICATION_FAILED,
    errorMessage: 'Cannot change principals during re-authentication from User.alice: User.bob',
  });
  expect(client.isClosed).toBe(true);
});

test('an authentication that counts for ever is not repeated', async () => {
  const { clock, shakeHands, logInAs, listTopics } = connect(0);
  await shakeHands();
  expect(await logInAs('alice')).toMatchObject({ errorCode: 0, sessionLifetimeMs: 0n });
  await clock.moveTo(60_000);
  expect(await shakeHands()).toEqual({ errorCode: errorCodes.ILLEGAL_SASL_STATE, mechanisms: [] });
  expect(await listTopics()).toMatchObject({ topics: [] });
});

test('a client of before Kafka 1.0 sends its login as a frame by itself, and is answered in one', async () => {
  const { client, listTopics } = connect(0);
  await client.ask(apis.saslHandshake, { mechanism: 'PLAIN' }, 0);
  expect(await client.send(Buffer.from('\0alice\0a'))).toEqual(Buffer.alloc(4));
  expect(await listTopics()).toMatchObject({ topics: [] });
});

test('the connection of such a client ends when it is refused', async () => {
  const { client } = connect(0);
  await client.ask(apis.saslHandshake, { mechanism: 'PLAIN' }, 0);
  await expect(client.send(Buffer.from('\0alice\0wrong'))).rejects.toThrow(WireError);
});
