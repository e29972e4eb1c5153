import { nearest } from '../base/did-you-mean.ts';
import { RunError } from '../base/errors.ts';
import { qualifiedName } from '../model/qualified-name.ts';
import type { ConsumerGroup, FetchedRecords, Kafka, Positions, StoredRecord, Watch } from './port.ts';

/** One of several clusters. */
export interface NamedCluster {
  readonly kafka: Kafka;
  /** May topics be created on demand? */
  readonly createsTopics: boolean;
}

/** A name that was asked for, and what it is called in its cluster. */
interface Placed<T> {
  readonly item: T;
  readonly asked: string;
  readonly plain: string;
}

/**
 * One port for several clusters. Topics and groups of the first go by their names, those of any by `cluster:name`. What
 * is found is named as it was asked for; records have the plain name of their topic. Disposing it leaves the clusters
 * to their owner.
 */
export class JoinedClusters implements Kafka {
  readonly #clusters: ReadonlyMap<string, NamedCluster>;
  readonly #first: NamedCluster;

  /** @param clusters at least one */
  constructor(clusters: ReadonlyMap<string, NamedCluster>) {
    const [first] = clusters.values();
    if (!first) throw new RunError('KAFKA_UNREACHABLE', 'no Kafka cluster is configured');
    this.#clusters = clusters;
    this.#first = first;
  }

  /** Of the first cluster. */
  get bootstrap(): string {
    return this.#first.kafka.bootstrap;
  }

  /** Of the first cluster. */
  describeCluster(signal: AbortSignal): ReturnType<Kafka['describeCluster']> {
    return this.#first.kafka.describeCluster(signal);
  }

