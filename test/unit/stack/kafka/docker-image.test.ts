import { expect, it } from 'vitest';
import { setupFor } from '../../../../src/stack/kafka/docker-image.ts';

const listeners = {
  host: { port: 9092, advertised: 'localhost:40001' },
  network: { port: 19092, advertised: 'kafka:19092' },
};

it.for([
  'apache/kafka:4.3.1',
  'apache/kafka-native:4.1.0',
  'confluentinc/cp-kafka:8.0.0',
  'my.registry/team/kafka',
])('tells %s its listeners by variables', (image) => {
  expect(setupFor(image, listeners)).toEqual({
    env: expect.objectContaining({
      KAFKA_LISTENERS: 'HOST://:9092,NETWORK://:19092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: 'HOST://localhost:40001,NETWORK://kafka:19092',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      CLUSTER_ID: expect.stringMatching(/^[\w-]{22}$/),
    }),
  });
});

it.for(['redpandadata/redpanda:v25.2.1', 'docker.redpanda.com/redpandadata/redpanda'])(
  'tells %s its listeners by its command',
  (image) => {
    const { env, command } = setupFor(image, listeners);
    expect(env).toEqual({});
    expect(command).toEqual(
      expect.arrayContaining([
        '--kafka-addr=HOST://0.0.0.0:9092,NETWORK://0.0.0.0:19092',
        '--advertise-kafka-addr=HOST://localhost:40001,NETWORK://kafka:19092',
      ]),
    );
  },
);
