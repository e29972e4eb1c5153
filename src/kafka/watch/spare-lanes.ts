import type { Lane } from '../lane.ts';

/** Connections for polls: one poll at a time on the connection to a broker, so as many lanes as polls overlap. */
export class SpareLanes implements AsyncDisposable {
  readonly #create: () => Lane;
  readonly #lanes: { readonly lane: Lane; readonly busy: Set<number> }[] = [];

  constructor(create: () => Lane) {
    this.#create = create;
  }

  /** A lane on which nobody waits for this broker, until it is given back by disposing. */
  take(nodeId: number): Disposable & { readonly lane: Lane } {
    let spare = this.#lanes.find(({ busy }) => !busy.has(nodeId));
    if (!spare) {
      spare = { lane: this.#create(), busy: new Set() };
      this.#lanes.push(spare);
    }
    const { lane, busy } = spare;
    busy.add(nodeId);
    return { lane, [Symbol.dispose]: () => busy.delete(nodeId) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#lanes.map(({ lane }) => lane[Symbol.asyncDispose]()));
  }
}
