import { resolve } from 'node:path';
import type { Clock } from '../../base/clock.ts';
import { RunError } from '../../base/errors.ts';
import type { Kafka } from '../../kafka/port.ts';
import { compact } from '../../model/compact.ts';
import type { JsonObject } from '../../model/json.ts';
import type { RunEventDraft } from '../../model/run-event.ts';
import { isContainer, readyConfig, type ServiceConfig, serviceConfig } from '../../model/service-config.ts';
import { refusalOf } from '../../probes/port.ts';
import { blame, type Part, withSetting } from '../blame.ts';
import type { RunDocker } from '../docker/run-docker.ts';
import type { Keeper } from '../processes/keeper.ts';
import { evaluateConfig } from './evaluate-config.ts';
import { launchProcess, processAddress } from './launch-process.ts';
import type { Launched, Place, ServiceExit } from './launched.ts';
import { ServiceOutput } from './output.ts';
import { becomeReady, DEFAULT_TIMEOUT_MS } from './readiness.ts';

/** What every service of a run stands on. */
export interface ServiceDeps {
  readonly clock: Clock;
  readonly kafka: Kafka;
  readonly keeper: Keeper;
  /** There when a service of the run is a container. */
  readonly docker: RunDocker | undefined;
  /** Folder of flowproof.yaml, absolute. */
  readonly directory: string;
  /** What processes inherit. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Evaluates the templates in a value, with addresses as a program in that place needs them. */
  readonly evaluate: (value: unknown, place: Place) => Promise<unknown>;
  readonly emit: (event: RunEventDraft) => void;
  /** Called when the service ends though nobody stopped it. */
  readonly fail: (error: RunError) => void;
}

interface Running {
  readonly launched: Launched;
  hasEnded: boolean;
  /** Its end is what somebody asked for. */
  isStopping: boolean;
}

const DEFAULT_GRACE_MS = 3_000;
/** What a shell answers for a program that it does not find. */
const NOT_FOUND = 127;

/** One service under test over a whole run, in which it may be started and stopped several times. */
export class Service {
  readonly name: string;
  readonly #config: ServiceConfig;
  readonly #deps: ServiceDeps;
  readonly #publishedPorts = new Map<number, number>();
  #running: Running | undefined;

  constructor(name: string, config: ServiceConfig, deps: ServiceDeps) {
    this.name = name;
    this.#config = config;
    this.#deps = deps;
  }

