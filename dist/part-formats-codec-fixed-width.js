import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  showKind
} from "./part-formats-codec-show.js";
import {
  Unfit
} from "./part-formats-codec-unfit.js";
import {
  exactNumber
} from "./part-model-json.js";
import {
  __name
} from "./part-shared.js";

// src/formats/codec/cursor.ts
var Cursor = class {
  static {
    __name(this, "Cursor");
  }
  #bytes;
  #view;
  #at = 0;
  constructor(bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  get left() {
    return this.#bytes.length - this.#at;
  }
  boolean() {
    const byte = this.#view.getUint8(this.#take(1));
    if (byte > 1) throw new Unfit(`a boolean that is neither 0 nor 1 but ${byte}`);
    return byte === 1;
  }
  /** A zigzag integer of up to 64 bits. */
  long() {
    let low = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#view.getUint8(this.#take(1));
      low |= (byte & 127) << shift;
      if (byte < 128) return low >>> 1 ^ -(low & 1);
    }
    return exactNumber(this.#restOfLong(BigInt(low)));
  }
  /** The same, where the schema says 32 bits. */
  int() {
    const value = this.long();
    if (Number(value) === (Number(value) | 0)) return Number(value);
    throw new Unfit(`${value} where an int should be`);
  }
  float() {
    return this.#view.getFloat32(this.#take(4), true);
  }
  double() {
    return this.#view.getFloat64(this.#take(8), true);
  }
  /** A copy of nothing: the bytes are those of the record. */
  fixed(sizeBytes) {
    const start = this.#take(sizeBytes);
    return this.#bytes.subarray(start, start + sizeBytes);
  }
  bytes() {
    const sizeBytes = Number(this.long());
    if (sizeBytes < 0) throw new Unfit(`a length of ${sizeBytes}`);
    return this.fixed(sizeBytes);
  }
  #restOfLong(low) {
    let whole = low;
    for (let shift = 28n; shift < 70n; shift += 7n) {
      const byte = this.#view.getUint8(this.#take(1));
      whole |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asIntN(64, whole >> 1n ^ -(whole & 1n));
    }
    throw new Unfit("an integer of more than 64 bits");
  }
  #take(sizeBytes) {
    const start = this.#at;
    if (sizeBytes > this.left) throw new Unfit(`the bytes end too early, at ${this.#bytes.length}`);
    this.#at += sizeBytes;
    return start;
  }
};

// src/formats/codec/codec.ts
function defineFormat(format) {
  return format;
}
__name(defineFormat, "defineFormat");
function definePlainFormat(plain) {
  const codec = {
    encode: /* @__PURE__ */ __name((value) => ({ bytes: plain.encode(value) }), "encode"),
    decode: /* @__PURE__ */ __name((bytes) => ({ value: plain.decode(bytes) }), "decode")
  };
  return { ...plain, bare: {}, open: /* @__PURE__ */ __name(() => codec, "open") };
}
__name(definePlainFormat, "definePlainFormat");

// src/formats/codec/fixed-width.ts
function viewFixed(bytes, sizeBytes) {
  if (bytes.length === sizeBytes) return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = bytes.length === 1 ? "1 byte" : `${bytes.length} bytes`;
  throw new Unfit(`${has}, where ${sizeBytes === 1 ? "1 is" : `${sizeBytes} are`} needed`);
}
__name(viewFixed, "viewFixed");
function wholeNumber(value, bits) {
  const isWhole = typeof value === "bigint" || typeof value === "number" && Number.isInteger(value);
  if (!isWhole) throw new Unfit(`expected a whole number, got ${showKind(value)}`, hintForDigits(value));
  const whole = BigInt(value);
  if (BigInt.asIntN(bits, whole) === whole) return whole;
  throw new Unfit(
    `${whole} does not fit in ${bits} bits, ${-(2n ** BigInt(bits - 1))} to ${2n ** BigInt(bits - 1) - 1n}`
  );
}
__name(wholeNumber, "wholeNumber");
function hintForDigits(value) {
  const isQuoted = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  return isQuoted ? 'write it without quotes, or use "tonumber" in the expression' : void 0;
}
__name(hintForDigits, "hintForDigits");
function integerFormat(sizeBytes, about) {
  const bits = sizeBytes * 8;
  return definePlainFormat({
    about,
    encode(value) {
      const hex = BigInt.asUintN(bits, wholeNumber(value, bits)).toString(16);
      return Buffer.from(hex.padStart(sizeBytes * 2, "0"), "hex");
    },
    decode(bytes) {
      const view = viewFixed(bytes, sizeBytes);
      if (sizeBytes === 8) return exactNumber(view.getBigInt64(0));
      return sizeBytes === 4 ? view.getInt32(0) : view.getInt16(0);
    }
  });
}
__name(integerFormat, "integerFormat");
var NOT_FINITE = /* @__PURE__ */ new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY]
]);
function realNumber(value) {
  const real = NOT_FINITE.get(value) ?? value;
  if (typeof real === "number") return real;
  if (typeof real !== "bigint")
    throw new Unfit(`expected a number, got ${showKind(value)}`, hintForDigits(value));
  const nearest = Number(real);
  if (Number.isFinite(nearest) && BigInt(nearest) === real) return nearest;
  throw new Unfit(`${real} has more digits than a floating point number holds`);
}
__name(realNumber, "realNumber");
function singleNumber(value) {
  const real = realNumber(value);
  const single = Math.fround(real);
  if (Number.isFinite(real) && !Number.isFinite(single)) throw new Unfit(`${real} does not fit in 32 bits`);
  return single;
}
__name(singleNumber, "singleNumber");
function showReal(real) {
  return Number.isFinite(real) ? real : String(real);
}
__name(showReal, "showReal");
var MOST_DIGITS_OF_SINGLE = 9;
function showSingle(single) {
  if (!Number.isFinite(single)) return String(single);
  for (let digits = 1; digits < MOST_DIGITS_OF_SINGLE; digits++) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return short;
  }
  return Number(single.toPrecision(MOST_DIGITS_OF_SINGLE));
}
__name(showSingle, "showSingle");

