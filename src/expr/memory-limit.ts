const PAGE_BYTES = 65_536;

/** What TypeScript's library for Node does not know of `WebAssembly.Memory`. */
interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/**
 * From now on no WebAssembly memory of this thread grows beyond so many bytes: the program that wants more is told that
 * there is none, and `wasReached` from then on. (The engines' own limits count nothing in WebAssembly.)
 */
export function limitWasmMemory(limitBytes: number): { wasReached(): boolean } {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: { Memory: { prototype: WasmMemory } } }; // see above
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  let wasReached = false;
  prototype.grow = function (pages) {
    wasReached ||= this.buffer.byteLength + pages * PAGE_BYTES > limitBytes;
    if (wasReached) throw new RangeError('out of memory');
    return grow.call(this, pages);
  };
  return { wasReached: () => wasReached };
}