  async listTopics(signal: AbortSignal): Promise<readonly string[]> {
    return this.#ofAll(
      ({ kafka }) => kafka.listTopics(signal),
      (name, qualify) => qualify(name),
    );
  }

  async offsets(
    topics: readonly string[],
    at: Parameters<Kafka['offsets']>[1],
    signal: AbortSignal,
  ): Promise<Positions> {
    const found = await this.#share(
      topics,
      (topic) => topic,
      async (kafka, placed) => {
        const positions = await kafka.offsets(
          placed.map(({ plain }) => plain),
          at,
          signal,
        );
        return placed.flatMap(({ asked, plain }) => {
          const offsets = positions.get(plain);
          return offsets ? [[asked, offsets] as const] : [];
        });
      },
    );
    return new Map(found.flat());
  }

  watch({ topics, positions, onFetch, ...options }: Parameters<Kafka['watch']>[0]): Watch {
    const watches = [...this.#place(topics, (topic) => topic)].map(([{ kafka }, placed]) => {
      const askedOf = Map.groupBy(placed, ({ plain }) => plain);
      return kafka.watch({
        ...options,
        topics: [...askedOf.keys()],
        positions: new Map(placed.map(({ asked, plain }) => [plain, positions.get(asked) ?? []])),
        onFetch: (fetched) => handOn(fetched, askedOf.get(fetched.topic) ?? [], onFetch),
      });
    });
    return {
      done: Promise.all(watches.map(({ done }) => done)).then(() => undefined),
      get interruptions() {
        return watches.flatMap(({ interruptions }) => interruptions);
      },
      [Symbol.asyncDispose]: async () => {
        await Promise.all(watches.map((watch) => watch[Symbol.asyncDispose]()));
      },
    };
  }

  async produce(
    records: Parameters<Kafka['produce']>[0],
    options: Parameters<Kafka['produce']>[1],
  ): Promise<readonly StoredRecord[]> {
    const indexed = records.map((record, index) => ({ record, index }));
    const stored = new Array<StoredRecord>(records.length);
    await this.#share(
      indexed,
      ({ record }) => record.topic,
      async (kafka, placed) => {
        const plain = placed.map(({ item, plain: topic }) => ({ ...item.record, topic }));
        for (const [at, one] of (await kafka.produce(plain, options)).entries()) {
          const index = placed[at]?.item.index;
          if (index !== undefined) stored[index] = one;
        }
      },
    );
    return stored;
  }

  /** Creates them where topics may be created on demand; elsewhere they are expected to be there. */
  async createTopics(topics: Parameters<Kafka['createTopics']>[0], signal: AbortSignal): Promise<void> {
    const own = [...this.#place(topics, ({ name }) => name)].filter(([{ createsTopics }]) => createsTopics);
    await Promise.all(
      own.map(([{ kafka }, placed]) =>
        kafka.createTopics(
          placed.map(({ item, plain }) => ({ ...item, name: plain })),
          signal,
        ),
      ),
    );
  }

  async deleteTopics(names: readonly string[], signal: AbortSignal): Promise<void> {
    await this.#share(
      names,
      (name) => name,
      (kafka, placed) =>
        kafka.deleteTopics(
          placed.map(({ plain }) => plain),
          signal,
        ),
    );
  }

  async describeGroups(
    groups: readonly string[] | 'all',
    signal: AbortSignal,
  ): Promise<readonly ConsumerGroup[]> {
    if (groups === 'all') {
      return this.#ofAll(
        ({ kafka }) => kafka.describeGroups('all', signal),
        (group, qualify) => nameGroup(group, qualify),
      );
    }
    const described = await Promise.all(
      groups.map(async (asked) => {
        const { kafka, plain, prefix } = this.#groupPlace(asked);
        const found = await kafka.describeGroups([plain], signal);
        return found.map((group) => nameGroup(group, (name) => qualifiedName(prefix, name)));
      }),
    );
    return described.flat();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // The clusters are their owner's.
  }

  /** What every cluster tells, named so that it can be asked for. */
  async #ofAll<T>(
    ask: (cluster: NamedCluster) => Promise<readonly T[]>,
    name: (item: T, qualify: (name: string) => string) => T,
  ): Promise<readonly T[]> {
    const answers = await Promise.all(
      [...this.#clusters].map(async ([id, cluster]) => {
        const prefix = cluster === this.#first ? undefined : id;
        return (await ask(cluster)).map((item) => name(item, (plain) => qualifiedName(prefix, plain)));
      }),
    );
    return answers.flat();
  }

  /** Does something at each cluster with what belongs there. */
  async #share<T, R>(
    items: readonly T[],
    nameOf: (item: T) => string,
    act: (kafka: Kafka, placed: readonly Placed<T>[]) => Promise<R>,
  ): Promise<readonly R[]> {
    return Promise.all([...this.#place(items, nameOf)].map(([{ kafka }, placed]) => act(kafka, placed)));
  }

  #place<T>(items: readonly T[], nameOf: (item: T) => string): Map<NamedCluster, Placed<T>[]> {
    const shares = new Map<NamedCluster, Placed<T>[]>();
    for (const item of items) {
      const asked = nameOf(item);
      const { cluster, plain } = this.#topicPlace(asked);
      const share = shares.get(cluster) ?? [];
      shares.set(cluster, share);
      share.push({ item, asked, plain });
    }
    return shares;
  }

  /** @throws RunError KAFKA_UNREACHABLE for a cluster that is not configured */
  #topicPlace(asked: string): { readonly cluster: NamedCluster; readonly plain: string } {
    const colon = asked.indexOf(':');
    if (colon < 0) return { cluster: this.#first, plain: asked };
    const name = asked.slice(0, colon);
    const cluster = this.#clusters.get(name);
    if (cluster) return { cluster, plain: asked.slice(colon + 1) };
    const near = nearest(name, this.#clusters.keys());
    throw new RunError('KAFKA_UNREACHABLE', `no cluster "${name}" is configured`, {
      hint: near ? `did you mean "${near}"?` : `kafka.clusters has ${[...this.#clusters.keys()].join(', ')}`,
    });
  }

  /** Names of groups may hold colons, so only that of a cluster before the first one counts. */
  #groupPlace(asked: string): { readonly kafka: Kafka; readonly plain: string; readonly prefix?: string } {
    const colon = asked.indexOf(':');
    const name = asked.slice(0, Math.max(colon, 0));
    const cluster = this.#clusters.get(name);
    if (!cluster) return { kafka: this.#first.kafka, plain: asked };
    return { kafka: cluster.kafka, plain: asked.slice(colon + 1), prefix: name };
  }
}

/** Tells of a fetch under each name that its topic was asked for by. */
function handOn(
  fetched: FetchedRecords,
  placed: readonly Placed<string>[],
  onFetch: (fetched: FetchedRecords) => void | Promise<void>,
): void | Promise<void> {
  const taken = placed
    .map(({ asked }) => onFetch({ ...fetched, topic: asked }))
    .filter((one) => one !== undefined);
  if (taken.length > 0) return Promise.all(taken).then(() => undefined);
}

function nameGroup(group: ConsumerGroup, qualify: (name: string) => string): ConsumerGroup {
  return {
    ...group,
    id: qualify(group.id),
    members: group.members.map((member) => ({
      ...member,
      assignments: member.assignments.map((one) => ({ ...one, topic: qualify(one.topic) })),
    })),
    committed: group.committed.map((one) => ({ ...one, topic: qualify(one.topic) })),
  };
}