  /**
   * Starts it and waits until it is ready.
   * @throws RunError SERVICE_NOT_STARTED, SERVICE_NOT_READY, SERVICE_EXITED, DOCKER_*; the signal's reason
   */
  start(signal: AbortSignal): Promise<void> {
    return blame(this.#part, this.#start(signal));
  }

  async #start(signal: AbortSignal): Promise<void> {
    const { clock, emit } = this.#deps;
    const service = this.name;
    this.#checkStopped();
    const output = new ServiceOutput((stream, line) =>
      emit({ type: 'service-logged', service, stream, line }),
    );
    const launched = await this.#launch(output, signal);
    const startedAtMs = clock.nowMs();
    emit({
      type: 'service-started',
      service,
      ...compact({ pid: launched.pid, savesLog: this.#config.logs?.save }),
    });
    const gone = this.#watch(launched, output);
    const probe = await becomeReady(await this.#evaluateReady(), {
      ...this.#deps,
      ...launched,
      service,
      output,
      lastLines: () => output.lastLines,
      addressOf: (port) => launched.addressOf(port, 'host'),
      signal: AbortSignal.any([signal, gone]),
    });
    emit({ type: 'service-ready', service, tookMs: Math.round(clock.nowMs() - startedAtMs), probe });
  }

  /** Stops it if it runs; resolves when nothing of it runs any more. */
  stop(): Promise<void> {
    return this.#end((launched) => launched.stop());
  }

  /** Stops it, but leaves containers running that are to be kept. */
  async leave(): Promise<void> {
    if (!this.#deps.docker?.isKept || this.#place() === 'host') return this.stop();
    if (!this.#running) return;
    this.#running.isStopping = true;
    this.#running.launched.detach();
  }

  /** Ends it without asking, if it runs. */
  kill(): Promise<void> {
    return this.#end((launched) => launched.kill());
  }

  async pause(): Promise<void> {
    await this.#launched().pause();
  }

  async resume(): Promise<void> {
    await this.#launched().resume();
  }

  /** `.services.<name>` of an expression that a program in that place reads. */
  addresses(from: Place): JsonObject {
    const { ports = [] } = this.#config;
    const isProcess = this.#place() === 'host';
    const addressOf = isProcess ? processAddress : this.#running?.launched.addressOf;
    const known = addressOf === undefined ? [] : ports.map((port) => ({ port, at: addressOf(port, from) }));
    const [first] = known;
    return {
      ...(first === undefined ? {} : { url: `http://${first.at.host}:${first.at.port}` }),
      port: Object.fromEntries(known.map(({ port, at }) => [port, at.port])),
    };
  }

  get #part(): Part {
    return { path: ['services', this.name], config: this.#config };
  }

  #place(): Place {
    return isContainer(this.#config) ? 'container' : 'host';
  }

  async #launch(output: ServiceOutput, signal: AbortSignal): Promise<Launched> {
    const { directory, docker, env, evaluate } = this.#deps;
    const service = this.name;
    const place = this.#place();
    const { ready: _ready, ...rest } = this.#config;
    const config = await evaluateConfig(serviceConfig, rest, {
      service,
      evaluate: (value) => evaluate(value, place),
    });
    signal.throwIfAborted();
    const graceMs = config.grace ?? DEFAULT_GRACE_MS;
    if (place === 'container' && docker) {
      const { launchInDocker } = await import('./launch-in-docker.ts');
      const plan = {
        service,
        config,
        graceMs,
        readyTimeoutMs: this.#config.ready?.timeout ?? DEFAULT_TIMEOUT_MS,
        publishedPorts: this.#publishedPorts,
      };
      return launchInDocker(plan, { ...this.#deps, docker, output, signal });
    }
    await this.#checkPorts(signal);
    return launchProcess(
      {
        service,
        command: config.command ?? '',
        cwd: resolve(directory, config.cwd ?? '.'),
        env: { ...env, ...config.env },
        graceMs,
      },
      { ...this.#deps, output },
    );
  }

  /** Only now are the ports known by which a container is reached. A command runs in its place, the rest is asked from here. */
  async #evaluateReady(): Promise<ServiceConfig['ready']> {
    const { ready } = this.#config;
    if (ready === undefined) return undefined;
    const place = ready.exec === undefined ? 'host' : this.#place();
    return evaluateConfig(readyConfig, ready, {
      service: this.name,
      evaluate: (value) => this.#deps.evaluate(value, place),
    });
  }

  /** A port that answers before the service has started would look as if it were ready. */
  async #checkPorts(signal: AbortSignal): Promise<void> {
    const { ports = [], ready } = this.#config;
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
    const running: Running = { launched, hasEnded: false, isStopping: false };
    const gone = new AbortController();
    this.#running = running;
    void launched.exited.then((exit) => {
      running.hasEnded = true;
      emit({ type: 'service-exited', service: this.name, ...exit, expected: running.isStopping });
      if (running.isStopping) return;
      const error = withSetting(exitError(this.name, exit, output), this.#part);
      gone.abort(error);
      fail(error);
    });
    return gone.signal;
  }

  async #end(how: (launched: Launched) => Promise<void>): Promise<void> {
    const running = this.#running;
    if (!running) return;
    running.isStopping = true;
    await how(running.launched);
    this.#running = undefined;
  }

  #checkStopped(): void {
    if (!this.#running || this.#running.hasEnded) return;
    throw new RunError('SERVICE_NOT_STARTED', `service "${this.name}" runs already`, {
      hint: 'stop it first, or restart it',
    });
  }

  #launched(): Launched {
    if (this.#running && !this.#running.hasEnded) return this.#running.launched;
    throw new RunError('SERVICE_NOT_STARTED', `service "${this.name}" does not run`, {
      hint: 'start it first',
    });
  }
}

function exitError(service: string, { code, signal }: ServiceExit, output: ServiceOutput): RunError {
  const how = signal === null ? `exited with code ${code ?? 'unknown'}` : `was ended by ${signal}`;
  return new RunError('SERVICE_EXITED', `service "${service}" ${how}`, {
    detail: output.lastLines,
    hint: hintFor(service, code),
  });
}

function hintFor(service: string, code: number | null): string | undefined {
  if (code === NOT_FOUND) return `check services.${service}.command: its program was not found`;
  return code === 0 ? 'a service has to go on running, in the foreground, until it is stopped' : undefined;
}
