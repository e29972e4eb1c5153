import type { Clock } from '../../base/clock.ts';
import { Guardian } from './guardian.ts';
import { RunRecord, runFolder } from './run-file.ts';
import { markerOfRun, sweepLeftovers } from './sweep.ts';

/**
 * Sees to it that no process of a run outlives it, however the tool ends: writes down what it starts, has a guardian
 * end it when the tool dies, and ends what earlier runs have left.
 */
export class Keeper implements AsyncDisposable {
  /** Ids of earlier runs that were killed, and of which something still ran. */
  readonly sweptRuns: readonly string[];
  readonly #marker: string;
  readonly #record: RunRecord;
  readonly #guardian: Guardian;

  private constructor(
    runId: string,
    { folder, sweptRuns }: { folder: string; sweptRuns: readonly string[] },
  ) {
    this.sweptRuns = sweptRuns;
    this.#marker = markerOfRun(runId);
    this.#record = new RunRecord(folder, runId);
    this.#guardian = new Guardian(this.#marker);
  }

  /** Call it before anything is started. */
  static async open(runId: string, clock: Clock, folder = runFolder()): Promise<Keeper> {
    return new Keeper(runId, { folder, sweptRuns: await sweepLeftovers(folder, clock) });
  }

  /** What every process of a service carries in the variable FLOWPROOF_SERVICE. */
  markerOf(service: string): string {
    return `${this.#marker}${encodeURIComponent(service)}:`;
  }

  /** A process was started, as the leader of a group. */
  started(pid: number): void {
    this.#record.started(pid);
    this.#guardian.add(pid);
  }

  /** Nothing of its group runs any more. */
  ended(pid: number): void {
    this.#record.ended(pid);
    this.#guardian.remove(pid);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#guardian[Symbol.asyncDispose]();
    this.#record[Symbol.dispose]();
  }
}
