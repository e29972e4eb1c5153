/** One record that the reactor writes. Values are JSON; bytes are given in hex. */
export interface Write {
  readonly topic: string;
  readonly key?: string | null;
  /** null is a tombstone; absent: the value of the record that it reacts to. */
  readonly value?: unknown;
  readonly hex?: string;
  readonly partition?: number;
  readonly headers?: readonly (readonly [key: string, hexOrText: string | null])[];
  /** How far the writer's clock is ahead: of the record's time stamp. */
  readonly clockOffMs?: number;
  /** Create the topic first, with one partition. */
  readonly creates?: boolean;
}

/** What the reactor does once a record has come on a topic, counted from then. */
export interface Step {
  readonly afterMs: number;
  readonly writes: readonly Write[];
  readonly transaction?: 'commit' | 'abort';
}

/** Noise on a topic, from the first record on `input` on: records that match nothing. */
export interface Noise {
  readonly topic: string;
  readonly perSecond: number;
  readonly forMs: number;
}

export interface Reaction {
  readonly input: string;
  readonly steps: readonly Step[];
  readonly noise?: Noise;
}

/** From the test to the reactor. */
export type Order =
  | { readonly id: number; readonly react: readonly Reaction[] }
  | { readonly id: number; readonly write: readonly Write[] };

/** From the reactor to the test: an order is carried out; of reactions: their topics are watched. */
export interface Done {
  readonly id: number;
  readonly error?: string;
}

/** From the reactor to the test, by itself: a step is done, in epoch milliseconds. */
export interface Reacted {
  readonly input: string;
  /** Right before its records were sent. */
  readonly sentAtMs: number;
  /** When its records were acknowledged. */
  readonly wroteAtMs: number;
}