// src/formats/random/random.ts
function randomWhole(random, least, most) {
  return least + Math.floor(random() * (most - least + 1));
}
__name(randomWhole, "randomWhole");
function randomBytes(random, sizeBytes) {
  return Uint8Array.from({ length: sizeBytes }, () => randomWhole(random, 0, 255));
}
__name(randomBytes, "randomBytes");
var CHARSETS = {
  alphanumeric: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  alphabetic: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
  numeric: "0123456789",
  hex: "0123456789abcdef",
  ascii: Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("")
};
var DEFAULT_LENGTH = 8;
function randomText(random, length = DEFAULT_LENGTH, charset = "alphanumeric") {
  const characters = CHARSETS[charset];
  return Array.from({ length }, () => characters[randomWhole(random, 0, characters.length - 1)]).join("");
}
__name(randomText, "randomText");

// src/formats/codec/sink.ts
var Sink = class {
  static {
    __name(this, "Sink");
  }
  #buffer = Buffer.allocUnsafe(256);
  #size = 0;
  /** What has been written so far, a copy. */
  bytes() {
    return new Uint8Array(this.#buffer.subarray(0, this.#size));
  }
  get size() {
    return this.#size;
  }
  /** Forgets what was written after a size: a union branch that did not fit. */
  truncate(size) {
    this.#size = size;
  }
  boolean(value) {
    this.#byte(value ? 1 : 0);
  }
  /** A zigzag integer of up to 64 bits. */
  long(value) {
    if (typeof value === "number" && value === (value | 0))
      this.#varint32((value << 1 ^ value >> 31) >>> 0);
    else this.#varint64(BigInt(value));
  }
  float(value) {
    const at = this.#grow(4);
    this.#buffer.writeFloatLE(value, at);
  }
  double(value) {
    const at = this.#grow(8);
    this.#buffer.writeDoubleLE(value, at);
  }
  fixed(bytes) {
    const at = this.#grow(bytes.length);
    this.#buffer.set(bytes, at);
  }
  /** With its length before it: `bytes` and `string`. */
  sized(bytes) {
    this.long(bytes.length);
    this.fixed(bytes);
  }
  #varint32(value) {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.#byte(rest & 127 | 128);
    this.#byte(rest);
  }
  #varint64(value) {
    let rest = BigInt.asUintN(64, value << 1n ^ value >> 63n);
    for (; rest > 0x7fn; rest >>= 7n) this.#byte(Number(rest & 0x7fn) | 128);
    this.#byte(Number(rest));
  }
  #byte(value) {
    const at = this.#grow(1);
    this.#buffer[at] = value;
  }
  #grow(sizeBytes) {
    const start = this.#size;
    this.#size += sizeBytes;
    if (this.#size > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#size, 2 * this.#buffer.length));
      larger.set(this.#buffer.subarray(0, start));
      this.#buffer = larger;
    }
    return start;
  }
};

export {
  Cursor,
  defineFormat,
  definePlainFormat,
  viewFixed,
  wholeNumber,
  integerFormat,
  realNumber,
  singleNumber,
  showReal,
  showSingle,
  randomWhole,
  randomBytes,
  CHARSETS,
  randomText,
  Sink
};
