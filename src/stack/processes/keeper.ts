import { Guardian } from './guardian.ts';
import { RunRecord, runFolder } from './run-file.ts';
import { markerOfRun, type SweepDeps, sweepLeftovers } from './sweep.ts';

export interface KeeperOptions extends SweepDeps {
  /** Of the files by which runs know of each other; default one for the user and machine. */
  readonly folder?: string;
}

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
  static async open(runId: string, { folder = runFolder(), ...deps }: KeeperOptions): Promise<Keeper> {
    return new Keeper(runId, { folder, sweptRuns: await sweepLeftovers(folder, deps) });
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

  /** The run is about to make something in Docker, which carries its label. */
  usesDocker(): void {
    this.#record.usesDocker();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#guardian[Symbol.asyncDispose]();
    this.#record[Symbol.dispose]();
  }
}
