import type { Broker } from '../broker.ts';
import { Timer } from '../timer.ts';

/** Applies to all topics, every now and then, what their `cleanup.policy` says. */
export class LogCleaner implements Disposable {
  readonly #broker: Broker;
  readonly #timer: Timer;

  constructor(broker: Broker) {
    this.#broker = broker;
    this.#timer = new Timer(broker.clock);
    this.#schedule();
  }

  /** Cleans now. With `isAll`, even what Kafka would leave until the segment that is written to is full. */
  clean(isAll: boolean): void {
    const nowMs = this.#broker.nowMs();
    for (const { configuration, partitions } of this.#broker.topics.all()) {
      const policy = configuration.list('cleanup.policy');
      for (const log of partitions) {
        if (policy.includes('delete')) log.retain(nowMs);
        if (policy.includes('compact')) log.compact(nowMs, isAll);
      }
    }
  }

  [Symbol.dispose](): void {
    this.#timer.clear();
  }

  #schedule(): void {
    this.#timer.set(this.#broker.configuration.number('log.retention.check.interval.ms'), () => {
      this.clean(false);
      this.#schedule();
    });
  }
}
