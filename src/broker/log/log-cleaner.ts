import type { Clock } from '../../base/clock.ts';
import type { Configuration } from '../config/configuration.ts';
import { Timer } from '../timer.ts';
import type { Topics } from '../topics.ts';

/** What is to be cleaned, and when. */
export interface CleanerSurroundings {
  readonly clock: Clock;
  readonly configuration: Configuration;
  readonly topics: Topics;
}

/** Applies to all topics, every now and then, what their `cleanup.policy` says. */
export class LogCleaner implements Disposable {
  readonly #surroundings: CleanerSurroundings;
  readonly #timer: Timer;

  constructor(surroundings: CleanerSurroundings) {
    this.#surroundings = surroundings;
    this.#timer = new Timer(surroundings.clock);
    this.#schedule();
  }

  /** Cleans now. With `isAll`, even what Kafka would leave until the segment that is written to is full. */
  clean(isAll: boolean): void {
    const nowMs = Math.floor(this.#surroundings.clock.wallMs());
    for (const { configuration, partitions } of this.#surroundings.topics.all()) {
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
    this.#timer.set(this.#surroundings.configuration.number('log.retention.check.interval.ms'), () => {
      this.clean(false);
      this.#schedule();
    });
  }
}
