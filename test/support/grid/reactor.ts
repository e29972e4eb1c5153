import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { NODE } from '../cli.ts';
import type { Done, Order, Reacted, Reaction, Write } from './reaction.ts';

/** How long its word of a step may be under way once the step is seen. */
const LONGEST_WORD_MS = 2000;
const LOOK_EVERY_MS = 20;

type Unnumbered = Order extends infer O ? (O extends { id: number } ? Omit<O, 'id'> : never) : never;

/** A service of scripted behaviour, in a process of its own. Disposing ends it. */
export class Reactor implements AsyncDisposable {
  /** The last step that was done, by input. */
  readonly reacted = new Map<string, Reacted>();
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, PromiseWithResolvers<void>>();
  #nextId = 0;

  constructor(bootstrap: string) {
    this.#child = fork(join(import.meta.dirname, 'reactor-program.ts'), [bootstrap], { execPath: NODE });
    this.#child.on('message', (message: Done | Reacted) => {
      if ('input' in message) {
        this.reacted.set(message.input, message);
        return;
      }
      const { id, error } = message;
      const pending = this.#pending.get(id);
      this.#pending.delete(id);
      if (error === undefined) pending?.resolve();
      else pending?.reject(new Error(error));
    });
  }

  /** Resolves when the inputs are watched: nothing that comes on them from then on is missed. */
  react(reactions: readonly Reaction[]): Promise<void> {
    return this.#order({ react: reactions });
  }

  /** Resolves when the records are acknowledged. */
  write(writes: readonly Write[]): Promise<void> {
    return this.#order({ write: writes });
  }

  /** Resolves when a step is done for each of these inputs, or after a while. */
  async settled(inputs: readonly string[]): Promise<void> {
    const untilMs = performance.now() + LONGEST_WORD_MS;
    while (performance.now() < untilMs && !inputs.every((input) => this.reacted.has(input)))
      await setTimeout(LOOK_EVERY_MS);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((done) => this.#child.once('exit', done));
    this.#child.disconnect();
    await ended;
  }

  #order(order: Unnumbered): Promise<void> {
    const id = this.#nextId++;
    const done = Promise.withResolvers<void>();
    this.#pending.set(id, done);
    this.#child.send({ ...order, id });
    return done.promise;
  }
}
