import { didYouMean } from '../../base/did-you-mean.ts';
import { RunError } from '../../base/errors.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ServiceConfig } from '../../model/service-config.ts';
import type { ServiceControl } from '../../model/service-control.ts';
import type { Place } from './launched.ts';
import { Service, type ServiceDeps } from './service.ts';

/** All services of a run. */
export class Services implements ServiceControl, AsyncDisposable {
  /** Aborted with a RunError when a service ends though nobody stopped it. */
  readonly signal: AbortSignal;
  readonly #services: ReadonlyMap<string, Service>;
  readonly #configs: Readonly<Record<string, ServiceConfig>>;
  readonly #failure = new AbortController();

  /** None of them runs yet. @param configs their `dependsOn` name each other without a cycle */
  constructor(configs: Readonly<Record<string, ServiceConfig>>, deps: Omit<ServiceDeps, 'fail'>) {
    this.signal = this.#failure.signal;
    this.#configs = configs;
    const fail = (error: RunError): void => this.#failure.abort(error);
    this.#services = new Map(
      Object.entries(configs).map(([name, config]) => [name, new Service(name, config, { ...deps, fail })]),
    );
  }

  /**
   * Starts all of them, each once those that it depends on are ready; the others at the same time. The first that fails
   * ends the wait for all.
   * @throws RunError as a service's start does; the signal's reason
   */
  async startAll(signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, this.signal]);
    await inOrder(this.#names(), {
      before: (name) => this.#configs[name]?.dependsOn ?? [],
      visit: async (name) => {
        try {
          either.throwIfAborted();
          await this.#find(name).start(either);
        } catch (cause) {
          this.#failure.abort(cause);
        }
      },
    });
    either.throwIfAborted();
  }

  /** Stops all of them, each once those that depend on it have stopped. */
  stopAll(): Promise<void> {
    return this.#endAll((service) => service.stop());
  }

  /** `.services` of the expressions that a program in that place reads. */
  addresses(from: Place): JsonObject {
    return Object.fromEntries([...this.#services].map(([name, service]) => [name, service.addresses(from)]));
  }

  pause(service: string): Promise<void> {
    return this.#find(service).pause();
  }

  resume(service: string): Promise<void> {
    return this.#find(service).resume();
  }

  stop(service: string): Promise<void> {
    return this.#find(service).stop();
  }

  kill(service: string): Promise<void> {
    return this.#find(service).kill();
  }

  start(service: string, signal: AbortSignal): Promise<void> {
    return this.#find(service).start(signal);
  }

  async restart(service: string, signal: AbortSignal): Promise<void> {
    await this.stop(service);
    await this.start(service, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#endAll((service) => service.leave());
  }

  async #endAll(end: (service: Service) => Promise<void>): Promise<void> {
    await inOrder(this.#names(), {
      before: (name) => this.#names().filter((other) => this.#configs[other]?.dependsOn?.includes(name)),
      visit: (name) => end(this.#find(name)),
    });
  }

  #find(name: string): Service {
    const found = this.#services.get(name);
    if (found) return found;
    const near = didYouMean(name, this.#names());
    throw new RunError('SERVICE_NOT_STARTED', `there is no service "${name}"`, {
      hint: near === undefined ? `the services are: ${this.#names().join(', ')}` : `did you mean "${near}"?`,
    });
  }

  #names(): readonly string[] {
    return [...this.#services.keys()];
  }
}

interface Order {
  before(name: string): readonly string[];
  visit(name: string): Promise<void>;
}

/** Visits each once all before it have been visited, all others at the same time. */
async function inOrder(names: readonly string[], { before, visit }: Order): Promise<void> {
  const visits = new Map<string, Promise<void>>();
  const visitOnce = (name: string): Promise<void> => {
    const begun = visits.get(name);
    if (begun) return begun;
    const visiting = Promise.all(before(name).map(visitOnce)).then(() => visit(name));
    visits.set(name, visiting);
    return visiting;
  };
  await Promise.all(names.map(visitOnce));
}
