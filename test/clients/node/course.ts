/** What the JavaScript programs share: waiting, and lines that are the same on every run. */
export const BOOTSTRAP = process.env.BOOTSTRAP ?? '';

/** Time of the first record; those that follow are a second apart. */
export const FIRST_MS = 1_700_000_000_000;

/** A record as the programs print it. */
export interface Shown {
  readonly partition: number;
  readonly offset: bigint | string | number;
  readonly timestamp: bigint | string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: readonly (readonly [string, string])[];
}

/** What each codec is tried with. */
export const samples = [0, 1, 2, 3, 4, 5].map((index) => ({
  partition: index % 2,
  timestampMs: FIRST_MS + index * 1000,
  key: `k${index}`,
  value: `v${index}`.repeat(20),
  headers: { h: `é${index}` },
}));

export function step(title: string): void {
  process.stdout.write(`# ${title}\n`);
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints records in the order of partition and offset. */
export function show(records: readonly Shown[]): void {
  const sorted = records.toSorted((a, b) => a.partition - b.partition || Number(a.offset) - Number(b.offset));
  for (const { partition, offset, timestamp, key, value, headers } of sorted) {
    const tail = headers.map(([name, text]) => ` ${name}=${text}`).join('');
    say(`${partition}@${offset} ${timestamp} key=${key?.toString()} value=${value?.toString()}${tail}`);
  }
}

/** Repeats an attempt until it gives something other than undefined and false. */
export async function until<T>(what: string, attempt: () => T | Promise<T>): Promise<NonNullable<T>> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const result = await attempt();
    if (result) return result;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`waited 30 s for ${what}`);
}

/** Says which error an action ends with, as `kindOf` names it: the text differs from version to version. */
export async function expectError(
  action: string,
  attempt: () => Promise<unknown>,
  kindOf: (thrown: unknown) => string,
): Promise<void> {
  try {
    await attempt();
    say(`${action}: no error`);
  } catch (thrown) {
    say(`${action}: ${kindOf(thrown)}`);
  }
}
