import { resolve } from 'node:path';
import type { Clock } from '../../base/clock.ts';
import { RunError } from '../../base/errors.ts';
import type { Kafka } from '../../kafka/port.ts';
import type { RunEventDraft } from '../../model/run-event.ts';
import type { ServiceConfig } from '../../model/service-config.ts';
import { refusalOf } from '../../probes/port.ts';
import type { Keeper } from '../processes/keeper.ts';
import { evaluateConfig } from './evaluate-config.ts';
import { launchProcess } from './launch-process.ts';
import type { Launched, ServiceExit } from './launched.ts';
import { ServiceOutput } from './output.ts';
import { becomeReady } from './readiness.ts';

/** What every service of a run stands on. */
export interface ServiceDeps {
  readonly clock: Clock;
  readonly kafka: Kafka;
  readonly keeper: Keeper;
  /** Folder of flowproof.yaml, absolute. */
  readonly directory: string;
  /** What processes inherit. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Evaluates the templates in a value. */
  readonly evaluate: (value: unknown) => Promise<unknown>;
  readonly emit: (event: RunEventDraft) => void;
  /** Called when the service ends though nobody stopped it. */
  readonly fail: (error: RunError) => void;
}

const DEFAULT_GRACE_MS = 3_000;
/** What a shell answers for a program that it does not find. */
const NOT_FOUND = 127;

/** One service under test over a whole run, in which it may be started and stopped several times. */
export class Service {
  readonly name: string;
  readonly #config: ServiceConfig;
  readonly #deps: ServiceDeps;
  #running: { readonly launched: Launched; isStopping: boolean } | undefined;

  constructor(name: string, config: ServiceConfig, deps: ServiceDeps) {
    this.name = name;
    this.#config = config;
    this.#deps = deps;
  }

  /**
   * Starts it and waits until it is ready.
   * @throws RunError SERVICE_NOT_STARTED, SERVICE_NOT_READY, SERVICE_EXITED; the signal's reason
   */
  async start(signal: AbortSignal): Promise<void> {
    const { clock, directory, emit } = this.#deps;
    const service = this.name;
    const config = await evaluateConfig(service, this.#config, this.#deps.evaluate);
    await this.#checkPorts(config, signal);
    signal.throwIfAborted();
    const startedAtMs = clock.nowMs();
    const output = new ServiceOutput((stream, line) =>
      emit({ type: 'service-logged', service, stream, line }),
    );
    const launched = await launchProcess(
      {
        service,
        command: config.command,
        cwd: resolve(directory, config.cwd ?? '.'),
        env: { ...this.#deps.env, ...config.env },
        graceMs: config.grace ?? DEFAULT_GRACE_MS,
      },
      { ...this.#deps, output },
    );
    emit({ type: 'service-started', service, ...(launched.pid === undefined ? {} : { pid: launched.pid }) });
    const gone = this.#watch(launched, output);
    const probe = await becomeReady(config.ready, {
      ...this.#deps,
      service,
      output,
      lastLines: () => output.lastLines,
      addressOf: launched.addressOf,
      exec: launched.exec,
      signal: AbortSignal.any([signal, gone]),
    });
    emit({ type: 'service-ready', service, tookMs: Math.round(clock.nowMs() - startedAtMs), probe });
  }

  /** Stops it if it runs; resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    running.isStopping = true;
    await running.launched.stop();
    this.#running = undefined;
  }

  /** A port that answers before the service has started would look as if it were ready. */
  async #checkPorts({ ports = [], ready }: ServiceConfig, signal: AbortSignal): Promise<void> {
    for (const port of new Set([...ports, ...(ready?.port === undefined ? [] : [ready.port])])) {
      if ((await refusalOf({ host: 'localhost', port }, signal)) !== undefined) continue;
      throw new RunError(
        'SERVICE_NOT_STARTED',
        `service "${this.name}" could not be started: another program listens on its port ${port}`,
        { hint: `end that program (\`lsof -i :${port}\` shows it), or give the service another port` },
      );
    }
  }

  /** The signal is aborted when the service ends though nobody stops it. */
  #watch(launched: Launched, output: ServiceOutput): AbortSignal {
    const { emit, fail } = this.#deps;
    const running = { launched, isStopping: false };
    const gone = new AbortController();
    this.#running = running;
    void launched.exited.then((exit) => {
      emit({ type: 'service-exited', service: this.name, ...exit, expected: running.isStopping });
      if (running.isStopping) return;
      const error = exitError(this.name, exit, output);
      gone.abort(error);
      fail(error);
    });
    return gone.signal;
  }
}

function exitError(service: string, { code, signal }: ServiceExit, output: ServiceOutput): RunError {
  const how = code === null ? `was ended by ${signal}` : `exited with code ${code}`;
  return new RunError('SERVICE_EXITED', `service "${service}" ${how}`, {
    detail: output.lastLines,
    hint: hintFor(service, code),
  });
}

function hintFor(service: string, code: number | null): string | undefined {
  if (code === NOT_FOUND) return `check services.${service}.command: its program was not found`;
  return code === 0 ? 'a service has to go on running, in the foreground, until it is stopped' : undefined;
}
