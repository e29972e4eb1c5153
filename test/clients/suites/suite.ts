/** A broker that a suite is run against. */
export interface SuiteBroker extends AsyncDisposable {
  readonly name: string;
  /** host:port that everybody may use. */
  readonly bootstrap: string;
  /** host:port where one of `users` has to log in, with SASL PLAIN or SCRAM. */
  readonly saslBootstrap: string;
}

/** How the brokers of a suite are to be. */
export interface SuiteBrokerOptions {
  /** Of server.properties. */
  readonly settings: Readonly<Record<string, string>>;
  /** Password by user name. */
  readonly users: Readonly<Record<string, string>>;
}

export type Outcome = 'passed' | 'skipped' | 'failed';

/** Outcomes by test; a name is `group › test`, where the group can be run again by itself. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** A client's own tests, run as its authors run them but for the broker's addresses. */
export interface ClientSuite {
  readonly name: string;
  readonly broker: SuiteBrokerOptions;
  /** Why tests that match pass on Apache Kafka only. */
  readonly explained: readonly { readonly test: RegExp; readonly reason: string }[];
  /** Installs and builds what is not there yet. */
  prepare(): Promise<SuiteRunner>;
}

/** Runs the tests on a broker, or only those of some groups. */
export type SuiteRunner = (broker: SuiteBroker, groups?: readonly string[]) => Promise<Outcomes>;

/** Between the group of a test and the rest of its name. */
export const GROUP_END = ' › ';
