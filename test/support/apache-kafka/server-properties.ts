import type { Certificates } from './certificates.ts';

/** A way into the broker beside the plaintext one; MTLS is SSL that asks the client for a certificate. */
export type Listener = 'SASL_PLAINTEXT' | 'SSL' | 'MTLS' | 'SASL_SSL';

/** What a broker's properties are made of. */
export interface BrokerSettings {
  readonly dataFolder: string;
  /** A port for each of PLAINTEXT, CONTROLLER and the extra listeners. */
  readonly ports: ReadonlyMap<Listener | 'PLAINTEXT' | 'CONTROLLER', number>;
  /** Where the plaintext listener is; the others are at 127.0.0.1. */
  readonly plaintextHost: string;
  readonly certificates: Certificates | undefined;
  /** Password by user name, for SASL PLAIN. */
  readonly users: Readonly<Record<string, string>>;
  /** For a broker that is not its own controller. */
  readonly member?: { readonly nodeId: number; readonly controller: string } | undefined;
  /** Added to, or in place of, the others. */
  readonly properties: Readonly<Record<string, string>>;
}

/** server.properties of a node that is broker and controller, or only a broker. */
export function renderServerProperties(settings: BrokerSettings): string {
  const properties = {
    ...nodeProperties(settings),
    ...oneReplica,
    ...saslProperties(settings),
    ...(settings.certificates ? tlsProperties(settings.certificates) : {}),
    ...settings.properties,
  };
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

/** Internal topics as small as they get: one node has one replica, and tests start it often. */
const oneReplica: Readonly<Record<string, string>> = Object.fromEntries(
  ['offsets.topic', 'transaction.state.log', 'share.coordinator.state.topic'].flatMap((topic) => [
    [`${topic}.replication.factor`, '1'],
    [`${topic}.num.partitions`, '1'],
    ...(topic === 'offsets.topic' ? [] : [[`${topic}.min.isr`, '1']]),
  ]),
);

function nodeProperties({
  dataFolder,
  ports,
  plaintextHost,
  member,
}: BrokerSettings): Record<string, string> {
  const addresses = [...ports]
    .filter(([name]) => !member || name !== 'CONTROLLER')
    .map(([name, port]) => {
      const host = name === 'PLAINTEXT' ? plaintextHost : '127.0.0.1';
      return [name, `${name}://${host}:${port}`] as const;
    });
  const protocols = [...ports.keys()].map((name) => `${name}:${protocolOf[name] ?? name}`);
  return {
    'process.roles': member ? 'broker' : 'broker,controller',
    'node.id': String(member?.nodeId ?? 1),
    'controller.quorum.voters': `1@${member?.controller ?? `127.0.0.1:${ports.get('CONTROLLER')}`}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    listeners: addresses.map(([, address]) => address).join(','),
    'advertised.listeners': addresses
      .filter(([name]) => name !== 'CONTROLLER')
      .map(([, address]) => address)
      .join(','),
    'listener.security.protocol.map': protocols.join(','),
    'log.dirs': dataFolder,
    // Consumer groups of tests are small and all there: waiting 3 s for more members only costs time.
    'group.initial.rebalance.delay.ms': '0',
    // Groups of the new protocol assign at once, not once a second: what they do can be foreseen.
    'group.consumer.assignment.interval.ms': '0',
    // Every ten minutes it would forget groups that have neither members nor offsets.
    'offsets.retention.check.interval.ms': '86400000',
  };
}

const protocolOf: Readonly<Record<string, string>> = { CONTROLLER: 'PLAINTEXT', MTLS: 'SSL' };

const mechanisms = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;

function saslProperties({ ports, users }: BrokerSettings): Record<string, string> {
  const listeners = [...ports.keys()].filter((name) => name.startsWith('SASL'));
  if (listeners.length === 0) return {};
  const passwords = Object.entries(users).map(([name, password]) => ` user_${name}="${password}"`);
  const modules = {
    PLAIN: `org.apache.kafka.common.security.plain.PlainLoginModule required${passwords.join('')};`,
    'SCRAM-SHA-256': 'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    'SCRAM-SHA-512': 'org.apache.kafka.common.security.scram.ScramLoginModule required;',
  };
  const entries = listeners.flatMap((listener) =>
    mechanisms.map((mechanism) => [
      `listener.name.${listener.toLowerCase()}.${mechanism.toLowerCase()}.sasl.jaas.config`,
      modules[mechanism],
    ]),
  );
  return { 'sasl.enabled.mechanisms': mechanisms.join(','), ...Object.fromEntries(entries) };
}

function tlsProperties({ ca, brokerKeystore }: Certificates): Record<string, string> {
  return {
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': brokerKeystore,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': ca,
    'ssl.client.auth': 'none',
    'listener.name.mtls.ssl.client.auth': 'required',
  };
}

/** The arguments of Kafka's `format` that create the users for SCRAM. */
export function scramArguments(users: Readonly<Record<string, string>>): string[] {
  return Object.entries(users).flatMap(([name, password]) =>
    ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) => [
      '--add-scram',
      `${mechanism}=[name=${name},password=${password}]`,
    ]),
  );
}
