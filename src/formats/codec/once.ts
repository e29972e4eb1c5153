/** Values that are made once a key, asynchronously, and then are there at once. */
export class Once<Key, Value> {
  readonly #made = new Map<Key, { readonly value: Value }>();
  readonly #pending = new Map<Key, Promise<void>>();

  /** Undefined when the value is there; else resolves when it is. A failure is not kept: the next call tries again. */
  prepare(key: Key, make: () => Promise<Value>): Promise<void> | undefined {
    if (this.#made.has(key)) return undefined;
    const known = this.#pending.get(key);
    if (known) return known;
    const pending = make()
      .then((value) => void this.#made.set(key, { value }))
      .finally(() => this.#pending.delete(key));
    this.#pending.set(key, pending);
    return pending;
  }

  /** The value of a key that was prepared; undefined before that. */
  get(key: Key): Value | undefined {
    return this.#made.get(key)?.value;
  }
}
