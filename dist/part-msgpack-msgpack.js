import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  didYouMean
} from "./part-base-did-you-mean.js";
import {
  Cursor,
  Sink,
  defineFormat,
  definePlainFormat,
  integerFormat,
  randomBytes,
  randomText,
  randomWhole,
  realNumber,
  showReal,
  showSingle,
  singleNumber,
  viewFixed,
  wholeNumber
} from "./part-formats-codec-fixed-width.js";
import {
  viewHeaders
} from "./part-formats-record-view.js";
import {
  decodeUtf8,
  encodeUtf8,
  parseBase64,
  readUtf8,
  renderBase64
} from "./part-formats-codec-text.js";
import {
  nameOf,
  notJson,
  parseAvro,
  shortName
} from "./part-formats-avro-parse.js";
import {
  showKind,
  showValue
} from "./part-formats-codec-show.js";
import {
  Unfit
} from "./part-formats-codec-unfit.js";
import {
  external_exports
} from "./part-zod.js";
import {
  exactNumber,
  isJsonObject,
  parseJson,
  renderJson
} from "./part-model-json.js";
import {
  FlowproofError,
  RunError,
  describeError
} from "./part-base-errors.js";
import {
  __commonJS,
  __name,
  __toESM
} from "./part-shared.js";

// node_modules/@msgpack/msgpack/dist.cjs/utils/utf8.cjs
var require_utf8 = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/utils/utf8.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.utf8Count = utf8Count;
    exports.utf8EncodeJs = utf8EncodeJs;
    exports.utf8EncodeTE = utf8EncodeTE;
    exports.utf8Encode = utf8Encode;
    exports.utf8DecodeJs = utf8DecodeJs;
    exports.utf8DecodeTD = utf8DecodeTD;
    exports.utf8Decode = utf8Decode;
    function utf8Count(str) {
      const strLength = str.length;
      let byteLength = 0;
      let pos = 0;
      while (pos < strLength) {
        let value = str.charCodeAt(pos++);
        if ((value & 4294967168) === 0) {
          byteLength++;
          continue;
        } else if ((value & 4294965248) === 0) {
          byteLength += 2;
        } else {
          if (value >= 55296 && value <= 56319) {
            if (pos < strLength) {
              const extra = str.charCodeAt(pos);
              if ((extra & 64512) === 56320) {
                ++pos;
                value = ((value & 1023) << 10) + (extra & 1023) + 65536;
              }
            }
          }
          if ((value & 4294901760) === 0) {
            byteLength += 3;
          } else {
            byteLength += 4;
          }
        }
      }
      return byteLength;
    }
    __name(utf8Count, "utf8Count");
    function utf8EncodeJs(str, output, outputOffset) {
      const strLength = str.length;
      let offset = outputOffset;
      let pos = 0;
      while (pos < strLength) {
        let value = str.charCodeAt(pos++);
        if ((value & 4294967168) === 0) {
          output[offset++] = value;
          continue;
        } else if ((value & 4294965248) === 0) {
          output[offset++] = value >> 6 & 31 | 192;
        } else {
          if (value >= 55296 && value <= 56319) {
            if (pos < strLength) {
              const extra = str.charCodeAt(pos);
              if ((extra & 64512) === 56320) {
                ++pos;
                value = ((value & 1023) << 10) + (extra & 1023) + 65536;
              }
            }
          }
          if ((value & 4294901760) === 0) {
            output[offset++] = value >> 12 & 15 | 224;
            output[offset++] = value >> 6 & 63 | 128;
          } else {
            output[offset++] = value >> 18 & 7 | 240;
            output[offset++] = value >> 12 & 63 | 128;
            output[offset++] = value >> 6 & 63 | 128;
          }
        }
        output[offset++] = value & 63 | 128;
      }
    }
    __name(utf8EncodeJs, "utf8EncodeJs");
    var sharedTextEncoder = new TextEncoder();
    var TEXT_ENCODER_THRESHOLD = 50;
    function utf8EncodeTE(str, output, outputOffset) {
      sharedTextEncoder.encodeInto(str, output.subarray(outputOffset));
    }
    __name(utf8EncodeTE, "utf8EncodeTE");
    function utf8Encode(str, output, outputOffset) {
      if (str.length > TEXT_ENCODER_THRESHOLD) {
        utf8EncodeTE(str, output, outputOffset);
      } else {
        utf8EncodeJs(str, output, outputOffset);
      }
    }
    __name(utf8Encode, "utf8Encode");
    var CHUNK_SIZE = 4096;
    function utf8DecodeJs(bytes2, inputOffset, byteLength) {
      let offset = inputOffset;
      const end = offset + byteLength;
      const units = [];
      let result = "";
      while (offset < end) {
        const byte1 = bytes2[offset++];
        if ((byte1 & 128) === 0) {
          units.push(byte1);
        } else if ((byte1 & 224) === 192) {
          const byte2 = bytes2[offset++] & 63;
          units.push((byte1 & 31) << 6 | byte2);
        } else if ((byte1 & 240) === 224) {
          const byte2 = bytes2[offset++] & 63;
          const byte3 = bytes2[offset++] & 63;
          units.push((byte1 & 31) << 12 | byte2 << 6 | byte3);
        } else if ((byte1 & 248) === 240) {
          const byte2 = bytes2[offset++] & 63;
          const byte3 = bytes2[offset++] & 63;
          const byte4 = bytes2[offset++] & 63;
          let unit = (byte1 & 7) << 18 | byte2 << 12 | byte3 << 6 | byte4;
          if (unit > 65535) {
            unit -= 65536;
            units.push(unit >>> 10 & 1023 | 55296);
            unit = 56320 | unit & 1023;
          }
          units.push(unit);
        } else {
          units.push(byte1);
        }
        if (units.length >= CHUNK_SIZE) {
          result += String.fromCharCode(...units);
          units.length = 0;
        }
      }
      if (units.length > 0) {
        result += String.fromCharCode(...units);
      }
      return result;
    }
    __name(utf8DecodeJs, "utf8DecodeJs");
    var sharedTextDecoder = new TextDecoder();
    var TEXT_DECODER_THRESHOLD = 200;
    function utf8DecodeTD(bytes2, inputOffset, byteLength) {
      const stringBytes = bytes2.subarray(inputOffset, inputOffset + byteLength);
      return sharedTextDecoder.decode(stringBytes);
    }
    __name(utf8DecodeTD, "utf8DecodeTD");
    function utf8Decode(bytes2, inputOffset, byteLength) {
      if (byteLength > TEXT_DECODER_THRESHOLD) {
        return utf8DecodeTD(bytes2, inputOffset, byteLength);
      } else {
        return utf8DecodeJs(bytes2, inputOffset, byteLength);
      }
    }
    __name(utf8Decode, "utf8Decode");
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/ExtData.cjs
var require_ExtData = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/ExtData.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ExtData = void 0;
    var ExtData2 = class {
      static {
        __name(this, "ExtData");
      }
      type;
      data;
      constructor(type, data) {
        this.type = type;
        this.data = data;
      }
    };
    exports.ExtData = ExtData2;
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/DecodeError.cjs
var require_DecodeError = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/DecodeError.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.DecodeError = void 0;
    var DecodeError = class _DecodeError extends Error {
      static {
        __name(this, "DecodeError");
      }
      constructor(message) {
        super(message);
        const proto = Object.create(_DecodeError.prototype);
        Object.setPrototypeOf(this, proto);
        Object.defineProperty(this, "name", {
          configurable: true,
          enumerable: false,
          value: _DecodeError.name
        });
      }
    };
    exports.DecodeError = DecodeError;
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/utils/int.cjs
var require_int = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/utils/int.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.UINT32_MAX = void 0;
    exports.setUint64 = setUint64;
    exports.setInt64 = setInt64;
    exports.getInt64 = getInt64;
    exports.getUint64 = getUint64;
    exports.UINT32_MAX = 4294967295;
    function setUint64(view, offset, value) {
      const high = value / 4294967296;
      const low = value;
      view.setUint32(offset, high);
      view.setUint32(offset + 4, low);
    }
    __name(setUint64, "setUint64");
    function setInt64(view, offset, value) {
      const high = Math.floor(value / 4294967296);
      const low = value;
      view.setUint32(offset, high);
      view.setUint32(offset + 4, low);
    }
    __name(setInt64, "setInt64");
    function getInt64(view, offset) {
      const high = view.getInt32(offset);
      const low = view.getUint32(offset + 4);
      return high * 4294967296 + low;
    }
    __name(getInt64, "getInt64");
    function getUint64(view, offset) {
      const high = view.getUint32(offset);
      const low = view.getUint32(offset + 4);
      return high * 4294967296 + low;
    }
    __name(getUint64, "getUint64");
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/timestamp.cjs
var require_timestamp = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/timestamp.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.timestampExtension = exports.EXT_TIMESTAMP = void 0;
    exports.encodeTimeSpecToTimestamp = encodeTimeSpecToTimestamp;
    exports.encodeDateToTimeSpec = encodeDateToTimeSpec;
    exports.encodeTimestampExtension = encodeTimestampExtension;
    exports.decodeTimestampToTimeSpec = decodeTimestampToTimeSpec;
    exports.decodeTimestampExtension = decodeTimestampExtension;
    var DecodeError_ts_1 = require_DecodeError();
    var int_ts_1 = require_int();
    exports.EXT_TIMESTAMP = -1;
    var TIMESTAMP32_MAX_SEC = 4294967296 - 1;
    var TIMESTAMP64_MAX_SEC = 17179869184 - 1;
    function encodeTimeSpecToTimestamp({ sec, nsec }) {
      if (sec >= 0 && nsec >= 0 && sec <= TIMESTAMP64_MAX_SEC) {
        if (nsec === 0 && sec <= TIMESTAMP32_MAX_SEC) {
          const rv = new Uint8Array(4);
          const view = new DataView(rv.buffer);
          view.setUint32(0, sec);
          return rv;
        } else {
          const secHigh = sec / 4294967296;
          const secLow = sec & 4294967295;
          const rv = new Uint8Array(8);
          const view = new DataView(rv.buffer);
          view.setUint32(0, nsec << 2 | secHigh & 3);
          view.setUint32(4, secLow);
          return rv;
        }
      } else {
        const rv = new Uint8Array(12);
        const view = new DataView(rv.buffer);
        view.setUint32(0, nsec);
        (0, int_ts_1.setInt64)(view, 4, sec);
        return rv;
      }
    }
    __name(encodeTimeSpecToTimestamp, "encodeTimeSpecToTimestamp");
    function encodeDateToTimeSpec(date2) {
      const msec = date2.getTime();
      const sec = Math.floor(msec / 1e3);
      const nsec = (msec - sec * 1e3) * 1e6;
      const nsecInSec = Math.floor(nsec / 1e9);
      return {
        sec: sec + nsecInSec,
        nsec: nsec - nsecInSec * 1e9
      };
    }
    __name(encodeDateToTimeSpec, "encodeDateToTimeSpec");
    function encodeTimestampExtension(object) {
      if (object instanceof Date) {
        const timeSpec = encodeDateToTimeSpec(object);
        return encodeTimeSpecToTimestamp(timeSpec);
      } else {
        return null;
      }
    }
    __name(encodeTimestampExtension, "encodeTimestampExtension");
    function decodeTimestampToTimeSpec(data) {
      const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
      switch (data.byteLength) {
        case 4: {
          const sec = view.getUint32(0);
          const nsec = 0;
          return { sec, nsec };
        }
        case 8: {
          const nsec30AndSecHigh2 = view.getUint32(0);
          const secLow32 = view.getUint32(4);
          const sec = (nsec30AndSecHigh2 & 3) * 4294967296 + secLow32;
          const nsec = nsec30AndSecHigh2 >>> 2;
          return { sec, nsec };
        }
        case 12: {
          const sec = (0, int_ts_1.getInt64)(view, 4);
          const nsec = view.getUint32(0);
          return { sec, nsec };
        }
        default:
          throw new DecodeError_ts_1.DecodeError(`Unrecognized data size for timestamp (expected 4, 8, or 12): ${data.length}`);
      }
    }
    __name(decodeTimestampToTimeSpec, "decodeTimestampToTimeSpec");
    function decodeTimestampExtension(data) {
      const timeSpec = decodeTimestampToTimeSpec(data);
      return new Date(timeSpec.sec * 1e3 + timeSpec.nsec / 1e6);
    }
    __name(decodeTimestampExtension, "decodeTimestampExtension");
    exports.timestampExtension = {
      type: exports.EXT_TIMESTAMP,
      encode: encodeTimestampExtension,
      decode: decodeTimestampExtension
    };
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/ExtensionCodec.cjs
var require_ExtensionCodec = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/ExtensionCodec.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ExtensionCodec = void 0;
    var ExtData_ts_1 = require_ExtData();
    var timestamp_ts_1 = require_timestamp();
    var ExtensionCodec = class _ExtensionCodec {
      static {
        __name(this, "ExtensionCodec");
      }
      static defaultCodec = new _ExtensionCodec();
      // ensures ExtensionCodecType<X> matches ExtensionCodec<X>
      // this will make type errors a lot more clear
      // eslint-disable-next-line @typescript-eslint/naming-convention
      __brand;
      // built-in extensions
      builtInEncoders = [];
      builtInDecoders = [];
      // custom extensions
      encoders = [];
      decoders = [];
      constructor() {
        this.register(timestamp_ts_1.timestampExtension);
      }
      register({ type, encode: encode2, decode: decode2 }) {
        if (type >= 0) {
          this.encoders[type] = encode2;
          this.decoders[type] = decode2;
        } else {
          const index = -1 - type;
          this.builtInEncoders[index] = encode2;
          this.builtInDecoders[index] = decode2;
        }
      }
      tryToEncode(object, context) {
        for (let i = 0; i < this.builtInEncoders.length; i++) {
          const encodeExt = this.builtInEncoders[i];
          if (encodeExt != null) {
            const data = encodeExt(object, context);
            if (data != null) {
              const type = -1 - i;
              return new ExtData_ts_1.ExtData(type, data);
            }
          }
        }
        for (let i = 0; i < this.encoders.length; i++) {
          const encodeExt = this.encoders[i];
          if (encodeExt != null) {
            const data = encodeExt(object, context);
            if (data != null) {
              const type = i;
              return new ExtData_ts_1.ExtData(type, data);
            }
          }
        }
        if (object instanceof ExtData_ts_1.ExtData) {
          return object;
        }
        return null;
      }
      decode(data, type, context) {
        const decodeExt = type < 0 ? this.builtInDecoders[-1 - type] : this.decoders[type];
        if (decodeExt) {
          return decodeExt(data, type, context);
        } else {
          return new ExtData_ts_1.ExtData(type, data);
        }
      }
    };
    exports.ExtensionCodec = ExtensionCodec;
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/utils/typedArrays.cjs
var require_typedArrays = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/utils/typedArrays.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ensureUint8Array = ensureUint8Array;
    function isArrayBufferLike(buffer) {
      return buffer instanceof ArrayBuffer || typeof SharedArrayBuffer !== "undefined" && buffer instanceof SharedArrayBuffer;
    }
    __name(isArrayBufferLike, "isArrayBufferLike");
    function ensureUint8Array(buffer) {
      if (buffer instanceof Uint8Array) {
        return buffer;
      } else if (ArrayBuffer.isView(buffer)) {
        return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
      } else if (isArrayBufferLike(buffer)) {
        return new Uint8Array(buffer);
      } else {
        return Uint8Array.from(buffer);
      }
    }
    __name(ensureUint8Array, "ensureUint8Array");
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/Encoder.cjs
var require_Encoder = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/Encoder.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Encoder = exports.DEFAULT_INITIAL_BUFFER_SIZE = exports.DEFAULT_MAX_DEPTH = void 0;
    var utf8_ts_1 = require_utf8();
    var ExtensionCodec_ts_1 = require_ExtensionCodec();
    var int_ts_1 = require_int();
    var typedArrays_ts_1 = require_typedArrays();
    exports.DEFAULT_MAX_DEPTH = 100;
    exports.DEFAULT_INITIAL_BUFFER_SIZE = 2048;
    var Encoder = class _Encoder {
      static {
        __name(this, "Encoder");
      }
      extensionCodec;
      context;
      useBigInt64;
      maxDepth;
      initialBufferSize;
      sortKeys;
      forceFloat32;
      ignoreUndefined;
      forceIntegerToFloat;
      pos;
      view;
      bytes;
      entered = false;
      constructor(options) {
        this.extensionCodec = options?.extensionCodec ?? ExtensionCodec_ts_1.ExtensionCodec.defaultCodec;
        this.context = options?.context;
        this.useBigInt64 = options?.useBigInt64 ?? false;
        this.maxDepth = options?.maxDepth ?? exports.DEFAULT_MAX_DEPTH;
        this.initialBufferSize = options?.initialBufferSize ?? exports.DEFAULT_INITIAL_BUFFER_SIZE;
        this.sortKeys = options?.sortKeys ?? false;
        this.forceFloat32 = options?.forceFloat32 ?? false;
        this.ignoreUndefined = options?.ignoreUndefined ?? false;
        this.forceIntegerToFloat = options?.forceIntegerToFloat ?? false;
        this.pos = 0;
        this.view = new DataView(new ArrayBuffer(this.initialBufferSize));
        this.bytes = new Uint8Array(this.view.buffer);
      }
      clone() {
        return new _Encoder({
          extensionCodec: this.extensionCodec,
          context: this.context,
          useBigInt64: this.useBigInt64,
          maxDepth: this.maxDepth,
          initialBufferSize: this.initialBufferSize,
          sortKeys: this.sortKeys,
          forceFloat32: this.forceFloat32,
          ignoreUndefined: this.ignoreUndefined,
          forceIntegerToFloat: this.forceIntegerToFloat
        });
      }
      reinitializeState() {
        this.pos = 0;
      }
      /**
       * This is almost equivalent to {@link Encoder#encode}, but it returns an reference of the encoder's internal buffer and thus much faster than {@link Encoder#encode}.
       *
       * @returns Encodes the object and returns a shared reference the encoder's internal buffer.
       */
      encodeSharedRef(object) {
        if (this.entered) {
          const instance = this.clone();
          return instance.encodeSharedRef(object);
        }
        try {
          this.entered = true;
          this.reinitializeState();
          this.doEncode(object, 1);
          return this.bytes.subarray(0, this.pos);
        } finally {
          this.entered = false;
        }
      }
      /**
       * @returns Encodes the object and returns a copy of the encoder's internal buffer.
       */
      encode(object) {
        if (this.entered) {
          const instance = this.clone();
          return instance.encode(object);
        }
        try {
          this.entered = true;
          this.reinitializeState();
          this.doEncode(object, 1);
          return this.bytes.slice(0, this.pos);
        } finally {
          this.entered = false;
        }
      }
      doEncode(object, depth) {
        if (depth > this.maxDepth) {
          throw new Error(`Too deep objects in depth ${depth}`);
        }
        if (object == null) {
          this.encodeNil();
        } else if (typeof object === "boolean") {
          this.encodeBoolean(object);
        } else if (typeof object === "number") {
          if (!this.forceIntegerToFloat) {
            this.encodeNumber(object);
          } else {
            this.encodeNumberAsFloat(object);
          }
        } else if (typeof object === "string") {
          this.encodeString(object);
        } else if (this.useBigInt64 && typeof object === "bigint") {
          this.encodeBigInt64(object);
        } else {
          this.encodeObject(object, depth);
        }
      }
      ensureBufferSizeToWrite(sizeToWrite) {
        const requiredSize = this.pos + sizeToWrite;
        if (this.view.byteLength < requiredSize) {
          this.resizeBuffer(requiredSize * 2);
        }
      }
      resizeBuffer(newSize) {
        const newBuffer = new ArrayBuffer(newSize);
        const newBytes = new Uint8Array(newBuffer);
        const newView = new DataView(newBuffer);
        newBytes.set(this.bytes);
        this.view = newView;
        this.bytes = newBytes;
      }
      encodeNil() {
        this.writeU8(192);
      }
      encodeBoolean(object) {
        if (object === false) {
          this.writeU8(194);
        } else {
          this.writeU8(195);
        }
      }
      encodeNumber(object) {
        if (!this.forceIntegerToFloat && Number.isSafeInteger(object)) {
          if (object >= 0) {
            if (object < 128) {
              this.writeU8(object);
            } else if (object < 256) {
              this.writeU8(204);
              this.writeU8(object);
            } else if (object < 65536) {
              this.writeU8(205);
              this.writeU16(object);
            } else if (object < 4294967296) {
              this.writeU8(206);
              this.writeU32(object);
            } else if (!this.useBigInt64) {
              this.writeU8(207);
              this.writeU64(object);
            } else {
              this.encodeNumberAsFloat(object);
            }
          } else {
            if (object >= -32) {
              this.writeU8(224 | object + 32);
            } else if (object >= -128) {
              this.writeU8(208);
              this.writeI8(object);
            } else if (object >= -32768) {
              this.writeU8(209);
              this.writeI16(object);
            } else if (object >= -2147483648) {
              this.writeU8(210);
              this.writeI32(object);
            } else if (!this.useBigInt64) {
              this.writeU8(211);
              this.writeI64(object);
            } else {
              this.encodeNumberAsFloat(object);
            }
          }
        } else {
          this.encodeNumberAsFloat(object);
        }
      }
      encodeNumberAsFloat(object) {
        if (this.forceFloat32) {
          this.writeU8(202);
          this.writeF32(object);
        } else {
          this.writeU8(203);
          this.writeF64(object);
        }
      }
      encodeBigInt64(object) {
        if (object >= BigInt(0)) {
          this.writeU8(207);
          this.writeBigUint64(object);
        } else {
          this.writeU8(211);
          this.writeBigInt64(object);
        }
      }
      writeStringHeader(byteLength) {
        if (byteLength < 32) {
          this.writeU8(160 + byteLength);
        } else if (byteLength < 256) {
          this.writeU8(217);
          this.writeU8(byteLength);
        } else if (byteLength < 65536) {
          this.writeU8(218);
          this.writeU16(byteLength);
        } else if (byteLength < 4294967296) {
          this.writeU8(219);
          this.writeU32(byteLength);
        } else {
          throw new Error(`Too long string: ${byteLength} bytes in UTF-8`);
        }
      }
      encodeString(object) {
        const maxHeaderSize = 1 + 4;
        const byteLength = (0, utf8_ts_1.utf8Count)(object);
        this.ensureBufferSizeToWrite(maxHeaderSize + byteLength);
        this.writeStringHeader(byteLength);
        (0, utf8_ts_1.utf8Encode)(object, this.bytes, this.pos);
        this.pos += byteLength;
      }
      encodeObject(object, depth) {
        const ext = this.extensionCodec.tryToEncode(object, this.context);
        if (ext != null) {
          this.encodeExtension(ext);
        } else if (Array.isArray(object)) {
          this.encodeArray(object, depth);
        } else if (ArrayBuffer.isView(object)) {
          this.encodeBinary(object);
        } else if (typeof object === "object") {
          this.encodeMap(object, depth);
        } else {
          throw new Error(`Unrecognized object: ${Object.prototype.toString.apply(object)}`);
        }
      }
      encodeBinary(object) {
        const size = object.byteLength;
        if (size < 256) {
          this.writeU8(196);
          this.writeU8(size);
        } else if (size < 65536) {
          this.writeU8(197);
          this.writeU16(size);
        } else if (size < 4294967296) {
          this.writeU8(198);
          this.writeU32(size);
        } else {
          throw new Error(`Too large binary: ${size}`);
        }
        const bytes2 = (0, typedArrays_ts_1.ensureUint8Array)(object);
        this.writeU8a(bytes2);
      }
      encodeArray(object, depth) {
        const size = object.length;
        if (size < 16) {
          this.writeU8(144 + size);
        } else if (size < 65536) {
          this.writeU8(220);
          this.writeU16(size);
        } else if (size < 4294967296) {
          this.writeU8(221);
          this.writeU32(size);
        } else {
          throw new Error(`Too large array: ${size}`);
        }
        for (const item of object) {
          this.doEncode(item, depth + 1);
        }
      }
      countWithoutUndefined(object, keys) {
        let count = 0;
        for (const key of keys) {
          if (object[key] !== void 0) {
            count++;
          }
        }
        return count;
      }
      encodeMap(object, depth) {
        const keys = Object.keys(object);
        if (this.sortKeys) {
          keys.sort();
        }
        const size = this.ignoreUndefined ? this.countWithoutUndefined(object, keys) : keys.length;
        if (size < 16) {
          this.writeU8(128 + size);
        } else if (size < 65536) {
          this.writeU8(222);
          this.writeU16(size);
        } else if (size < 4294967296) {
          this.writeU8(223);
          this.writeU32(size);
        } else {
          throw new Error(`Too large map object: ${size}`);
        }
        for (const key of keys) {
          const value = object[key];
          if (!(this.ignoreUndefined && value === void 0)) {
            this.encodeString(key);
            this.doEncode(value, depth + 1);
          }
        }
      }
      encodeExtension(ext) {
        if (typeof ext.data === "function") {
          const data = ext.data(this.pos + 6);
          const size2 = data.length;
          if (size2 >= 4294967296) {
            throw new Error(`Too large extension object: ${size2}`);
          }
          this.writeU8(201);
          this.writeU32(size2);
          this.writeI8(ext.type);
          this.writeU8a(data);
          return;
        }
        const size = ext.data.length;
        if (size === 1) {
          this.writeU8(212);
        } else if (size === 2) {
          this.writeU8(213);
        } else if (size === 4) {
          this.writeU8(214);
        } else if (size === 8) {
          this.writeU8(215);
        } else if (size === 16) {
          this.writeU8(216);
        } else if (size < 256) {
          this.writeU8(199);
          this.writeU8(size);
        } else if (size < 65536) {
          this.writeU8(200);
          this.writeU16(size);
        } else if (size < 4294967296) {
          this.writeU8(201);
          this.writeU32(size);
        } else {
          throw new Error(`Too large extension object: ${size}`);
        }
        this.writeI8(ext.type);
        this.writeU8a(ext.data);
      }
      writeU8(value) {
        this.ensureBufferSizeToWrite(1);
        this.view.setUint8(this.pos, value);
        this.pos++;
      }
      writeU8a(values) {
        const size = values.length;
        this.ensureBufferSizeToWrite(size);
        this.bytes.set(values, this.pos);
        this.pos += size;
      }
      writeI8(value) {
        this.ensureBufferSizeToWrite(1);
        this.view.setInt8(this.pos, value);
        this.pos++;
      }
      writeU16(value) {
        this.ensureBufferSizeToWrite(2);
        this.view.setUint16(this.pos, value);
        this.pos += 2;
      }
      writeI16(value) {
        this.ensureBufferSizeToWrite(2);
        this.view.setInt16(this.pos, value);
        this.pos += 2;
      }
      writeU32(value) {
        this.ensureBufferSizeToWrite(4);
        this.view.setUint32(this.pos, value);
        this.pos += 4;
      }
      writeI32(value) {
        this.ensureBufferSizeToWrite(4);
        this.view.setInt32(this.pos, value);
        this.pos += 4;
      }
      writeF32(value) {
        this.ensureBufferSizeToWrite(4);
        this.view.setFloat32(this.pos, value);
        this.pos += 4;
      }
      writeF64(value) {
        this.ensureBufferSizeToWrite(8);
        this.view.setFloat64(this.pos, value);
        this.pos += 8;
      }
      writeU64(value) {
        this.ensureBufferSizeToWrite(8);
        (0, int_ts_1.setUint64)(this.view, this.pos, value);
        this.pos += 8;
      }
      writeI64(value) {
        this.ensureBufferSizeToWrite(8);
        (0, int_ts_1.setInt64)(this.view, this.pos, value);
        this.pos += 8;
      }
      writeBigUint64(value) {
        this.ensureBufferSizeToWrite(8);
        this.view.setBigUint64(this.pos, value);
        this.pos += 8;
      }
      writeBigInt64(value) {
        this.ensureBufferSizeToWrite(8);
        this.view.setBigInt64(this.pos, value);
        this.pos += 8;
      }
    };
    exports.Encoder = Encoder;
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/encode.cjs
var require_encode = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/encode.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.encode = encode2;
    var Encoder_ts_1 = require_Encoder();
    function encode2(value, options) {
      const encoder = new Encoder_ts_1.Encoder(options);
      return encoder.encodeSharedRef(value);
    }
    __name(encode2, "encode");
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/utils/prettyByte.cjs
var require_prettyByte = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/utils/prettyByte.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.prettyByte = prettyByte;
    function prettyByte(byte) {
      return `${byte < 0 ? "-" : ""}0x${Math.abs(byte).toString(16).padStart(2, "0")}`;
    }
    __name(prettyByte, "prettyByte");
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/CachedKeyDecoder.cjs
var require_CachedKeyDecoder = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/CachedKeyDecoder.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CachedKeyDecoder = void 0;
    var utf8_ts_1 = require_utf8();
    var DEFAULT_MAX_KEY_LENGTH = 16;
    var DEFAULT_MAX_LENGTH_PER_KEY = 16;
    var CachedKeyDecoder = class {
      static {
        __name(this, "CachedKeyDecoder");
      }
      hit = 0;
      miss = 0;
      caches;
      maxKeyLength;
      maxLengthPerKey;
      constructor(maxKeyLength = DEFAULT_MAX_KEY_LENGTH, maxLengthPerKey = DEFAULT_MAX_LENGTH_PER_KEY) {
        this.maxKeyLength = maxKeyLength;
        this.maxLengthPerKey = maxLengthPerKey;
        this.caches = [];
        for (let i = 0; i < this.maxKeyLength; i++) {
          this.caches.push([]);
        }
      }
      canBeCached(byteLength) {
        return byteLength > 0 && byteLength <= this.maxKeyLength;
      }
      find(bytes2, inputOffset, byteLength) {
        const records = this.caches[byteLength - 1];
        FIND_CHUNK: for (const record of records) {
          const recordBytes = record.bytes;
          for (let j = 0; j < byteLength; j++) {
            if (recordBytes[j] !== bytes2[inputOffset + j]) {
              continue FIND_CHUNK;
            }
          }
          return record.str;
        }
        return null;
      }
      store(bytes2, value) {
        const records = this.caches[bytes2.length - 1];
        const record = { bytes: bytes2, str: value };
        if (records.length >= this.maxLengthPerKey) {
          records[Math.random() * records.length | 0] = record;
        } else {
          records.push(record);
        }
      }
      decode(bytes2, inputOffset, byteLength) {
        const cachedValue = this.find(bytes2, inputOffset, byteLength);
        if (cachedValue != null) {
          this.hit++;
          return cachedValue;
        }
        this.miss++;
        const str = (0, utf8_ts_1.utf8DecodeJs)(bytes2, inputOffset, byteLength);
        const slicedCopyOfBytes = Uint8Array.prototype.slice.call(bytes2, inputOffset, inputOffset + byteLength);
        this.store(slicedCopyOfBytes, str);
        return str;
      }
    };
    exports.CachedKeyDecoder = CachedKeyDecoder;
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/Decoder.cjs
var require_Decoder = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/Decoder.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Decoder = void 0;
    var prettyByte_ts_1 = require_prettyByte();
    var ExtensionCodec_ts_1 = require_ExtensionCodec();
    var int_ts_1 = require_int();
    var utf8_ts_1 = require_utf8();
    var typedArrays_ts_1 = require_typedArrays();
    var CachedKeyDecoder_ts_1 = require_CachedKeyDecoder();
    var DecodeError_ts_1 = require_DecodeError();
    var STATE_ARRAY = "array";
    var STATE_MAP_KEY = "map_key";
    var STATE_MAP_VALUE = "map_value";
    var mapKeyConverter = /* @__PURE__ */ __name((key) => {
      if (typeof key === "string" || typeof key === "number") {
        return key;
      }
      throw new DecodeError_ts_1.DecodeError("The type of key must be string or number but " + typeof key);
    }, "mapKeyConverter");
    var StackPool = class {
      static {
        __name(this, "StackPool");
      }
      stack = [];
      stackHeadPosition = -1;
      get length() {
        return this.stackHeadPosition + 1;
      }
      top() {
        return this.stack[this.stackHeadPosition];
      }
      pushArrayState(size) {
        const state = this.getUninitializedStateFromPool();
        state.type = STATE_ARRAY;
        state.position = 0;
        state.size = size;
        state.array = new Array(size);
      }
      pushMapState(size) {
        const state = this.getUninitializedStateFromPool();
        state.type = STATE_MAP_KEY;
        state.readCount = 0;
        state.size = size;
        state.map = {};
      }
      getUninitializedStateFromPool() {
        this.stackHeadPosition++;
        if (this.stackHeadPosition === this.stack.length) {
          const partialState = {
            type: void 0,
            size: 0,
            array: void 0,
            position: 0,
            readCount: 0,
            map: void 0,
            key: null
          };
          this.stack.push(partialState);
        }
        return this.stack[this.stackHeadPosition];
      }
      release(state) {
        const topStackState = this.stack[this.stackHeadPosition];
        if (topStackState !== state) {
          throw new Error("Invalid stack state. Released state is not on top of the stack.");
        }
        if (state.type === STATE_ARRAY) {
          const partialState = state;
          partialState.size = 0;
          partialState.array = void 0;
          partialState.position = 0;
          partialState.type = void 0;
        }
        if (state.type === STATE_MAP_KEY || state.type === STATE_MAP_VALUE) {
          const partialState = state;
          partialState.size = 0;
          partialState.map = void 0;
          partialState.readCount = 0;
          partialState.type = void 0;
        }
        this.stackHeadPosition--;
      }
      reset() {
        this.stack.length = 0;
        this.stackHeadPosition = -1;
      }
    };
    var HEAD_BYTE_REQUIRED = -1;
    var EMPTY_VIEW = new DataView(new ArrayBuffer(0));
    var EMPTY_BYTES = new Uint8Array(EMPTY_VIEW.buffer);
    try {
      EMPTY_VIEW.getInt8(0);
    } catch (e) {
      if (!(e instanceof RangeError)) {
        throw new Error("This module is not supported in the current JavaScript engine because DataView does not throw RangeError on out-of-bounds access");
      }
    }
    var MORE_DATA = new RangeError("Insufficient data");
    var sharedCachedKeyDecoder = new CachedKeyDecoder_ts_1.CachedKeyDecoder();
    var Decoder = class _Decoder {
      static {
        __name(this, "Decoder");
      }
      extensionCodec;
      context;
      useBigInt64;
      rawStrings;
      maxStrLength;
      maxBinLength;
      maxArrayLength;
      maxMapLength;
      maxExtLength;
      keyDecoder;
      mapKeyConverter;
      totalPos = 0;
      pos = 0;
      view = EMPTY_VIEW;
      bytes = EMPTY_BYTES;
      headByte = HEAD_BYTE_REQUIRED;
      stack = new StackPool();
      entered = false;
      constructor(options) {
        this.extensionCodec = options?.extensionCodec ?? ExtensionCodec_ts_1.ExtensionCodec.defaultCodec;
        this.context = options?.context;
        this.useBigInt64 = options?.useBigInt64 ?? false;
        this.rawStrings = options?.rawStrings ?? false;
        this.maxStrLength = options?.maxStrLength ?? int_ts_1.UINT32_MAX;
        this.maxBinLength = options?.maxBinLength ?? int_ts_1.UINT32_MAX;
        this.maxArrayLength = options?.maxArrayLength ?? int_ts_1.UINT32_MAX;
        this.maxMapLength = options?.maxMapLength ?? int_ts_1.UINT32_MAX;
        this.maxExtLength = options?.maxExtLength ?? int_ts_1.UINT32_MAX;
        this.keyDecoder = options?.keyDecoder !== void 0 ? options.keyDecoder : sharedCachedKeyDecoder;
        this.mapKeyConverter = options?.mapKeyConverter ?? mapKeyConverter;
      }
      clone() {
        return new _Decoder({
          extensionCodec: this.extensionCodec,
          context: this.context,
          useBigInt64: this.useBigInt64,
          rawStrings: this.rawStrings,
          maxStrLength: this.maxStrLength,
          maxBinLength: this.maxBinLength,
          maxArrayLength: this.maxArrayLength,
          maxMapLength: this.maxMapLength,
          maxExtLength: this.maxExtLength,
          keyDecoder: this.keyDecoder
        });
      }
      reinitializeState() {
        this.totalPos = 0;
        this.headByte = HEAD_BYTE_REQUIRED;
        this.stack.reset();
      }
      setBuffer(buffer) {
        const bytes2 = (0, typedArrays_ts_1.ensureUint8Array)(buffer);
        this.bytes = bytes2;
        this.view = new DataView(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength);
        this.pos = 0;
      }
      appendBuffer(buffer) {
        if (this.headByte === HEAD_BYTE_REQUIRED && !this.hasRemaining(1)) {
          this.setBuffer(buffer);
        } else {
          const remainingData = this.bytes.subarray(this.pos);
          const newData = (0, typedArrays_ts_1.ensureUint8Array)(buffer);
          const newBuffer = new Uint8Array(remainingData.length + newData.length);
          newBuffer.set(remainingData);
          newBuffer.set(newData, remainingData.length);
          this.setBuffer(newBuffer);
        }
      }
      hasRemaining(size) {
        return this.view.byteLength - this.pos >= size;
      }
      createExtraByteError(posToShow) {
        const { view, pos } = this;
        return new RangeError(`Extra ${view.byteLength - pos} of ${view.byteLength} byte(s) found at buffer[${posToShow}]`);
      }
      /**
       * @throws {@link DecodeError}
       * @throws {@link RangeError}
       */
      decode(buffer) {
        if (this.entered) {
          const instance = this.clone();
          return instance.decode(buffer);
        }
        try {
          this.entered = true;
          this.reinitializeState();
          this.setBuffer(buffer);
          const object = this.doDecodeSync();
          if (this.hasRemaining(1)) {
            throw this.createExtraByteError(this.pos);
          }
          return object;
        } finally {
          this.entered = false;
        }
      }
      *decodeMulti(buffer) {
        if (this.entered) {
          const instance = this.clone();
          yield* instance.decodeMulti(buffer);
          return;
        }
        try {
          this.entered = true;
          this.reinitializeState();
          this.setBuffer(buffer);
          while (this.hasRemaining(1)) {
            yield this.doDecodeSync();
          }
        } finally {
          this.entered = false;
        }
      }
      async decodeAsync(stream) {
        if (this.entered) {
          const instance = this.clone();
          return instance.decodeAsync(stream);
        }
        try {
          this.entered = true;
          let decoded = false;
          let object;
          for await (const buffer of stream) {
            if (decoded) {
              this.entered = false;
              throw this.createExtraByteError(this.totalPos);
            }
            this.appendBuffer(buffer);
            try {
              object = this.doDecodeSync();
              decoded = true;
            } catch (e) {
              if (!(e instanceof RangeError)) {
                throw e;
              }
            }
            this.totalPos += this.pos;
          }
          if (decoded) {
            if (this.hasRemaining(1)) {
              throw this.createExtraByteError(this.totalPos);
            }
            return object;
          }
          const { headByte, pos, totalPos } = this;
          throw new RangeError(`Insufficient data in parsing ${(0, prettyByte_ts_1.prettyByte)(headByte)} at ${totalPos} (${pos} in the current buffer)`);
        } finally {
          this.entered = false;
        }
      }
      decodeArrayStream(stream) {
        return this.decodeMultiAsync(stream, true);
      }
      decodeStream(stream) {
        return this.decodeMultiAsync(stream, false);
      }
      async *decodeMultiAsync(stream, isArray) {
        if (this.entered) {
          const instance = this.clone();
          yield* instance.decodeMultiAsync(stream, isArray);
          return;
        }
        try {
          this.entered = true;
          let isArrayHeaderRequired = isArray;
          let arrayItemsLeft = -1;
          for await (const buffer of stream) {
            if (isArray && arrayItemsLeft === 0) {
              throw this.createExtraByteError(this.totalPos);
            }
            this.appendBuffer(buffer);
            if (isArrayHeaderRequired) {
              arrayItemsLeft = this.readArraySize();
              isArrayHeaderRequired = false;
              this.complete();
            }
            try {
              while (true) {
                yield this.doDecodeSync();
                if (--arrayItemsLeft === 0) {
                  break;
                }
              }
            } catch (e) {
              if (!(e instanceof RangeError)) {
                throw e;
              }
            }
            this.totalPos += this.pos;
          }
        } finally {
          this.entered = false;
        }
      }
      doDecodeSync() {
        DECODE: while (true) {
          const headByte = this.readHeadByte();
          let object;
          if (headByte >= 224) {
            object = headByte - 256;
          } else if (headByte < 192) {
            if (headByte < 128) {
              object = headByte;
            } else if (headByte < 144) {
              const size = headByte - 128;
              if (size !== 0) {
                this.pushMapState(size);
                this.complete();
                continue DECODE;
              } else {
                object = {};
              }
            } else if (headByte < 160) {
              const size = headByte - 144;
              if (size !== 0) {
                this.pushArrayState(size);
                this.complete();
                continue DECODE;
              } else {
                object = [];
              }
            } else {
              const byteLength = headByte - 160;
              object = this.decodeString(byteLength, 0);
            }
          } else if (headByte === 192) {
            object = null;
          } else if (headByte === 194) {
            object = false;
          } else if (headByte === 195) {
            object = true;
          } else if (headByte === 202) {
            object = this.readF32();
          } else if (headByte === 203) {
            object = this.readF64();
          } else if (headByte === 204) {
            object = this.readU8();
          } else if (headByte === 205) {
            object = this.readU16();
          } else if (headByte === 206) {
            object = this.readU32();
          } else if (headByte === 207) {
            if (this.useBigInt64) {
              object = this.readU64AsBigInt();
            } else {
              object = this.readU64();
            }
          } else if (headByte === 208) {
            object = this.readI8();
          } else if (headByte === 209) {
            object = this.readI16();
          } else if (headByte === 210) {
            object = this.readI32();
          } else if (headByte === 211) {
            if (this.useBigInt64) {
              object = this.readI64AsBigInt();
            } else {
              object = this.readI64();
            }
          } else if (headByte === 217) {
            const byteLength = this.lookU8();
            object = this.decodeString(byteLength, 1);
          } else if (headByte === 218) {
            const byteLength = this.lookU16();
            object = this.decodeString(byteLength, 2);
          } else if (headByte === 219) {
            const byteLength = this.lookU32();
            object = this.decodeString(byteLength, 4);
          } else if (headByte === 220) {
            const size = this.readU16();
            if (size !== 0) {
              this.pushArrayState(size);
              this.complete();
              continue DECODE;
            } else {
              object = [];
            }
          } else if (headByte === 221) {
            const size = this.readU32();
            if (size !== 0) {
              this.pushArrayState(size);
              this.complete();
              continue DECODE;
            } else {
              object = [];
            }
          } else if (headByte === 222) {
            const size = this.readU16();
            if (size !== 0) {
              this.pushMapState(size);
              this.complete();
              continue DECODE;
            } else {
              object = {};
            }
          } else if (headByte === 223) {
            const size = this.readU32();
            if (size !== 0) {
              this.pushMapState(size);
              this.complete();
              continue DECODE;
            } else {
              object = {};
            }
          } else if (headByte === 196) {
            const size = this.lookU8();
            object = this.decodeBinary(size, 1);
          } else if (headByte === 197) {
            const size = this.lookU16();
            object = this.decodeBinary(size, 2);
          } else if (headByte === 198) {
            const size = this.lookU32();
            object = this.decodeBinary(size, 4);
          } else if (headByte === 212) {
            object = this.decodeExtension(1, 0);
          } else if (headByte === 213) {
            object = this.decodeExtension(2, 0);
          } else if (headByte === 214) {
            object = this.decodeExtension(4, 0);
          } else if (headByte === 215) {
            object = this.decodeExtension(8, 0);
          } else if (headByte === 216) {
            object = this.decodeExtension(16, 0);
          } else if (headByte === 199) {
            const size = this.lookU8();
            object = this.decodeExtension(size, 1);
          } else if (headByte === 200) {
            const size = this.lookU16();
            object = this.decodeExtension(size, 2);
          } else if (headByte === 201) {
            const size = this.lookU32();
            object = this.decodeExtension(size, 4);
          } else {
            throw new DecodeError_ts_1.DecodeError(`Unrecognized type byte: ${(0, prettyByte_ts_1.prettyByte)(headByte)}`);
          }
          this.complete();
          const stack = this.stack;
          while (stack.length > 0) {
            const state = stack.top();
            if (state.type === STATE_ARRAY) {
              state.array[state.position] = object;
              state.position++;
              if (state.position === state.size) {
                object = state.array;
                stack.release(state);
              } else {
                continue DECODE;
              }
            } else if (state.type === STATE_MAP_KEY) {
              if (object === "__proto__") {
                throw new DecodeError_ts_1.DecodeError("The key __proto__ is not allowed");
              }
              state.key = this.mapKeyConverter(object);
              state.type = STATE_MAP_VALUE;
              continue DECODE;
            } else {
              state.map[state.key] = object;
              state.readCount++;
              if (state.readCount === state.size) {
                object = state.map;
                stack.release(state);
              } else {
                state.key = null;
                state.type = STATE_MAP_KEY;
                continue DECODE;
              }
            }
          }
          return object;
        }
      }
      readHeadByte() {
        if (this.headByte === HEAD_BYTE_REQUIRED) {
          this.headByte = this.readU8();
        }
        return this.headByte;
      }
      complete() {
        this.headByte = HEAD_BYTE_REQUIRED;
      }
      readArraySize() {
        const headByte = this.readHeadByte();
        switch (headByte) {
          case 220:
            return this.readU16();
          case 221:
            return this.readU32();
          default: {
            if (headByte < 160) {
              return headByte - 144;
            } else {
              throw new DecodeError_ts_1.DecodeError(`Unrecognized array type byte: ${(0, prettyByte_ts_1.prettyByte)(headByte)}`);
            }
          }
        }
      }
      pushMapState(size) {
        if (size > this.maxMapLength) {
          throw new DecodeError_ts_1.DecodeError(`Max length exceeded: map length (${size}) > maxMapLengthLength (${this.maxMapLength})`);
        }
        this.stack.pushMapState(size);
      }
      pushArrayState(size) {
        if (size > this.maxArrayLength) {
          throw new DecodeError_ts_1.DecodeError(`Max length exceeded: array length (${size}) > maxArrayLength (${this.maxArrayLength})`);
        }
        this.stack.pushArrayState(size);
      }
      decodeString(byteLength, headerOffset) {
        if (!this.rawStrings || this.stateIsMapKey()) {
          return this.decodeUtf8String(byteLength, headerOffset);
        }
        return this.decodeBinary(byteLength, headerOffset);
      }
      /**
       * @throws {@link RangeError}
       */
      decodeUtf8String(byteLength, headerOffset) {
        if (byteLength > this.maxStrLength) {
          throw new DecodeError_ts_1.DecodeError(`Max length exceeded: UTF-8 byte length (${byteLength}) > maxStrLength (${this.maxStrLength})`);
        }
        if (this.bytes.byteLength < this.pos + headerOffset + byteLength) {
          throw MORE_DATA;
        }
        const offset = this.pos + headerOffset;
        let object;
        if (this.stateIsMapKey() && this.keyDecoder?.canBeCached(byteLength)) {
          object = this.keyDecoder.decode(this.bytes, offset, byteLength);
        } else {
          object = (0, utf8_ts_1.utf8Decode)(this.bytes, offset, byteLength);
        }
        this.pos += headerOffset + byteLength;
        return object;
      }
      stateIsMapKey() {
        if (this.stack.length > 0) {
          const state = this.stack.top();
          return state.type === STATE_MAP_KEY;
        }
        return false;
      }
      /**
       * @throws {@link RangeError}
       */
      decodeBinary(byteLength, headOffset) {
        if (byteLength > this.maxBinLength) {
          throw new DecodeError_ts_1.DecodeError(`Max length exceeded: bin length (${byteLength}) > maxBinLength (${this.maxBinLength})`);
        }
        if (!this.hasRemaining(byteLength + headOffset)) {
          throw MORE_DATA;
        }
        const offset = this.pos + headOffset;
        const object = this.bytes.subarray(offset, offset + byteLength);
        this.pos += headOffset + byteLength;
        return object;
      }
      decodeExtension(size, headOffset) {
        if (size > this.maxExtLength) {
          throw new DecodeError_ts_1.DecodeError(`Max length exceeded: ext length (${size}) > maxExtLength (${this.maxExtLength})`);
        }
        const extType = this.view.getInt8(this.pos + headOffset);
        const data = this.decodeBinary(
          size,
          headOffset + 1
          /* extType */
        );
        return this.extensionCodec.decode(data, extType, this.context);
      }
      lookU8() {
        return this.view.getUint8(this.pos);
      }
      lookU16() {
        return this.view.getUint16(this.pos);
      }
      lookU32() {
        return this.view.getUint32(this.pos);
      }
      readU8() {
        const value = this.view.getUint8(this.pos);
        this.pos++;
        return value;
      }
      readI8() {
        const value = this.view.getInt8(this.pos);
        this.pos++;
        return value;
      }
      readU16() {
        const value = this.view.getUint16(this.pos);
        this.pos += 2;
        return value;
      }
      readI16() {
        const value = this.view.getInt16(this.pos);
        this.pos += 2;
        return value;
      }
      readU32() {
        const value = this.view.getUint32(this.pos);
        this.pos += 4;
        return value;
      }
      readI32() {
        const value = this.view.getInt32(this.pos);
        this.pos += 4;
        return value;
      }
      readU64() {
        const value = (0, int_ts_1.getUint64)(this.view, this.pos);
        this.pos += 8;
        return value;
      }
      readI64() {
        const value = (0, int_ts_1.getInt64)(this.view, this.pos);
        this.pos += 8;
        return value;
      }
      readU64AsBigInt() {
        const value = this.view.getBigUint64(this.pos);
        this.pos += 8;
        return value;
      }
      readI64AsBigInt() {
        const value = this.view.getBigInt64(this.pos);
        this.pos += 8;
        return value;
      }
      readF32() {
        const value = this.view.getFloat32(this.pos);
        this.pos += 4;
        return value;
      }
      readF64() {
        const value = this.view.getFloat64(this.pos);
        this.pos += 8;
        return value;
      }
    };
    exports.Decoder = Decoder;
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/decode.cjs
var require_decode = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/decode.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.decode = decode2;
    exports.decodeMulti = decodeMulti;
    var Decoder_ts_1 = require_Decoder();
    function decode2(buffer, options) {
      const decoder = new Decoder_ts_1.Decoder(options);
      return decoder.decode(buffer);
    }
    __name(decode2, "decode");
    function decodeMulti(buffer, options) {
      const decoder = new Decoder_ts_1.Decoder(options);
      return decoder.decodeMulti(buffer);
    }
    __name(decodeMulti, "decodeMulti");
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/utils/stream.cjs
var require_stream = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/utils/stream.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.isAsyncIterable = isAsyncIterable;
    exports.asyncIterableFromStream = asyncIterableFromStream;
    exports.ensureAsyncIterable = ensureAsyncIterable;
    function isAsyncIterable(object) {
      return object[Symbol.asyncIterator] != null;
    }
    __name(isAsyncIterable, "isAsyncIterable");
    async function* asyncIterableFromStream(stream) {
      const reader = stream.getReader();
      try {
        while (true) {
          const { done, value } = await reader.read();
          if (done) {
            return;
          }
          yield value;
        }
      } finally {
        reader.releaseLock();
      }
    }
    __name(asyncIterableFromStream, "asyncIterableFromStream");
    function ensureAsyncIterable(streamLike) {
      if (isAsyncIterable(streamLike)) {
        return streamLike;
      } else {
        return asyncIterableFromStream(streamLike);
      }
    }
    __name(ensureAsyncIterable, "ensureAsyncIterable");
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/decodeAsync.cjs
var require_decodeAsync = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/decodeAsync.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.decodeAsync = decodeAsync;
    exports.decodeArrayStream = decodeArrayStream;
    exports.decodeMultiStream = decodeMultiStream;
    var Decoder_ts_1 = require_Decoder();
    var stream_ts_1 = require_stream();
    async function decodeAsync(streamLike, options) {
      const stream = (0, stream_ts_1.ensureAsyncIterable)(streamLike);
      const decoder = new Decoder_ts_1.Decoder(options);
      return decoder.decodeAsync(stream);
    }
    __name(decodeAsync, "decodeAsync");
    function decodeArrayStream(streamLike, options) {
      const stream = (0, stream_ts_1.ensureAsyncIterable)(streamLike);
      const decoder = new Decoder_ts_1.Decoder(options);
      return decoder.decodeArrayStream(stream);
    }
    __name(decodeArrayStream, "decodeArrayStream");
    function decodeMultiStream(streamLike, options) {
      const stream = (0, stream_ts_1.ensureAsyncIterable)(streamLike);
      const decoder = new Decoder_ts_1.Decoder(options);
      return decoder.decodeStream(stream);
    }
    __name(decodeMultiStream, "decodeMultiStream");
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/index.cjs
var require_dist = __commonJS({
  "node_modules/@msgpack/msgpack/dist.cjs/index.cjs"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.decodeTimestampExtension = exports.encodeTimestampExtension = exports.decodeTimestampToTimeSpec = exports.encodeTimeSpecToTimestamp = exports.encodeDateToTimeSpec = exports.EXT_TIMESTAMP = exports.ExtData = exports.ExtensionCodec = exports.Encoder = exports.DecodeError = exports.Decoder = exports.decodeMultiStream = exports.decodeArrayStream = exports.decodeAsync = exports.decodeMulti = exports.decode = exports.encode = void 0;
    var encode_ts_1 = require_encode();
    Object.defineProperty(exports, "encode", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return encode_ts_1.encode;
    }, "get") });
    var decode_ts_1 = require_decode();
    Object.defineProperty(exports, "decode", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return decode_ts_1.decode;
    }, "get") });
    Object.defineProperty(exports, "decodeMulti", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return decode_ts_1.decodeMulti;
    }, "get") });
    var decodeAsync_ts_1 = require_decodeAsync();
    Object.defineProperty(exports, "decodeAsync", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return decodeAsync_ts_1.decodeAsync;
    }, "get") });
    Object.defineProperty(exports, "decodeArrayStream", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return decodeAsync_ts_1.decodeArrayStream;
    }, "get") });
    Object.defineProperty(exports, "decodeMultiStream", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return decodeAsync_ts_1.decodeMultiStream;
    }, "get") });
    var Decoder_ts_1 = require_Decoder();
    Object.defineProperty(exports, "Decoder", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return Decoder_ts_1.Decoder;
    }, "get") });
    var DecodeError_ts_1 = require_DecodeError();
    Object.defineProperty(exports, "DecodeError", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return DecodeError_ts_1.DecodeError;
    }, "get") });
    var Encoder_ts_1 = require_Encoder();
    Object.defineProperty(exports, "Encoder", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return Encoder_ts_1.Encoder;
    }, "get") });
    var ExtensionCodec_ts_1 = require_ExtensionCodec();
    Object.defineProperty(exports, "ExtensionCodec", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return ExtensionCodec_ts_1.ExtensionCodec;
    }, "get") });
    var ExtData_ts_1 = require_ExtData();
    Object.defineProperty(exports, "ExtData", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return ExtData_ts_1.ExtData;
    }, "get") });
    var timestamp_ts_1 = require_timestamp();
    Object.defineProperty(exports, "EXT_TIMESTAMP", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return timestamp_ts_1.EXT_TIMESTAMP;
    }, "get") });
    Object.defineProperty(exports, "encodeDateToTimeSpec", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return timestamp_ts_1.encodeDateToTimeSpec;
    }, "get") });
    Object.defineProperty(exports, "encodeTimeSpecToTimestamp", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return timestamp_ts_1.encodeTimeSpecToTimestamp;
    }, "get") });
    Object.defineProperty(exports, "decodeTimestampToTimeSpec", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return timestamp_ts_1.decodeTimestampToTimeSpec;
    }, "get") });
    Object.defineProperty(exports, "encodeTimestampExtension", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return timestamp_ts_1.encodeTimestampExtension;
    }, "get") });
    Object.defineProperty(exports, "decodeTimestampExtension", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return timestamp_ts_1.decodeTimestampExtension;
    }, "get") });
  }
});

// src/formats/codec/within.ts
function within(step, inner) {
  try {
    return inner();
  } catch (cause) {
    throw placed(step, cause);
  }
}
__name(within, "within");
function placed(step, cause) {
  if (!(cause instanceof Unfit)) return cause;
  return new Unfit(`${renderStep(step)}${joint(cause.message)}${cause.message}`, cause.hint);
}
__name(placed, "placed");
function renderStep(step) {
  if (typeof step === "number") return `[${step}]`;
  return /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}
__name(renderStep, "renderStep");
function joint(message) {
  return /^(?:\.[A-Za-z_]|\[)/.test(message) ? "" : ": ";
}
__name(joint, "joint");

// src/formats/avro/decimal.ts
var DIGITS_OF_DOUBLE = 15;
function showDecimal(bytes2, { scale }) {
  const text2 = renderDecimal(parseTwosComplement(bytes2), scale);
  return text2.replace(/[-.]/g, "").replace(/^0+/, "").length <= DIGITS_OF_DOUBLE ? Number(text2) : text2;
}
__name(showDecimal, "showDecimal");
function encodeDecimal(value, { precision, scale }) {
  const unscaled = parseDecimal(value, scale);
  if (unscaled.toString().replace("-", "").length > precision)
    throw new Unfit(`${String(value)} has more than ${precision} digits`);
  return renderTwosComplement(unscaled);
}
__name(encodeDecimal, "encodeDecimal");
function padTwosComplement(bytes2, sizeBytes) {
  if (bytes2.length > sizeBytes)
    throw new Unfit(`the number takes ${bytes2.length} bytes, where ${sizeBytes} are`);
  const padded = new Uint8Array(sizeBytes).fill(isNegative(bytes2) ? 255 : 0);
  padded.set(bytes2, sizeBytes - bytes2.length);
  return padded;
}
__name(padTwosComplement, "padTwosComplement");
function renderDecimal(unscaled, scale) {
  if (scale === 0) return unscaled.toString();
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  return `${unscaled < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
__name(renderDecimal, "renderDecimal");
var DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
function parseDecimal(value, scale) {
  const isDecimal = typeof value === "number" || typeof value === "bigint" || typeof value === "string";
  const [, sign, whole, fraction = "", exponent = "0"] = isDecimal && DECIMAL.exec(String(value)) || [];
  if (whole === void 0) throw new Unfit(`expected a decimal number, got ${showKind(value)}`);
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const shift = scale + Number(exponent) - fraction.length;
  if (shift >= 0) return digits * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  if (digits % divisor === 0n) return digits / divisor;
  throw new Unfit(`${String(value)} has more than ${scale} digits after the point`);
}
__name(parseDecimal, "parseDecimal");
function parseTwosComplement(bytes2) {
  if (bytes2.length === 0) return 0n;
  return BigInt.asIntN(bytes2.length * 8, BigInt(`0x${Buffer.from(bytes2).toString("hex")}`));
}
__name(parseTwosComplement, "parseTwosComplement");
function renderTwosComplement(value) {
  let sizeBytes = 1;
  while (BigInt.asIntN(sizeBytes * 8, value) !== value) sizeBytes++;
  const hex = BigInt.asUintN(sizeBytes * 8, value).toString(16);
  return Buffer.from(hex.padStart(sizeBytes * 2, "0"), "hex");
}
__name(renderTwosComplement, "renderTwosComplement");
function isNegative(bytes2) {
  return ((bytes2[0] ?? 0) & 128) !== 0;
}
__name(isNegative, "isNegative");

// src/formats/avro/iso-time.ts
var PER_SECOND = {
  millis: 1000n,
  micros: 1000000n,
  nanos: 1000000000n
};
var SECONDS_A_DAY = 86400n;
var MOST_SECONDS = 8640000000000n;
var MOST_FAST_MS = 8000000000000000n;
function renderInstant(count, unit) {
  const perSecond = PER_SECOND[unit];
  if (unit === "millis" && count < MOST_FAST_MS && count > -MOST_FAST_MS)
    return new Date(Number(count)).toISOString();
  const fraction = (count % perSecond + perSecond) % perSecond;
  const seconds = (count - fraction) / perSecond;
  if (seconds > MOST_SECONDS || seconds < -MOST_SECONDS) return void 0;
  const toSecond = new Date(Number(seconds) * 1e3).toISOString().slice(0, -".000Z".length);
  return `${toSecond}.${renderFraction(fraction, perSecond)}Z`;
}
__name(renderInstant, "renderInstant");
var INSTANT = /^([+-]?\d{4,6}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9})\d*)?)?)?(Z|[+-]\d\d:\d\d)?$/;
function parseInstant(text2, unit) {
  const [, date2, minutes = "00:00", seconds = "00", fraction = "", zone = "Z"] = INSTANT.exec(text2) ?? [];
  const ms = date2 === void 0 ? Number.NaN : Date.parse(`${date2}T${minutes}:${seconds}${zone}`);
  if (Number.isNaN(ms)) return void 0;
  return BigInt(ms / 1e3) * PER_SECOND[unit] + parseFraction(fraction, PER_SECOND[unit]);
}
__name(parseInstant, "parseInstant");
function renderTimeOfDay(count, unit) {
  const isInDay = count >= 0n && count < SECONDS_A_DAY * PER_SECOND[unit];
  return isInDay ? renderInstant(count, unit)?.slice("1970-01-01T".length, -"Z".length) : void 0;
}
__name(renderTimeOfDay, "renderTimeOfDay");
function parseTimeOfDay(text2, unit) {
  return /^\d\d:/.test(text2) && !/Z|[+-]/.test(text2) ? parseInstant(`1970-01-01T${text2}`, unit) : void 0;
}
__name(parseTimeOfDay, "parseTimeOfDay");
function renderDate(days) {
  return renderInstant(BigInt(days) * SECONDS_A_DAY * PER_SECOND.millis, "millis")?.replace(/T.*/, "");
}
__name(renderDate, "renderDate");
function parseDate(text2) {
  const ms = text2.includes(":") ? void 0 : parseInstant(text2, "millis");
  return ms === void 0 ? void 0 : Number(ms / PER_SECOND.millis / SECONDS_A_DAY);
}
__name(parseDate, "parseDate");
function renderFraction(fraction, perSecond) {
  return fraction.toString().padStart(perSecond.toString().length - 1, "0");
}
__name(renderFraction, "renderFraction");
function parseFraction(digits, perSecond) {
  const places = perSecond.toString().length - 1;
  return BigInt(digits.slice(0, places).padEnd(places, "0"));
}
__name(parseFraction, "parseFraction");

// src/formats/avro/logical.ts
function showLogical(raw, logical) {
  if (typeof raw === "object") return showBytes(raw, logical);
  switch (logical.name) {
    case "date":
      return renderDate(Number(raw)) ?? raw;
    case "time":
      return renderTimeOfDay(BigInt(raw), logical.unit) ?? raw;
    case "timestamp":
      return renderInstant(BigInt(raw), logical.unit) ?? raw;
    case "local-timestamp":
      return renderInstant(BigInt(raw), logical.unit)?.replace("Z", "") ?? raw;
    default:
      return raw;
  }
}
__name(showLogical, "showLogical");
function countOfLogical(value, logical) {
  if (typeof value !== "string") return void 0;
  const count = parseLogicalText(value, logical);
  if (count !== void 0) return count;
  throw new Unfit(
    `expected ${logical.name === "uuid" ? "a number" : EXAMPLES[logical.name]}, got ${showValue(value)}`
  );
}
__name(countOfLogical, "countOfLogical");
function bytesOfLogical(value, logical, sizeBytes) {
  if (logical.name === "decimal") {
    const bytes2 = encodeDecimal(value, logical);
    return sizeBytes === void 0 ? bytes2 : padTwosComplement(bytes2, sizeBytes);
  }
  if (logical.name === "duration") return encodeDuration(value);
  if (typeof value === "string" && UUID.test(value)) return Buffer.from(value.replaceAll("-", ""), "hex");
  throw new Unfit(`expected a UUID, got ${showKind(value)}`);
}
__name(bytesOfLogical, "bytesOfLogical");
var EXAMPLES = {
  date: 'a date like "2022-05-08"',
  time: 'a time of day like "12:29:59.698"',
  timestamp: 'a time like "2022-05-08T12:29:59.698Z"',
  "local-timestamp": 'a time like "2022-05-08T12:29:59.698"'
};
var UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
function parseLogicalText(text2, logical) {
  switch (logical.name) {
    case "date": {
      const days = parseDate(text2);
      return days === void 0 ? void 0 : BigInt(days);
    }
    case "time":
      return parseTimeOfDay(text2, logical.unit);
    case "timestamp":
    case "local-timestamp":
      return parseInstant(text2, logical.unit);
    default:
      return void 0;
  }
}
__name(parseLogicalText, "parseLogicalText");
function showBytes(bytes2, logical) {
  if (logical.name === "decimal") return showDecimal(bytes2, logical);
  if (logical.name === "duration") return showDuration(bytes2);
  if (logical.name !== "uuid") return renderBase64(bytes2);
  return Buffer.from(bytes2).toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
__name(showBytes, "showBytes");
var DURATION_PARTS = ["months", "days", "milliseconds"];
function showDuration(bytes2) {
  const view = new DataView(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength);
  return Object.fromEntries(DURATION_PARTS.map((part, index) => [part, view.getUint32(4 * index, true)]));
}
__name(showDuration, "showDuration");
function encodeDuration(value) {
  const bytes2 = Buffer.alloc(4 * DURATION_PARTS.length);
  if (!isJsonObject(value))
    throw new Unfit(`expected { months, days, milliseconds }, got ${showKind(value)}`);
  for (const [index, part] of DURATION_PARTS.entries()) {
    const amount = value[part] ?? 0;
    const fits = typeof amount === "number" && amount === amount >>> 0;
    if (!fits)
      throw new Unfit(`${part}: expected a whole number from 0 to 4294967295, got ${showKind(amount)}`);
    bytes2.writeUInt32LE(amount, 4 * index);
  }
  return bytes2;
}
__name(encodeDuration, "encodeDuration");

// src/formats/avro/defaults.ts
function defaultOf(type, written) {
  switch (type.kind) {
    case "bytes":
    case "fixed":
      return showRaw(Buffer.from(String(written), "latin1"), type.logical);
    case "int":
    case "long":
      if (typeof written !== "number" && typeof written !== "bigint") return written;
      return type.logical ? showLogical(written, type.logical) : written;
    case "array":
      return Array.isArray(written) ? written.map((item) => defaultOf(type.items, item)) : written;
    case "map":
      if (!isJsonObject(written)) return written;
      return Object.fromEntries(
        Object.entries(written).map(([key, one]) => [key, defaultOf(type.values, one)])
      );
    case "union":
      return defaultOf(branchOf(type.branches, written), written);
    case "record":
      return defaultOfRecord(type, written);
    default:
      return written;
  }
}
__name(defaultOf, "defaultOf");
function showRaw(bytes2, logical) {
  return logical ? showLogical(bytes2, logical) : renderBase64(bytes2);
}
__name(showRaw, "showRaw");
function defaultOfRecord(record, written) {
  if (!isJsonObject(written)) return written;
  return Object.fromEntries(
    record.fields.map((field) => {
      const given = written[field.name] ?? field.default;
      if (given === void 0)
        throw new Unfit(`the default of record "${record.name}" has no "${field.name}"`);
      return [field.name, defaultOf(field.type, given)];
    })
  );
}
__name(defaultOfRecord, "defaultOfRecord");
function branchOf(branches, written) {
  const isNull = written === null;
  const branch = branches.find(({ kind }) => kind === "null" === isNull) ?? branches[0];
  if (!branch) throw new Unfit("a default for a union without branches");
  return branch;
}
__name(branchOf, "branchOf");

// src/formats/avro/read.ts
function compileAvroReader(writer, reader = writer) {
  const read = new Resolver().resolve(writer, reader);
  return (bytes2) => {
    const cursor = new Cursor(bytes2);
    const value = read(cursor);
    if (cursor.left > 0) throw new Unfit(`${cursor.left} bytes too many after the value`);
    return value;
  };
}
__name(compileAvroReader, "compileAvroReader");
var MOST_EMPTY_ELEMENTS = 1e6;
var TEXT = /* @__PURE__ */ __name((cursor) => decodeUtf8(cursor.bytes()), "TEXT");
var PRIMITIVE_READS = {
  null: /* @__PURE__ */ __name(() => null, "null"),
  boolean: /* @__PURE__ */ __name((cursor) => cursor.boolean(), "boolean"),
  int: /* @__PURE__ */ __name((cursor) => cursor.int(), "int"),
  long: /* @__PURE__ */ __name((cursor) => cursor.long(), "long"),
  float: /* @__PURE__ */ __name((cursor) => showSingle(cursor.float()), "float"),
  double: /* @__PURE__ */ __name((cursor) => showReal(cursor.double()), "double"),
  string: TEXT,
  bytes: /* @__PURE__ */ __name((cursor) => renderBase64(cursor.bytes()), "bytes")
};
var PROMOTIONS = {
  int: ["long", "float", "double"],
  long: ["float", "double"],
  float: ["double"],
  string: ["bytes"],
  bytes: ["string"]
};
var Resolver = class {
  static {
    __name(this, "Resolver");
  }
  /** Pairs of records, so that types that contain themselves end. */
  #records = /* @__PURE__ */ new Map();
  resolve(writer, reader) {
    if (writer.kind === "union") return this.#writtenUnion(writer.branches, reader);
    if (reader.kind === "union") return this.resolve(writer, this.#branchFor(writer, reader.branches));
    if (writer.kind === "record" && reader.kind === "record") return this.#record(writer, reader);
    if (writer.kind === "array" && reader.kind === "array") return this.#array(writer.items, reader.items);
    if (writer.kind === "map" && reader.kind === "map") return this.#map(writer.values, reader.values);
    if (writer.kind === "enum" && reader.kind === "enum") return readSymbol(writer, reader);
    if (writer.kind === "fixed" && reader.kind === "fixed" && writer.sizeBytes === reader.sizeBytes) {
      const { sizeBytes } = writer;
      return shown(reader.logical, (cursor) => cursor.fixed(sizeBytes));
    }
    return readPrimitive(writer, reader) ?? mismatch(writer, reader);
  }
  /** Each branch by itself: one that the reader does not know only fails once it is met. */
  #writtenUnion(branches, reader) {
    const reads = branches.map((branch) => {
      try {
        return this.resolve(branch, reader);
      } catch (cause) {
        if (!(cause instanceof Unfit)) throw cause;
        return () => {
          throw new Unfit(cause.message);
        };
      }
    });
    return (cursor) => {
      const index = cursor.int();
      const read = reads[index];
      if (!read) throw new Unfit(`branch ${index} of a union that has ${reads.length}`);
      return read(cursor);
    };
  }
  /** The reader's branch: of the same name, else the first that resolves. */
  #branchFor(writer, branches) {
    const same = branches.filter((branch) => branch.kind === writer.kind);
    const named = same.find((branch) => nameOf(branch) === nameOf(writer));
    const found = [...named ? [named] : [], ...same, ...branches].find(
      (branch) => this.#resolves(writer, branch)
    );
    return found ?? mismatch(writer, { kind: "union", branches });
  }
  #resolves(writer, reader) {
    try {
      this.resolve(writer, reader);
      return true;
    } catch (cause) {
      if (cause instanceof Unfit) return false;
      throw cause;
    }
  }
  #array(writer, reader) {
    const read = this.resolve(writer, reader);
    return (cursor) => {
      const items = [];
      for (const index of blocks(cursor)) items.push(within(index, () => read(cursor)));
      return items;
    };
  }
  #map(writer, reader) {
    const read = this.resolve(writer, reader);
    return (cursor) => {
      const entries = [];
      for (const _ of blocks(cursor)) {
        const key = decodeUtf8(cursor.bytes());
        entries.push([key, within(key, () => read(cursor))]);
      }
      return Object.fromEntries(entries);
    };
  }
  #record(writer, reader) {
    const known = this.#records.get(writer)?.get(reader);
    if (known) return known;
    if (!isSameName(writer, reader)) mismatch(writer, reader);
    let fields = [];
    const read = /* @__PURE__ */ __name((cursor) => readFields(fields, cursor), "read");
    const ofWriter = this.#records.get(writer) ?? /* @__PURE__ */ new Map();
    this.#records.set(writer, ofWriter.set(reader, read));
    try {
      fields = this.#fields(writer, reader);
    } catch (cause) {
      ofWriter.delete(reader);
      throw cause;
    }
    return read;
  }
  /** In the writer's order, then what only the reader has; the reader's order is restored by `readFields`. */
  #fields(writer, reader) {
    const pairs = writer.fields.map((field) => ({
      field,
      target: reader.fields.find((one) => isSameField(field, one))
    }));
    const written = pairs.map(({ field, target }) => {
      const read = within(field.name, () => this.resolve(field.type, target?.type ?? field.type));
      return {
        name: field.name,
        read,
        position: target ? reader.fields.indexOf(target) : void 0,
        as: target?.name
      };
    });
    const missing = reader.fields.filter((field) => !pairs.some(({ target }) => target === field));
    const added = missing.map((field) => {
      if (field.default === void 0)
        throw new Unfit(
          `the writer's "${writer.name}" has no field "${field.name}", and the reader's has no default for it`
        );
      const value = defaultOf(field.type, field.default);
      return { name: field.name, read: /* @__PURE__ */ __name(() => value, "read"), position: reader.fields.indexOf(field), as: field.name };
    });
    return [...written, ...added];
  }
};
function readFields(fields, cursor) {
  const entries = [];
  let current = "";
  try {
    for (const { name, read, position, as } of fields) {
      current = name;
      const value = read(cursor);
      if (position !== void 0 && as !== void 0) entries[position] = [as, value];
    }
  } catch (cause) {
    throw placed(current, cause);
  }
  return Object.fromEntries(entries);
}
__name(readFields, "readFields");
function* blocks(cursor) {
  let index = 0;
  for (; ; ) {
    const count = Number(cursor.long());
    if (count === 0) return;
    if (count < 0) cursor.long();
    if (Math.abs(count) > cursor.left + MOST_EMPTY_ELEMENTS)
      throw new Unfit(`a block of ${Math.abs(count)} elements`);
    for (const end = index + Math.abs(count); index < end; index++) yield index;
  }
}
__name(blocks, "blocks");
function readSymbol(writer, reader) {
  if (!isSameName(writer, reader)) mismatch(writer, reader);
  return (cursor) => {
    const index = cursor.int();
    const symbol = writer.symbols[index];
    if (symbol === void 0)
      throw new Unfit(`symbol ${index} of enum "${writer.name}", which has ${writer.symbols.length}`);
    if (reader.symbols.includes(symbol)) return symbol;
    if (reader.default !== void 0) return reader.default;
    throw new Unfit(`"${symbol}" is no symbol of the reader's enum "${reader.name}"`);
  };
}
__name(readSymbol, "readSymbol");
function readPrimitive(writer, reader) {
  const logical = "logical" in reader ? reader.logical : void 0;
  if (writer.kind === reader.kind) {
    if (writer.kind === "bytes" && logical) return shown(logical, (cursor) => cursor.bytes());
    if (writer.kind === "int") return shown(logical, (cursor) => cursor.int());
    if (writer.kind === "long") return shown(logical, (cursor) => cursor.long());
    return PRIMITIVE_READS[writer.kind];
  }
  if (!PROMOTIONS[writer.kind]?.includes(reader.kind)) return void 0;
  if (reader.kind === "string") return TEXT;
  if (reader.kind === "bytes") return PRIMITIVE_READS.bytes;
  if (reader.kind === "long") return shown(logical, (cursor) => cursor.int());
  const read = PRIMITIVE_READS[writer.kind];
  return read && ((cursor) => asReal(read(cursor)));
}
__name(readPrimitive, "readPrimitive");
function asReal(value) {
  return typeof value === "bigint" ? Number(value) : value;
}
__name(asReal, "asReal");
function shown(logical, read) {
  return (cursor) => {
    const raw = read(cursor);
    if (logical) return showLogical(raw, logical);
    return typeof raw === "object" ? renderBase64(raw) : raw;
  };
}
__name(shown, "shown");
function isSameName(writer, reader) {
  return shortName(writer.name) === shortName(reader.name) || reader.aliases.includes(writer.name);
}
__name(isSameName, "isSameName");
function isSameField(writer, reader) {
  return writer.name === reader.name || reader.aliases.includes(writer.name);
}
__name(isSameField, "isSameField");
function mismatch(writer, reader) {
  throw new Unfit(`what was written as ${describe(writer)} cannot be read as ${describe(reader)}`);
}
__name(mismatch, "mismatch");
function describe(type) {
  if (type.kind === "union") return `a union of ${type.branches.map(nameOf).join(", ")}`;
  return "name" in type ? `${type.kind} "${type.name}"` : type.kind;
}
__name(describe, "describe");

// src/formats/avro/sample.ts
var DEEPEST = 4;
function sampleAvro(type, random, depth = 0) {
  const inner = /* @__PURE__ */ __name((one) => sampleAvro(one, random, depth + 1), "inner");
  const count = depth >= DEEPEST ? 0 : randomWhole(random, 0, 3);
  switch (type.kind) {
    case "null":
      return null;
    case "boolean":
      return random() < 0.5;
    case "int":
      return sampleWhole(type.logical, random, 2 ** 31 - 1);
    case "long":
      return sampleWhole(type.logical, random, Number.MAX_SAFE_INTEGER);
    case "float":
      return randomWhole(random, -1e4, 1e4) / 8;
    case "double":
      return random() * 1e3;
    case "string":
      return type.logical ? sampleUuid(random) : randomText(random);
    case "bytes":
      return type.logical?.name === "decimal" ? sampleDecimal(type.logical, random) : renderBase64(randomBytes(random, 8));
    case "fixed":
      return sampleFixed(type, random);
    case "enum":
      return type.symbols[randomWhole(random, 0, type.symbols.length - 1)] ?? "";
    case "array":
      return Array.from({ length: count }, () => inner(type.items));
    case "map":
      return Object.fromEntries(
        Array.from({ length: count }, () => [randomText(random), inner(type.values)])
      );
    case "union":
      return sampleUnion(type.branches, { random, inner, isDeep: depth >= DEEPEST });
    case "record":
      return Object.fromEntries(type.fields.map((field) => [field.name, inner(field.type)]));
  }
}
__name(sampleAvro, "sampleAvro");
function sampleWhole(logical, random, most) {
  if (!logical) return randomWhole(random, -most, most);
  if (logical.name === "date") return randomWhole(random, 0, 25e3);
  const seconds = logical.name === "time" ? 86399 : 2e9;
  const perSecond = { millis: 1e3, micros: 1e6, nanos: 1e9 }["unit" in logical ? logical.unit : "millis"];
  return BigInt(randomWhole(random, 0, seconds)) * BigInt(perSecond);
}
__name(sampleWhole, "sampleWhole");
function sampleUnion(branches, { random, inner, isDeep }) {
  const nothing = branches.find(({ kind }) => kind === "null");
  const branch = isDeep && nothing ? nothing : branches[randomWhole(random, 0, branches.length - 1)];
  return branch ? inner(branch) : null;
}
__name(sampleUnion, "sampleUnion");
function sampleDecimal({ precision, scale }, random) {
  const digits = Math.min(precision, 9);
  const unscaled = randomWhole(random, 0, 10 ** digits - 1).toString().padStart(scale + 1, "0");
  return scale === 0 ? unscaled : `${unscaled.slice(0, -scale)}.${unscaled.slice(-scale)}`;
}
__name(sampleDecimal, "sampleDecimal");
function sampleFixed({ sizeBytes, logical }, random) {
  if (logical?.name === "decimal") return sampleDecimal(logical, random);
  if (logical?.name === "uuid") return sampleUuid(random);
  if (logical?.name === "duration") return { months: randomWhole(random, 0, 12), days: 0, milliseconds: 0 };
  return renderBase64(randomBytes(random, sizeBytes));
}
__name(sampleFixed, "sampleFixed");
function sampleUuid(random) {
  return Buffer.from(randomBytes(random, 16)).toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
__name(sampleUuid, "sampleUuid");

// src/formats/avro/write.ts
function writeAvro(value, type) {
  const sink = new Sink();
  write(value, type, sink);
  return sink.bytes();
}
__name(writeAvro, "writeAvro");
function write(value, type, sink) {
  switch (type.kind) {
    case "array":
      writeArray(value, type.items, sink);
      break;
    case "map":
      writeMap(value, type.values, sink);
      break;
    case "union":
      writeUnion(value, type.branches, sink);
      break;
    case "record":
      writeRecord(value, type, sink);
      break;
    case "enum":
      writeSymbol(value, type, sink);
      break;
    case "fixed":
      writeFixed(value, type, sink);
      break;
    default:
      writePrimitive(value, type, sink);
  }
}
__name(write, "write");
function writePrimitive(value, { kind, logical }, sink) {
  switch (kind) {
    case "null":
      if (value !== null) throw new Unfit(`expected null, got ${showKind(value)}`);
      break;
    case "boolean":
      if (typeof value !== "boolean") throw new Unfit(`expected true or false, got ${showKind(value)}`);
      sink.boolean(value);
      break;
    case "int":
    case "long":
      sink.long(wholeNumber((logical && countOfLogical(value, logical)) ?? value, kind === "int" ? 32 : 64));
      break;
    case "float":
      sink.float(singleNumber(value));
      break;
    case "double":
      sink.double(realNumber(value));
      break;
    case "bytes":
      sink.sized(bytesOf(value, logical, void 0));
      break;
    case "string":
      if (typeof value !== "string") throw new Unfit(`expected text, got ${showKind(value)}`);
      sink.sized(encodeUtf8(value));
  }
}
__name(writePrimitive, "writePrimitive");
function bytesOf(value, logical, sizeBytes) {
  if (logical) return bytesOfLogical(value, logical, sizeBytes);
  const bytes2 = typeof value === "string" ? parseBase64(value) : void 0;
  if (bytes2) return bytes2;
  throw new Unfit(`expected base64 text, got ${showKind(value)}`);
}
__name(bytesOf, "bytesOf");
function writeFixed(value, type, sink) {
  const bytes2 = bytesOf(value, type.logical, type.sizeBytes);
  if (bytes2.length !== type.sizeBytes)
    throw new Unfit(`${bytes2.length} bytes, where fixed "${type.name}" has ${type.sizeBytes}`);
  sink.fixed(bytes2);
}
__name(writeFixed, "writeFixed");
function writeSymbol(value, type, sink) {
  const index = type.symbols.indexOf(value);
  if (index >= 0) {
    sink.long(index);
    return;
  }
  const hint = typeof value === "string" ? didYouMean(value, type.symbols) : void 0;
  throw new Unfit(`${showKind(value)} is no symbol of enum "${type.name}": ${type.symbols.join(", ")}`, hint);
}
__name(writeSymbol, "writeSymbol");
function writeArray(value, items, sink) {
  if (!Array.isArray(value)) throw new Unfit(`expected a list, got ${showKind(value)}`);
  if (value.length > 0) sink.long(value.length);
  for (const [index, item] of value.entries())
    within(index, () => write(item, items, sink));
  sink.long(0);
}
__name(writeArray, "writeArray");
function writeMap(value, values, sink) {
  if (!isJsonObject(value)) throw new Unfit(`expected a map, got ${showKind(value)}`);
  const entries = Object.entries(value);
  if (entries.length > 0) sink.long(entries.length);
  for (const [key, one] of entries) {
    sink.sized(encodeUtf8(key));
    within(key, () => write(one, values, sink));
  }
  sink.long(0);
}
__name(writeMap, "writeMap");
function writeRecord(value, record, sink) {
  if (!isJsonObject(value))
    throw new Unfit(`expected a map for record "${record.name}", got ${showKind(value)}`);
  const names2 = record.fields.map(({ name }) => name);
  const unknown = Object.keys(value).find((key) => !names2.includes(key));
  if (unknown !== void 0)
    throw new Unfit(`record "${record.name}" has no field "${unknown}"`, didYouMean(unknown, names2));
  for (const field of record.fields) {
    const given = Object.hasOwn(value, field.name) ? value[field.name] : void 0;
    const written = given === void 0 ? fallback(field) : given;
    if (written === void 0) throw new Unfit(`record "${record.name}" needs the field "${field.name}"`);
    within(field.name, () => write(written, field.type, sink));
  }
}
__name(writeRecord, "writeRecord");
function fallback(field) {
  if (field.default !== void 0) return defaultOf(field.type, field.default);
  return field.type.kind === "union" && field.type.branches.some(({ kind }) => kind === "null") ? null : void 0;
}
__name(fallback, "fallback");
function writeUnion(value, branches, sink) {
  const problems = [];
  for (const { index, branch, plain } of candidates(value, branches)) {
    const size = sink.size;
    try {
      sink.long(index);
      write(plain, branch, sink);
      return;
    } catch (cause) {
      if (!(cause instanceof Unfit)) throw cause;
      sink.truncate(size);
      if (branches.filter(({ kind }) => kind !== "null").length === 1) throw cause;
      problems.push(`${nameOf(branch)}: ${cause.message}`);
    }
  }
  throw new Unfit(
    problems.length > 0 ? `fits no branch of the union (${problems.join("; ")})` : `expected ${branches.map(nameOf).join(" or ")}, got ${showKind(value)}`
  );
}
__name(writeUnion, "writeUnion");
function candidates(value, branches) {
  const all = branches.map((branch, index) => ({ index, branch, plain: value }));
  const plain = all.filter(({ branch }) => branch.kind === "null" === (value === null));
  const isBinary = /* @__PURE__ */ __name(({ branch }) => branch.kind === "bytes" || branch.kind === "fixed", "isBinary");
  const [name] = isJsonObject(value) && Object.keys(value).length === 1 ? Object.keys(value) : [];
  const named = all.filter(({ branch }) => name !== void 0 && [nameOf(branch), shortName(nameOf(branch))].includes(name)).map((candidate) => ({ ...candidate, plain: value[name ?? ""] ?? null }));
  return [...plain.filter((one) => !isBinary(one)), ...plain.filter(isBinary), ...named];
}
__name(candidates, "candidates");

// src/formats/avro/language.ts
var avroLanguage = {
  kind: "AVRO",
  compile({ text: text2, dependencies }, { logicalTypes }) {
    const names2 = /* @__PURE__ */ new Map();
    for (const dependency of dependencies) parseAvro(dependency.text, { names: names2, logicalTypes });
    return compileAvro(parseAvro(text2, { names: names2, logicalTypes }));
  },
  referenceName(_file, text2) {
    return nameOf(parseAvro(text2));
  }
};
function compileAvro(type) {
  const readers = /* @__PURE__ */ new Map();
  return {
    type,
    recordName: "name" in type ? type.name : void 0,
    encode: /* @__PURE__ */ __name((value) => writeAvro(value, type), "encode"),
    decode(bytes2, _isFramed, reader) {
      const seenAs = reader?.type ?? type;
      const read = readers.get(seenAs) ?? compileAvroReader(type, seenAs);
      readers.set(seenAs, read);
      return read(bytes2);
    },
    sample: /* @__PURE__ */ __name((random) => sampleAvro(type, random), "sample")
  };
}
__name(compileAvro, "compileAvro");

// src/formats/codec/once.ts
var Once = class {
  static {
    __name(this, "Once");
  }
  #made = /* @__PURE__ */ new Map();
  #pending = /* @__PURE__ */ new Map();
  /** Undefined when the value is there; else resolves when it is. A failure is not kept: the next call tries again. */
  prepare(key, make) {
    if (this.#made.has(key)) return void 0;
    const known = this.#pending.get(key);
    if (known) return known;
    const pending = make().then((value) => void this.#made.set(key, { value })).finally(() => this.#pending.delete(key));
    this.#pending.set(key, pending);
    return pending;
  }
  /** The value of a key that was prepared; undefined before that. */
  get(key) {
    return this.#made.get(key)?.value;
  }
};

// src/formats/codec/resolve-references.ts
async function resolveReferences(references, registry, signal) {
  const found = /* @__PURE__ */ new Map();
  const visited = /* @__PURE__ */ new Set();
  const visit = /* @__PURE__ */ __name(async (reference2) => {
    const key = `${reference2.name} ${reference2.subject} ${reference2.version}`;
    if (visited.has(key)) return;
    visited.add(key);
    const schema = await registry.schemaOf(reference2.subject, reference2.version, signal);
    if (!schema) throw missingReference(reference2, registry);
    for (const inner of schema.references) await visit(inner);
    found.set(key, { name: reference2.name, text: schema.text });
  }, "visit");
  for (const reference2 of references) await visit(reference2);
  return [...found.values()];
}
__name(resolveReferences, "resolveReferences");
function missingReference({ name, subject, version }, { url }) {
  return new RunError(
    "SCHEMA_NOT_FOUND",
    `the schema registry at ${url} has no version ${version} of subject "${subject}", which a schema refers to as "${name}"`
  );
}
__name(missingReference, "missingReference");

// src/formats/codec/wire-frame.ts
var MAGIC = 0;
var FRAME_BYTES = 5;
function parseFrame(bytes2) {
  if (bytes2.length < FRAME_BYTES || bytes2[0] !== MAGIC) return void 0;
  const schemaId = new DataView(bytes2.buffer, bytes2.byteOffset, FRAME_BYTES).getInt32(1);
  return schemaId < 0 ? void 0 : { schemaId, payload: bytes2.subarray(FRAME_BYTES) };
}
__name(parseFrame, "parseFrame");
function requireFrame(bytes2) {
  const framed = parseFrame(bytes2);
  if (framed) return framed;
  const why = bytes2.length < FRAME_BYTES ? `there are ${bytes2.length} bytes` : `the first byte is ${bytes2[0]}`;
  throw new Unfit(`not in the Confluent wire format (a 0, then 4 bytes of schema id): ${why}`);
}
__name(requireFrame, "requireFrame");
function renderFrame({ schemaId, payload }) {
  const bytes2 = Buffer.alloc(FRAME_BYTES + payload.length);
  bytes2.writeInt32BE(schemaId, 1);
  bytes2.set(payload, FRAME_BYTES);
  return bytes2;
}
__name(renderFrame, "renderFrame");

// src/formats/json.ts
var json = definePlainFormat({
  about: "JSON text; integers keep every digit",
  encode: /* @__PURE__ */ __name((value) => encodeUtf8(renderJson(value)), "encode"),
  decode: decodeJson
});
function decodeJson(bytes2) {
  if (bytes2.length === 0) throw new Unfit("no bytes, where JSON needs at least one");
  const text2 = decodeUtf8(bytes2);
  try {
    return parseJson(text2);
  } catch (cause) {
    throw notJson("not JSON", text2, cause);
  }
}
__name(decodeJson, "decodeJson");

// node_modules/@cfworker/json-schema/dist/esm/deep-compare-strict.js
function deepCompareStrict(a, b) {
  const typeofa = typeof a;
  if (typeofa !== typeof b) {
    return false;
  }
  const aIsArray = Array.isArray(a);
  const bIsArray = Array.isArray(b);
  if (aIsArray !== bIsArray) {
    return false;
  }
  if (aIsArray) {
    const length = a.length;
    if (length !== b.length) {
      return false;
    }
    for (let i = 0; i < length; i++) {
      if (!deepCompareStrict(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }
  if (typeofa === "object") {
    if (!a || !b) {
      return a === b;
    }
    const aKeys = Object.keys(a);
    const bKeys = Object.keys(b);
    const length = aKeys.length;
    if (length !== bKeys.length) {
      return false;
    }
    for (const k of aKeys) {
      if (!Object.prototype.hasOwnProperty.call(b, k)) {
        return false;
      }
      if (!deepCompareStrict(a[k], b[k])) {
        return false;
      }
    }
    return true;
  }
  return a === b;
}
__name(deepCompareStrict, "deepCompareStrict");

// node_modules/@cfworker/json-schema/dist/esm/pointer.js
function encodePointer(p) {
  return encodeURI(escapePointer(p)).replace(/#/g, "%23");
}
__name(encodePointer, "encodePointer");
function escapePointer(p) {
  return p.replace(/~/g, "~0").replace(/\//g, "~1");
}
__name(escapePointer, "escapePointer");

// node_modules/@cfworker/json-schema/dist/esm/dereference.js
var uriFragmentCharacter = /^[A-Za-z0-9._~!$&'()*+,;=:@/?-]$/;
var uriPercentEncoding = /^%[0-9A-Fa-f]{2}$/;
var uriUnreservedCharacter = /^[A-Za-z0-9._~-]$/;
function normalizeURIFragment(fragment) {
  let normalized = "";
  for (let index = 0; index < fragment.length; ) {
    const character = fragment[index];
    const encoded = fragment.slice(index, index + 3);
    if (character === "%" && uriPercentEncoding.test(encoded)) {
      const decoded = String.fromCharCode(parseInt(encoded.slice(1), 16));
      normalized += uriUnreservedCharacter.test(decoded) ? decoded : encoded.toUpperCase();
      index += 3;
      continue;
    }
    const codePoint = String.fromCodePoint(fragment.codePointAt(index));
    normalized += uriFragmentCharacter.test(codePoint) ? codePoint : encodeURIComponent(codePoint);
    index += codePoint.length;
  }
  return normalized;
}
__name(normalizeURIFragment, "normalizeURIFragment");
function resolveURI(reference2, baseURI) {
  const url = new URL(reference2, baseURI.href);
  url.hash = url.hash ? normalizeURIFragment(url.hash.slice(1)) : "";
  return url;
}
__name(resolveURI, "resolveURI");
var schemaArrayKeyword = {
  prefixItems: true,
  items: true,
  allOf: true,
  anyOf: true,
  oneOf: true
};
var schemaMapKeyword = {
  $defs: true,
  definitions: true,
  properties: true,
  patternProperties: true,
  dependentSchemas: true
};
var ignoredKeyword = {
  id: true,
  $id: true,
  $ref: true,
  $schema: true,
  $anchor: true,
  $vocabulary: true,
  $comment: true,
  default: true,
  enum: true,
  const: true,
  required: true,
  dependentRequired: true,
  type: true,
  maximum: true,
  minimum: true,
  exclusiveMaximum: true,
  exclusiveMinimum: true,
  multipleOf: true,
  maxLength: true,
  minLength: true,
  pattern: true,
  format: true,
  maxItems: true,
  minItems: true,
  uniqueItems: true,
  maxProperties: true,
  minProperties: true
};
var initialBaseURI = typeof self !== "undefined" && self.location && self.location.origin !== "null" ? new URL(self.location.origin + self.location.pathname + location.search) : new URL("https://github.com/cfworker");
function dereference(schema, lookup = /* @__PURE__ */ Object.create(null), baseURI = initialBaseURI, basePointer = "") {
  if (schema && typeof schema === "object" && !Array.isArray(schema)) {
    const id = schema.$id || schema["id"];
    if (id) {
      const url = resolveURI(id, baseURI);
      if (url.hash.length > 1) {
        lookup[url.href] = schema;
      } else {
        url.hash = "";
        if (basePointer === "") {
          baseURI = url;
        } else {
          dereference(schema, lookup, baseURI);
        }
      }
    }
  } else if (schema !== true && schema !== false) {
    return lookup;
  }
  const schemaURI = baseURI.href + (basePointer ? "#" + basePointer : "");
  if (lookup[schemaURI] !== void 0 && lookup[schemaURI] !== schema) {
    throw new Error(`Duplicate schema URI "${schemaURI}".`);
  }
  lookup[schemaURI] = schema;
  if (schema === true || schema === false) {
    return lookup;
  }
  if (schema.__absolute_uri__ === void 0) {
    Object.defineProperty(schema, "__absolute_uri__", {
      enumerable: false,
      value: schemaURI
    });
  }
  if (schema.$ref && schema.__absolute_ref__ === void 0) {
    const url = resolveURI(schema.$ref, baseURI);
    Object.defineProperty(schema, "__absolute_ref__", {
      enumerable: false,
      value: url.href
    });
  }
  if (schema.$recursiveRef && schema.__absolute_recursive_ref__ === void 0) {
    const url = resolveURI(schema.$recursiveRef, baseURI);
    Object.defineProperty(schema, "__absolute_recursive_ref__", {
      enumerable: false,
      value: url.href
    });
  }
  if (schema.$anchor) {
    const url = resolveURI("#" + schema.$anchor, baseURI);
    lookup[url.href] = schema;
  }
  for (let key in schema) {
    if (ignoredKeyword[key]) {
      continue;
    }
    const keyBase = `${basePointer}/${encodePointer(key)}`;
    const subSchema = schema[key];
    if (Array.isArray(subSchema)) {
      if (schemaArrayKeyword[key]) {
        const length = subSchema.length;
        for (let i = 0; i < length; i++) {
          dereference(subSchema[i], lookup, baseURI, `${keyBase}/${i}`);
        }
      }
    } else if (schemaMapKeyword[key]) {
      for (let subKey in subSchema) {
        dereference(subSchema[subKey], lookup, baseURI, `${keyBase}/${encodePointer(subKey)}`);
      }
    } else {
      dereference(subSchema, lookup, baseURI, keyBase);
    }
  }
  return lookup;
}
__name(dereference, "dereference");

// node_modules/@cfworker/json-schema/dist/esm/format.js
var DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
var DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
var TIME = /^(\d\d):(\d\d):(\d\d)(\.\d+)?(z|([+-])(\d\d):(\d\d))?$/i;
var HOSTNAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*$/i;
var URIREF = /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
var URITEMPLATE = /^(?:(?:[^\x00-\x20\x7f"<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?:\.(?:[a-z0-9_]|%[0-9a-f]{2})+)*(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?:\.(?:[a-z0-9_]|%[0-9a-f]{2})+)*(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i;
var URL_ = /^(?:(?:https?|ftp):\/\/)(?:\S+(?::\S*)?@)?(?:(?!10(?:\.\d{1,3}){3})(?!127(?:\.\d{1,3}){3})(?!169\.254(?:\.\d{1,3}){2})(?!192\.168(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z\u{00a1}-\u{ffff}0-9]+-?)*[a-z\u{00a1}-\u{ffff}0-9]+)(?:\.(?:[a-z\u{00a1}-\u{ffff}0-9]+-?)*[a-z\u{00a1}-\u{ffff}0-9]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu;
var UUID2 = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
var JSON_POINTER = /^(?:\/(?:[^~/]|~0|~1)*)*$/;
var JSON_POINTER_URI_FRAGMENT = /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i;
var RELATIVE_JSON_POINTER = /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/;
var EMAIL_ADDRESS = /^("(?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"|[a-z0-9.!#$%&'*+/=?^_`{|}~-]+)@(.+)$/i;
var EMAIL = /* @__PURE__ */ __name((input) => {
  const matches = input.match(EMAIL_ADDRESS);
  if (!matches)
    return false;
  const name = matches[1];
  const host = matches[2];
  if (!name || !host || name.length > 64 || host.length > 253)
    return false;
  if (name[0] !== '"' && (name[0] === "." || name.endsWith(".") || name.includes(".."))) {
    return false;
  }
  if (host.startsWith("[") && host.endsWith("]")) {
    const address = host.slice(1, -1);
    if (/^ipv6:/i.test(address))
      return IPV6.test(address.slice(5));
    return IPV4.test(address);
  }
  return HOSTNAME.test(host);
}, "EMAIL");
var IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)$/;
var IPV6 = /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i;
var DURATION = /* @__PURE__ */ __name((input) => /^P(?:\d+W|(?:(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?|T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)))$/.test(input), "DURATION");
function bind(r) {
  return r.test.bind(r);
}
__name(bind, "bind");
var format = {
  date,
  time: time.bind(void 0, true),
  "date-time": date_time,
  duration: DURATION,
  uri,
  "uri-reference": bind(URIREF),
  "uri-template": bind(URITEMPLATE),
  url: bind(URL_),
  email: EMAIL,
  hostname: bind(HOSTNAME),
  ipv4: bind(IPV4),
  ipv6: bind(IPV6),
  regex,
  uuid: bind(UUID2),
  "json-pointer": bind(JSON_POINTER),
  "json-pointer-uri-fragment": bind(JSON_POINTER_URI_FRAGMENT),
  "relative-json-pointer": bind(RELATIVE_JSON_POINTER)
};
function isLeapYear(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
__name(isLeapYear, "isLeapYear");
function date(str) {
  const matches = str.match(DATE);
  if (!matches)
    return false;
  const yearPart = matches[1];
  const monthPart = matches[2];
  const dayPart = matches[3];
  if (!yearPart || !monthPart || !dayPart)
    return false;
  const year = +yearPart;
  const month = +monthPart;
  const day = +dayPart;
  const maxDay = month == 2 && isLeapYear(year) ? 29 : DAYS[month];
  return month >= 1 && month <= 12 && day >= 1 && maxDay !== void 0 && day <= maxDay;
}
__name(date, "date");
function time(full, str) {
  const matches = str.match(TIME);
  if (!matches)
    return false;
  const hourPart = matches[1];
  const minutePart = matches[2];
  const secondPart = matches[3];
  if (!hourPart || !minutePart || !secondPart)
    return false;
  const hour = +hourPart;
  const minute = +minutePart;
  const second = +secondPart;
  const timeZone = matches[5];
  const offsetSign = matches[6];
  const offsetHour = +(matches[7] ?? 0);
  const offsetMinute = +(matches[8] ?? 0);
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59 || full && timeZone === void 0) {
    return false;
  }
  if (second < 60)
    return true;
  const offsetDirection = offsetSign === "+" ? 1 : offsetSign === "-" ? -1 : 0;
  const utcMinute = (hour * 60 + minute - offsetDirection * (offsetHour * 60 + offsetMinute) + 24 * 60) % (24 * 60);
  return utcMinute === 23 * 60 + 59;
}
__name(time, "time");
var DATE_TIME_SEPARATOR = /t|\s/i;
function date_time(str) {
  const [datePart, timePart, extra] = str.split(DATE_TIME_SEPARATOR);
  return datePart !== void 0 && timePart !== void 0 && extra === void 0 && date(datePart) && time(true, timePart);
}
__name(date_time, "date_time");
var NOT_URI_FRAGMENT = /\/|:/;
var URI_PATTERN = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
function uri(str) {
  return NOT_URI_FRAGMENT.test(str) && URI_PATTERN.test(str);
}
__name(uri, "uri");
var Z_ANCHOR = /[^\\]\\Z/;
function regex(str) {
  if (Z_ANCHOR.test(str))
    return false;
  try {
    new RegExp(str, "u");
    return true;
  } catch (e) {
    return false;
  }
}
__name(regex, "regex");

// node_modules/@cfworker/json-schema/dist/esm/ucs2-length.js
function ucs2length(s) {
  let result = 0;
  let length = s.length;
  let index = 0;
  let charCode;
  while (index < length) {
    result++;
    charCode = s.charCodeAt(index++);
    if (charCode >= 55296 && charCode <= 56319 && index < length) {
      charCode = s.charCodeAt(index);
      if ((charCode & 64512) == 56320) {
        index++;
      }
    }
  }
  return result;
}
__name(ucs2length, "ucs2length");

// node_modules/@cfworker/json-schema/dist/esm/validate.js
function hasOwnProperty(instance, key) {
  return Object.prototype.hasOwnProperty.call(instance, key);
}
__name(hasOwnProperty, "hasOwnProperty");
function decimalInteger(value) {
  const coefficientAndExponent = Math.abs(value).toString().split("e");
  const coefficient = coefficientAndExponent[0];
  const exponent = coefficientAndExponent[1] ?? "0";
  const point = coefficient.indexOf(".");
  const fractionLength = point === -1 ? 0 : coefficient.length - point - 1;
  return [
    BigInt(coefficient.replace(".", "")),
    Number(exponent) - fractionLength
  ];
}
__name(decimalInteger, "decimalInteger");
function isMultipleOf(instance, divisor) {
  if (!Number.isFinite(instance) || !Number.isFinite(divisor) || divisor <= 0) {
    return false;
  }
  const [instanceCoefficient, instanceExponent] = decimalInteger(instance);
  const [divisorCoefficient, divisorExponent] = decimalInteger(divisor);
  const exponentDifference = instanceExponent - divisorExponent;
  if (exponentDifference >= 0) {
    return instanceCoefficient * 10n ** BigInt(exponentDifference) % divisorCoefficient === 0n;
  }
  return instanceCoefficient % (divisorCoefficient * 10n ** BigInt(-exponentDifference)) === 0n;
}
__name(isMultipleOf, "isMultipleOf");
function validate(instance, schema, draft = "2019-09", lookup = dereference(schema), shortCircuit = true, recursiveAnchor = null, instanceLocation = "#", schemaLocation = "#", evaluated = /* @__PURE__ */ Object.create(null)) {
  if (schema === true) {
    return { valid: true, errors: [] };
  }
  if (schema === false) {
    return {
      valid: false,
      errors: [
        {
          instanceLocation,
          keyword: "false",
          keywordLocation: instanceLocation,
          error: "False boolean schema."
        }
      ]
    };
  }
  const rawInstanceType = typeof instance;
  let instanceType;
  switch (rawInstanceType) {
    case "boolean":
    case "number":
    case "string":
      instanceType = rawInstanceType;
      break;
    case "object":
      if (instance === null) {
        instanceType = "null";
      } else if (Array.isArray(instance)) {
        instanceType = "array";
      } else {
        instanceType = "object";
      }
      break;
    default:
      throw new Error(`Instances of "${rawInstanceType}" type are not supported.`);
  }
  const { $ref, $recursiveRef, $recursiveAnchor, type: $type, const: $const, enum: $enum, required: $required, not: $not, anyOf: $anyOf, allOf: $allOf, oneOf: $oneOf, if: $if, then: $then, else: $else, format: $format, properties: $properties, patternProperties: $patternProperties, additionalProperties: $additionalProperties, unevaluatedProperties: $unevaluatedProperties, minProperties: $minProperties, maxProperties: $maxProperties, propertyNames: $propertyNames, dependentRequired: $dependentRequired, dependentSchemas: $dependentSchemas, dependencies: $dependencies, prefixItems: $prefixItems, items: $items, additionalItems: $additionalItems, unevaluatedItems: $unevaluatedItems, contains: $contains, minContains: $minContains, maxContains: $maxContains, minItems: $minItems, maxItems: $maxItems, uniqueItems: $uniqueItems, minimum: $minimum, maximum: $maximum, exclusiveMinimum: $exclusiveMinimum, exclusiveMaximum: $exclusiveMaximum, multipleOf: $multipleOf, minLength: $minLength, maxLength: $maxLength, pattern: $pattern, __absolute_ref__, __absolute_recursive_ref__ } = schema;
  const errors = [];
  if ($recursiveAnchor === true && recursiveAnchor === null) {
    recursiveAnchor = schema;
  }
  if ($recursiveRef === "#") {
    const refSchema = recursiveAnchor === null ? lookup[__absolute_recursive_ref__] : recursiveAnchor;
    const keywordLocation = `${schemaLocation}/$recursiveRef`;
    const result = validate(instance, recursiveAnchor === null ? schema : recursiveAnchor, draft, lookup, shortCircuit, refSchema, instanceLocation, keywordLocation, evaluated);
    if (!result.valid) {
      errors.push({
        instanceLocation,
        keyword: "$recursiveRef",
        keywordLocation,
        error: "A subschema had errors."
      }, ...result.errors);
    }
  }
  if ($ref !== void 0) {
    const uri2 = __absolute_ref__ || $ref;
    const refSchema = lookup[uri2];
    if (refSchema === void 0) {
      let message = `Unresolved $ref "${$ref}".`;
      if (__absolute_ref__ && __absolute_ref__ !== $ref) {
        message += `  Absolute URI "${__absolute_ref__}".`;
      }
      message += `
Known schemas:
- ${Object.keys(lookup).join("\n- ")}`;
      throw new Error(message);
    }
    const keywordLocation = `${schemaLocation}/$ref`;
    const result = validate(instance, refSchema, draft, lookup, shortCircuit, recursiveAnchor, instanceLocation, keywordLocation, evaluated);
    if (!result.valid) {
      errors.push({
        instanceLocation,
        keyword: "$ref",
        keywordLocation,
        error: "A subschema had errors."
      }, ...result.errors);
    }
    if (draft === "4" || draft === "7") {
      return { valid: errors.length === 0, errors };
    }
  }
  if (Array.isArray($type)) {
    let length = $type.length;
    let valid = false;
    for (let i = 0; i < length; i++) {
      if (instanceType === $type[i] || $type[i] === "integer" && instanceType === "number" && instance % 1 === 0 && instance === instance) {
        valid = true;
        break;
      }
    }
    if (!valid) {
      errors.push({
        instanceLocation,
        keyword: "type",
        keywordLocation: `${schemaLocation}/type`,
        error: `Instance type "${instanceType}" is invalid. Expected "${$type.join('", "')}".`
      });
    }
  } else if ($type === "integer") {
    if (instanceType !== "number" || instance % 1 || instance !== instance) {
      errors.push({
        instanceLocation,
        keyword: "type",
        keywordLocation: `${schemaLocation}/type`,
        error: `Instance type "${instanceType}" is invalid. Expected "${$type}".`
      });
    }
  } else if ($type !== void 0 && instanceType !== $type) {
    errors.push({
      instanceLocation,
      keyword: "type",
      keywordLocation: `${schemaLocation}/type`,
      error: `Instance type "${instanceType}" is invalid. Expected "${$type}".`
    });
  }
  if ($const !== void 0) {
    if (instanceType === "object" || instanceType === "array") {
      if (!deepCompareStrict(instance, $const)) {
        errors.push({
          instanceLocation,
          keyword: "const",
          keywordLocation: `${schemaLocation}/const`,
          error: `Instance does not match ${JSON.stringify($const)}.`
        });
      }
    } else if (instance !== $const) {
      errors.push({
        instanceLocation,
        keyword: "const",
        keywordLocation: `${schemaLocation}/const`,
        error: `Instance does not match ${JSON.stringify($const)}.`
      });
    }
  }
  if ($enum !== void 0) {
    if (instanceType === "object" || instanceType === "array") {
      if (!$enum.some((value) => deepCompareStrict(instance, value))) {
        errors.push({
          instanceLocation,
          keyword: "enum",
          keywordLocation: `${schemaLocation}/enum`,
          error: `Instance does not match any of ${JSON.stringify($enum)}.`
        });
      }
    } else if (!$enum.some((value) => instance === value)) {
      errors.push({
        instanceLocation,
        keyword: "enum",
        keywordLocation: `${schemaLocation}/enum`,
        error: `Instance does not match any of ${JSON.stringify($enum)}.`
      });
    }
  }
  if ($not !== void 0) {
    const keywordLocation = `${schemaLocation}/not`;
    const result = validate(instance, $not, draft, lookup, shortCircuit, recursiveAnchor, instanceLocation, keywordLocation);
    if (result.valid) {
      errors.push({
        instanceLocation,
        keyword: "not",
        keywordLocation,
        error: 'Instance matched "not" schema.'
      });
    }
  }
  let subEvaluateds = [];
  if ($anyOf !== void 0) {
    const keywordLocation = `${schemaLocation}/anyOf`;
    const errorsLength = errors.length;
    let anyValid = false;
    for (const [i, subSchema] of $anyOf.entries()) {
      const subEvaluated = Object.create(evaluated);
      const result = validate(instance, subSchema, draft, lookup, shortCircuit, $recursiveAnchor === true ? recursiveAnchor : null, instanceLocation, `${keywordLocation}/${i}`, subEvaluated);
      errors.push(...result.errors);
      anyValid = anyValid || result.valid;
      if (result.valid) {
        subEvaluateds.push(subEvaluated);
      }
    }
    if (anyValid) {
      errors.length = errorsLength;
    } else {
      errors.splice(errorsLength, 0, {
        instanceLocation,
        keyword: "anyOf",
        keywordLocation,
        error: "Instance does not match any subschemas."
      });
    }
  }
  if ($allOf !== void 0) {
    const keywordLocation = `${schemaLocation}/allOf`;
    const errorsLength = errors.length;
    let allValid = true;
    for (const [i, subSchema] of $allOf.entries()) {
      const subEvaluated = Object.create(evaluated);
      const result = validate(instance, subSchema, draft, lookup, shortCircuit, $recursiveAnchor === true ? recursiveAnchor : null, instanceLocation, `${keywordLocation}/${i}`, subEvaluated);
      errors.push(...result.errors);
      allValid = allValid && result.valid;
      if (result.valid) {
        subEvaluateds.push(subEvaluated);
      }
    }
    if (allValid) {
      errors.length = errorsLength;
    } else {
      errors.splice(errorsLength, 0, {
        instanceLocation,
        keyword: "allOf",
        keywordLocation,
        error: `Instance does not match every subschema.`
      });
    }
  }
  if ($oneOf !== void 0) {
    const keywordLocation = `${schemaLocation}/oneOf`;
    const errorsLength = errors.length;
    const matches = $oneOf.filter((subSchema, i) => {
      const subEvaluated = Object.create(evaluated);
      const result = validate(instance, subSchema, draft, lookup, shortCircuit, $recursiveAnchor === true ? recursiveAnchor : null, instanceLocation, `${keywordLocation}/${i}`, subEvaluated);
      errors.push(...result.errors);
      if (result.valid) {
        subEvaluateds.push(subEvaluated);
      }
      return result.valid;
    }).length;
    if (matches === 1) {
      errors.length = errorsLength;
    } else {
      errors.splice(errorsLength, 0, {
        instanceLocation,
        keyword: "oneOf",
        keywordLocation,
        error: `Instance does not match exactly one subschema (${matches} matches).`
      });
    }
  }
  if (instanceType === "object" || instanceType === "array") {
    Object.assign(evaluated, ...subEvaluateds);
  }
  if ($if !== void 0) {
    const keywordLocation = `${schemaLocation}/if`;
    const ifEvaluated = /* @__PURE__ */ Object.create(null);
    const conditionResult = validate(instance, $if, draft, lookup, shortCircuit, recursiveAnchor, instanceLocation, keywordLocation, ifEvaluated).valid;
    if (conditionResult) {
      Object.assign(evaluated, ifEvaluated);
      if ($then !== void 0) {
        const thenResult = validate(instance, $then, draft, lookup, shortCircuit, recursiveAnchor, instanceLocation, `${schemaLocation}/then`, evaluated);
        if (!thenResult.valid) {
          errors.push({
            instanceLocation,
            keyword: "if",
            keywordLocation,
            error: `Instance does not match "then" schema.`
          }, ...thenResult.errors);
        }
      }
    } else if ($else !== void 0) {
      const elseResult = validate(instance, $else, draft, lookup, shortCircuit, recursiveAnchor, instanceLocation, `${schemaLocation}/else`, evaluated);
      if (!elseResult.valid) {
        errors.push({
          instanceLocation,
          keyword: "if",
          keywordLocation,
          error: `Instance does not match "else" schema.`
        }, ...elseResult.errors);
      }
    }
  }
  if (instanceType === "object") {
    if ($required !== void 0) {
      for (const key of $required) {
        if (!hasOwnProperty(instance, key)) {
          errors.push({
            instanceLocation,
            keyword: "required",
            keywordLocation: `${schemaLocation}/required`,
            error: `Instance does not have required property "${key}".`
          });
        }
      }
    }
    const keys = Object.keys(instance);
    if ($minProperties !== void 0 && keys.length < $minProperties) {
      errors.push({
        instanceLocation,
        keyword: "minProperties",
        keywordLocation: `${schemaLocation}/minProperties`,
        error: `Instance does not have at least ${$minProperties} properties.`
      });
    }
    if ($maxProperties !== void 0 && keys.length > $maxProperties) {
      errors.push({
        instanceLocation,
        keyword: "maxProperties",
        keywordLocation: `${schemaLocation}/maxProperties`,
        error: `Instance does not have at least ${$maxProperties} properties.`
      });
    }
    if ($propertyNames !== void 0) {
      const keywordLocation = `${schemaLocation}/propertyNames`;
      for (const key in instance) {
        const subInstancePointer = `${instanceLocation}/${encodePointer(key)}`;
        const result = validate(key, $propertyNames, draft, lookup, shortCircuit, recursiveAnchor, subInstancePointer, keywordLocation);
        if (!result.valid) {
          errors.push({
            instanceLocation,
            keyword: "propertyNames",
            keywordLocation,
            error: `Property name "${key}" does not match schema.`
          }, ...result.errors);
        }
      }
    }
    if ($dependentRequired !== void 0) {
      const keywordLocation = `${schemaLocation}/dependantRequired`;
      for (const key in $dependentRequired) {
        if (hasOwnProperty(instance, key)) {
          const required = $dependentRequired[key];
          for (const dependantKey of required) {
            if (!hasOwnProperty(instance, dependantKey)) {
              errors.push({
                instanceLocation,
                keyword: "dependentRequired",
                keywordLocation,
                error: `Instance has "${key}" but does not have "${dependantKey}".`
              });
            }
          }
        }
      }
    }
    if ($dependentSchemas !== void 0) {
      for (const [key, dependentSchema] of Object.entries($dependentSchemas)) {
        const keywordLocation = `${schemaLocation}/dependentSchemas`;
        if (hasOwnProperty(instance, key)) {
          const result = validate(instance, dependentSchema, draft, lookup, shortCircuit, recursiveAnchor, instanceLocation, `${keywordLocation}/${encodePointer(key)}`, evaluated);
          if (!result.valid) {
            errors.push({
              instanceLocation,
              keyword: "dependentSchemas",
              keywordLocation,
              error: `Instance has "${key}" but does not match dependant schema.`
            }, ...result.errors);
          }
        }
      }
    }
    if ($dependencies !== void 0) {
      const keywordLocation = `${schemaLocation}/dependencies`;
      for (const key in $dependencies) {
        if (hasOwnProperty(instance, key)) {
          const propsOrSchema = $dependencies[key];
          if (Array.isArray(propsOrSchema)) {
            for (const dependantKey of propsOrSchema) {
              if (!hasOwnProperty(instance, dependantKey)) {
                errors.push({
                  instanceLocation,
                  keyword: "dependencies",
                  keywordLocation,
                  error: `Instance has "${key}" but does not have "${dependantKey}".`
                });
              }
            }
          } else {
            const result = validate(instance, propsOrSchema, draft, lookup, shortCircuit, recursiveAnchor, instanceLocation, `${keywordLocation}/${encodePointer(key)}`);
            if (!result.valid) {
              errors.push({
                instanceLocation,
                keyword: "dependencies",
                keywordLocation,
                error: `Instance has "${key}" but does not match dependant schema.`
              }, ...result.errors);
            }
          }
        }
      }
    }
    const thisEvaluated = /* @__PURE__ */ Object.create(null);
    let stop = false;
    if ($properties !== void 0) {
      const keywordLocation = `${schemaLocation}/properties`;
      for (const [key, propertySchema] of Object.entries($properties)) {
        if (!hasOwnProperty(instance, key)) {
          continue;
        }
        const subInstancePointer = `${instanceLocation}/${encodePointer(key)}`;
        const result = validate(instance[key], propertySchema, draft, lookup, shortCircuit, recursiveAnchor, subInstancePointer, `${keywordLocation}/${encodePointer(key)}`);
        thisEvaluated[key] = true;
        if (result.valid) {
          evaluated[key] = true;
        } else {
          stop = shortCircuit;
          errors.push({
            instanceLocation,
            keyword: "properties",
            keywordLocation,
            error: `Property "${key}" does not match schema.`
          }, ...result.errors);
          if (stop)
            break;
        }
      }
    }
    if (!stop && $patternProperties !== void 0) {
      const keywordLocation = `${schemaLocation}/patternProperties`;
      for (const [pattern, subSchema] of Object.entries($patternProperties)) {
        const regex2 = new RegExp(pattern, "u");
        for (const key in instance) {
          if (!regex2.test(key)) {
            continue;
          }
          const subInstancePointer = `${instanceLocation}/${encodePointer(key)}`;
          const result = validate(instance[key], subSchema, draft, lookup, shortCircuit, recursiveAnchor, subInstancePointer, `${keywordLocation}/${encodePointer(pattern)}`);
          thisEvaluated[key] = true;
          if (result.valid) {
            evaluated[key] = true;
          } else {
            stop = shortCircuit;
            errors.push({
              instanceLocation,
              keyword: "patternProperties",
              keywordLocation,
              error: `Property "${key}" matches pattern "${pattern}" but does not match associated schema.`
            }, ...result.errors);
          }
        }
      }
    }
    if (!stop && $additionalProperties !== void 0) {
      const keywordLocation = `${schemaLocation}/additionalProperties`;
      for (const key in instance) {
        if (thisEvaluated[key]) {
          continue;
        }
        const subInstancePointer = `${instanceLocation}/${encodePointer(key)}`;
        const result = validate(instance[key], $additionalProperties, draft, lookup, shortCircuit, recursiveAnchor, subInstancePointer, keywordLocation);
        if (result.valid) {
          evaluated[key] = true;
        } else {
          stop = shortCircuit;
          errors.push({
            instanceLocation,
            keyword: "additionalProperties",
            keywordLocation,
            error: `Property "${key}" does not match additional properties schema.`
          }, ...result.errors);
        }
      }
    } else if (!stop && $unevaluatedProperties !== void 0) {
      const keywordLocation = `${schemaLocation}/unevaluatedProperties`;
      for (const key in instance) {
        if (!evaluated[key]) {
          const subInstancePointer = `${instanceLocation}/${encodePointer(key)}`;
          const result = validate(instance[key], $unevaluatedProperties, draft, lookup, shortCircuit, recursiveAnchor, subInstancePointer, keywordLocation);
          if (result.valid) {
            evaluated[key] = true;
          } else {
            errors.push({
              instanceLocation,
              keyword: "unevaluatedProperties",
              keywordLocation,
              error: `Property "${key}" does not match unevaluated properties schema.`
            }, ...result.errors);
          }
        }
      }
    }
  } else if (instanceType === "array") {
    if ($maxItems !== void 0 && instance.length > $maxItems) {
      errors.push({
        instanceLocation,
        keyword: "maxItems",
        keywordLocation: `${schemaLocation}/maxItems`,
        error: `Array has too many items (${instance.length} > ${$maxItems}).`
      });
    }
    if ($minItems !== void 0 && instance.length < $minItems) {
      errors.push({
        instanceLocation,
        keyword: "minItems",
        keywordLocation: `${schemaLocation}/minItems`,
        error: `Array has too few items (${instance.length} < ${$minItems}).`
      });
    }
    const length = instance.length;
    let i = 0;
    let stop = false;
    if ($prefixItems !== void 0) {
      const keywordLocation = `${schemaLocation}/prefixItems`;
      const length2 = Math.min($prefixItems.length, length);
      for (; i < length2; i++) {
        const result = validate(instance[i], $prefixItems[i], draft, lookup, shortCircuit, recursiveAnchor, `${instanceLocation}/${i}`, `${keywordLocation}/${i}`);
        evaluated[i] = true;
        if (!result.valid) {
          stop = shortCircuit;
          errors.push({
            instanceLocation,
            keyword: "prefixItems",
            keywordLocation,
            error: `Items did not match schema.`
          }, ...result.errors);
          if (stop)
            break;
        }
      }
    }
    if ($items !== void 0) {
      const keywordLocation = `${schemaLocation}/items`;
      if (Array.isArray($items)) {
        const length2 = Math.min($items.length, length);
        for (; i < length2; i++) {
          const result = validate(instance[i], $items[i], draft, lookup, shortCircuit, recursiveAnchor, `${instanceLocation}/${i}`, `${keywordLocation}/${i}`);
          evaluated[i] = true;
          if (!result.valid) {
            stop = shortCircuit;
            errors.push({
              instanceLocation,
              keyword: "items",
              keywordLocation,
              error: `Items did not match schema.`
            }, ...result.errors);
            if (stop)
              break;
          }
        }
      } else {
        for (; i < length; i++) {
          const result = validate(instance[i], $items, draft, lookup, shortCircuit, recursiveAnchor, `${instanceLocation}/${i}`, keywordLocation);
          evaluated[i] = true;
          if (!result.valid) {
            stop = shortCircuit;
            errors.push({
              instanceLocation,
              keyword: "items",
              keywordLocation,
              error: `Items did not match schema.`
            }, ...result.errors);
            if (stop)
              break;
          }
        }
      }
      if (!stop && $additionalItems !== void 0) {
        const keywordLocation2 = `${schemaLocation}/additionalItems`;
        for (; i < length; i++) {
          const result = validate(instance[i], $additionalItems, draft, lookup, shortCircuit, recursiveAnchor, `${instanceLocation}/${i}`, keywordLocation2);
          evaluated[i] = true;
          if (!result.valid) {
            stop = shortCircuit;
            errors.push({
              instanceLocation,
              keyword: "additionalItems",
              keywordLocation: keywordLocation2,
              error: `Items did not match additional items schema.`
            }, ...result.errors);
          }
        }
      }
    }
    if ($contains !== void 0) {
      if (length === 0 && $minContains === void 0) {
        errors.push({
          instanceLocation,
          keyword: "contains",
          keywordLocation: `${schemaLocation}/contains`,
          error: `Array is empty. It must contain at least one item matching the schema.`
        });
      } else if ($minContains !== void 0 && length < $minContains) {
        errors.push({
          instanceLocation,
          keyword: "minContains",
          keywordLocation: `${schemaLocation}/minContains`,
          error: `Array has less items (${length}) than minContains (${$minContains}).`
        });
      } else {
        const keywordLocation = `${schemaLocation}/contains`;
        const errorsLength = errors.length;
        let contained = 0;
        for (let j = 0; j < length; j++) {
          const result = validate(instance[j], $contains, draft, lookup, shortCircuit, recursiveAnchor, `${instanceLocation}/${j}`, keywordLocation);
          if (result.valid) {
            evaluated[j] = true;
            contained++;
          } else {
            errors.push(...result.errors);
          }
        }
        if (contained >= ($minContains || 0)) {
          errors.length = errorsLength;
        }
        if ($minContains === void 0 && contained === 0) {
          errors.splice(errorsLength, 0, {
            instanceLocation,
            keyword: "contains",
            keywordLocation,
            error: `Array does not contain item matching schema.`
          });
        } else if ($minContains !== void 0 && contained < $minContains) {
          errors.push({
            instanceLocation,
            keyword: "minContains",
            keywordLocation: `${schemaLocation}/minContains`,
            error: `Array must contain at least ${$minContains} items matching schema. Only ${contained} items were found.`
          });
        } else if ($maxContains !== void 0 && contained > $maxContains) {
          errors.push({
            instanceLocation,
            keyword: "maxContains",
            keywordLocation: `${schemaLocation}/maxContains`,
            error: `Array may contain at most ${$maxContains} items matching schema. ${contained} items were found.`
          });
        }
      }
    }
    if (!stop && $unevaluatedItems !== void 0) {
      const keywordLocation = `${schemaLocation}/unevaluatedItems`;
      for (i; i < length; i++) {
        if (evaluated[i]) {
          continue;
        }
        const result = validate(instance[i], $unevaluatedItems, draft, lookup, shortCircuit, recursiveAnchor, `${instanceLocation}/${i}`, keywordLocation);
        evaluated[i] = true;
        if (!result.valid) {
          errors.push({
            instanceLocation,
            keyword: "unevaluatedItems",
            keywordLocation,
            error: `Items did not match unevaluated items schema.`
          }, ...result.errors);
        }
      }
    }
    if ($uniqueItems) {
      for (let j = 0; j < length; j++) {
        const a = instance[j];
        const ao = typeof a === "object" && a !== null;
        for (let k = 0; k < length; k++) {
          if (j === k) {
            continue;
          }
          const b = instance[k];
          const bo = typeof b === "object" && b !== null;
          if (a === b || ao && bo && deepCompareStrict(a, b)) {
            errors.push({
              instanceLocation,
              keyword: "uniqueItems",
              keywordLocation: `${schemaLocation}/uniqueItems`,
              error: `Duplicate items at indexes ${j} and ${k}.`
            });
            j = Number.MAX_SAFE_INTEGER;
            k = Number.MAX_SAFE_INTEGER;
          }
        }
      }
    }
  } else if (instanceType === "number") {
    if (draft === "4") {
      if ($minimum !== void 0 && ($exclusiveMinimum === true && instance <= $minimum || instance < $minimum)) {
        errors.push({
          instanceLocation,
          keyword: "minimum",
          keywordLocation: `${schemaLocation}/minimum`,
          error: `${instance} is less than ${$exclusiveMinimum ? "or equal to " : ""} ${$minimum}.`
        });
      }
      if ($maximum !== void 0 && ($exclusiveMaximum === true && instance >= $maximum || instance > $maximum)) {
        errors.push({
          instanceLocation,
          keyword: "maximum",
          keywordLocation: `${schemaLocation}/maximum`,
          error: `${instance} is greater than ${$exclusiveMaximum ? "or equal to " : ""} ${$maximum}.`
        });
      }
    } else {
      if ($minimum !== void 0 && instance < $minimum) {
        errors.push({
          instanceLocation,
          keyword: "minimum",
          keywordLocation: `${schemaLocation}/minimum`,
          error: `${instance} is less than ${$minimum}.`
        });
      }
      if ($maximum !== void 0 && instance > $maximum) {
        errors.push({
          instanceLocation,
          keyword: "maximum",
          keywordLocation: `${schemaLocation}/maximum`,
          error: `${instance} is greater than ${$maximum}.`
        });
      }
      if ($exclusiveMinimum !== void 0 && instance <= $exclusiveMinimum) {
        errors.push({
          instanceLocation,
          keyword: "exclusiveMinimum",
          keywordLocation: `${schemaLocation}/exclusiveMinimum`,
          error: `${instance} is less than ${$exclusiveMinimum}.`
        });
      }
      if ($exclusiveMaximum !== void 0 && instance >= $exclusiveMaximum) {
        errors.push({
          instanceLocation,
          keyword: "exclusiveMaximum",
          keywordLocation: `${schemaLocation}/exclusiveMaximum`,
          error: `${instance} is greater than or equal to ${$exclusiveMaximum}.`
        });
      }
    }
    if ($multipleOf !== void 0) {
      if (!isMultipleOf(instance, $multipleOf)) {
        errors.push({
          instanceLocation,
          keyword: "multipleOf",
          keywordLocation: `${schemaLocation}/multipleOf`,
          error: `${instance} is not a multiple of ${$multipleOf}.`
        });
      }
    }
  } else if (instanceType === "string") {
    const length = $minLength === void 0 && $maxLength === void 0 ? 0 : ucs2length(instance);
    if ($minLength !== void 0 && length < $minLength) {
      errors.push({
        instanceLocation,
        keyword: "minLength",
        keywordLocation: `${schemaLocation}/minLength`,
        error: `String is too short (${length} < ${$minLength}).`
      });
    }
    if ($maxLength !== void 0 && length > $maxLength) {
      errors.push({
        instanceLocation,
        keyword: "maxLength",
        keywordLocation: `${schemaLocation}/maxLength`,
        error: `String is too long (${length} > ${$maxLength}).`
      });
    }
    if ($pattern !== void 0 && !new RegExp($pattern, "u").test(instance)) {
      errors.push({
        instanceLocation,
        keyword: "pattern",
        keywordLocation: `${schemaLocation}/pattern`,
        error: `String does not match pattern.`
      });
    }
    if ($format !== void 0 && format[$format] && !format[$format](instance)) {
      errors.push({
        instanceLocation,
        keyword: "format",
        keywordLocation: `${schemaLocation}/format`,
        error: `String does not match format "${$format}".`
      });
    }
  }
  return { valid: errors.length === 0, errors };
}
__name(validate, "validate");

// node_modules/@cfworker/json-schema/dist/esm/validator.js
var Validator = class {
  static {
    __name(this, "Validator");
  }
  schema;
  draft;
  shortCircuit;
  lookup;
  constructor(schema, draft = "2019-09", shortCircuit = true) {
    this.schema = schema;
    this.draft = draft;
    this.shortCircuit = shortCircuit;
    this.lookup = dereference(schema);
  }
  validate(instance) {
    return validate(instance, this.schema, this.draft, this.lookup, this.shortCircuit);
  }
  addSchema(schema, id) {
    if (id) {
      schema = { ...schema, $id: id };
    }
    dereference(schema, this.lookup);
  }
};

// src/model/validate-json.ts
var BASE = "https://flowproof.invalid/schema.json";
function compileJsonSchema(schema, references = []) {
  if (typeof schema === "boolean")
    return () => schema ? [] : [{ path: "", message: "nothing is allowed here" }];
  const own = withId(schema, BASE);
  const validator = new Validator(own, draftOf(schema));
  for (const { name, schema: other } of references) {
    const id = new URL(name, String(own.$id)).href;
    const referred = withId(other, id);
    validator.addSchema(referred);
    if (referred.$id !== id) validator.addSchema(plainNumbers(other), id);
  }
  return (value) => {
    const { errors } = validate2(validator, plainNumbers(value));
    return errors.slice(-1).map(({ instanceLocation, error }) => ({
      path: renderPath(instanceLocation),
      message: error.replace(/\.$/, "")
    }));
  };
}
__name(compileJsonSchema, "compileJsonSchema");
function validate2(validator, value) {
  try {
    return validator.validate(value);
  } catch (cause) {
    const [error = ""] = describeError(cause).split(/\.? {2}|\n/);
    const violation = { keyword: "$ref", keywordLocation: "#", instanceLocation: "#", error };
    return { valid: false, errors: [violation] };
  }
}
__name(validate2, "validate");
function withId(schema, id) {
  const copy = plainNumbers(schema);
  const given = copy.$id ?? copy.id;
  return { ...copy, $id: typeof given === "string" ? new URL(given, BASE).href : id };
}
__name(withId, "withId");
function draftOf(schema) {
  const written = isJsonObject(schema) ? String(schema.$schema ?? "") : "";
  if (/draft-0?4/.test(written)) return "4";
  if (/draft-0?[67]/.test(written)) return "7";
  return written.includes("2019-09") ? "2019-09" : "2020-12";
}
__name(draftOf, "draftOf");
function plainNumbers(value) {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainNumbers(one)]));
}
__name(plainNumbers, "plainNumbers");
function renderPath(pointer) {
  return pointer.split("/").slice(1).map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~")).map(
    (key) => /^\d+$/.test(key) ? `[${key}]` : /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
  ).join("");
}
__name(renderPath, "renderPath");

// src/formats/json-schema/sample.ts
var DEEPEST2 = 5;
function sampleJsonSchema(schema, random) {
  return new Sampler(schema, random).sample(schema, 0);
}
__name(sampleJsonSchema, "sampleJsonSchema");
var Sampler = class {
  static {
    __name(this, "Sampler");
  }
  #root;
  #random;
  constructor(root, random) {
    this.#root = root;
    this.#random = random;
  }
  sample(written, depth) {
    const schema = this.#plain(written, 0);
    if (schema.const !== void 0) return schema.const;
    if (Array.isArray(schema.enum)) return this.#pick(schema.enum) ?? null;
    const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? typeOf(schema)];
    const isDeep = depth >= DEEPEST2 && types.includes("null");
    switch (isDeep ? "null" : this.#pick(types)) {
      case "object":
        return this.#object(schema, depth);
      case "array":
        return this.#list(schema, depth);
      case "string":
        return this.#text(schema);
      case "integer":
        return this.#whole(schema);
      case "number":
        return this.#whole(schema);
      case "boolean":
        return this.#random() < 0.5;
      default:
        return null;
    }
  }
  /** Without `$ref` and combinations: one of `oneOf` and `anyOf`, all of `allOf` as one. */
  #plain(schema, steps) {
    if (!isJsonObject(schema) || steps > 50) return {};
    const { $ref, oneOf, anyOf, allOf, ...own } = schema;
    const parts = [
      typeof $ref === "string" ? this.#at($ref) : void 0,
      this.#pick(Array.isArray(oneOf) ? oneOf : anyOf),
      ...Array.isArray(allOf) ? allOf : []
    ];
    return parts.filter((part) => part !== void 0).map((part) => this.#plain(part, steps + 1)).reduce(merge, own);
  }
  #at(reference2) {
    let found = this.#root;
    for (const token of reference2.replace(/^#/, "").split("/").slice(1)) {
      const key = decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
      found = isJsonObject(found) ? found[key] : void 0;
    }
    return found;
  }
  #pick(values) {
    return Array.isArray(values) ? values[randomWhole(this.#random, 0, values.length - 1)] : void 0;
  }
  #object({ properties, required }, depth) {
    const needed = Array.isArray(required) ? required.map(String) : [];
    const all = isJsonObject(properties) ? properties : {};
    const names2 = [.../* @__PURE__ */ new Set([...Object.keys(all), ...needed])];
    const there = depth >= DEEPEST2 ? needed : names2;
    return Object.fromEntries(there.map((name) => [name, this.sample(all[name] ?? {}, depth + 1)]));
  }
  #list({ items, prefixItems, minItems, maxItems }, depth) {
    const fixed = Array.isArray(prefixItems) ? prefixItems : [];
    const least = numberOr(minItems, 0);
    const most = depth >= DEEPEST2 ? least : numberOr(maxItems, Math.max(least, 3));
    const count = Math.max(fixed.length, randomWhole(this.#random, least, most));
    return Array.from({ length: count }, (_, index) => this.sample(fixed[index] ?? items ?? {}, depth + 1));
  }
  #text({ format: format2, minLength, maxLength }) {
    const made = FORMATS[String(format2)]?.(this.#random);
    if (made !== void 0) return made;
    const least = numberOr(minLength, 1);
    return randomText(
      this.#random,
      randomWhole(this.#random, least, numberOr(maxLength, Math.max(least, 12)))
    );
  }
  /** A multiple that lies between the bounds. */
  #whole({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }) {
    const step = numberOr(multipleOf, 1);
    const least = Math.max(
      numberOr(minimum, Number.NEGATIVE_INFINITY),
      numberOr(exclusiveMinimum, Number.NEGATIVE_INFINITY) + step
    );
    const from = Number.isFinite(least) ? least : Math.min(0, numberOr(maximum, 1e3) - 1e3);
    const most = Math.min(
      numberOr(maximum, from + 1e3),
      numberOr(exclusiveMaximum, Number.POSITIVE_INFINITY) - step
    );
    return randomWhole(this.#random, Math.ceil(from / step), Math.floor(most / step)) * step;
  }
};
function typeOf(schema) {
  if ("properties" in schema || "required" in schema) return "object";
  return "items" in schema || "prefixItems" in schema ? "array" : "string";
}
__name(typeOf, "typeOf");
function merge(one, other) {
  const required = [one.required, other.required].flatMap(
    (names2) => Array.isArray(names2) ? names2 : []
  );
  const [mine, theirs] = [one.properties, other.properties].map((map) => isJsonObject(map) ? map : {});
  return { ...one, ...other, properties: { ...mine, ...theirs }, required };
}
__name(merge, "merge");
function numberOr(value, fallback2) {
  return typeof value === "number" || typeof value === "bigint" ? Number(value) : fallback2;
}
__name(numberOr, "numberOr");
var SECONDS_OF_2033 = 2e9;
function isoTime(random) {
  return new Date(randomWhole(random, 0, SECONDS_OF_2033) * 1e3).toISOString();
}
__name(isoTime, "isoTime");
var FORMATS = {
  date: /* @__PURE__ */ __name((random) => isoTime(random).slice(0, 10), "date"),
  time: /* @__PURE__ */ __name((random) => isoTime(random).slice(11), "time"),
  "date-time": isoTime,
  email: /* @__PURE__ */ __name((random) => `${randomText(random).toLowerCase()}@example.com`, "email"),
  hostname: /* @__PURE__ */ __name((random) => `${randomText(random).toLowerCase()}.example.com`, "hostname"),
  ipv4: /* @__PURE__ */ __name((random) => Array.from({ length: 4 }, () => randomWhole(random, 0, 255)).join("."), "ipv4"),
  uri: /* @__PURE__ */ __name((random) => `https://example.com/${randomText(random)}`, "uri"),
  uuid: /* @__PURE__ */ __name((random) => randomText(random, 32, "hex").replace(/^(.{8}).(.{3}).(.{3})(.{4})/, "$1-4$2-a$3-$4-"), "uuid")
};

// src/formats/json-schema/language.ts
var jsonSchemaLanguage = {
  kind: "JSON",
  compile({ text: text2, dependencies }) {
    const schema = parseSchema(text2);
    const references = dependencies.map((one) => ({ name: one.name, schema: parseSchema(one.text) }));
    return compileJson(schema, compileJsonSchema(schema, references));
  },
  referenceName: /* @__PURE__ */ __name((file) => file, "referenceName")
};
function compileJson(schema, violations) {
  const compiled = {
    recordName: isJsonObject(schema) && typeof schema.title === "string" ? schema.title : void 0,
    check(value) {
      const [first] = violations(value);
      if (first) throw new Unfit(`${first.path}${first.path === "" ? "" : ": "}${first.message}`);
    },
    encode(value) {
      compiled.check(value);
      return json.encode(value);
    },
    decode(bytes2, _isFramed, reader) {
      const value = decodeJson(bytes2);
      (reader ?? compiled).check(value);
      return value;
    },
    sample: /* @__PURE__ */ __name((random) => sampleJsonSchema(schema, random), "sample")
  };
  return compiled;
}
__name(compileJson, "compileJson");
function parseSchema(text2) {
  const schema = decodeJson(encodeUtf8(text2));
  if (isJsonObject(schema) || typeof schema === "boolean") return schema;
  throw new Unfit("a JSON schema is an object, true or false");
}
__name(parseSchema, "parseSchema");

// src/formats/string.ts
var string = definePlainFormat({
  about: "UTF-8 text; numbers and booleans are written as their text",
  encode: /* @__PURE__ */ __name((value) => encodeUtf8(textOf(value)), "encode"),
  decode: decodeUtf8
});
function textOf(value) {
  if (typeof value !== "object") return String(value);
  throw new Unfit(`expected text, got ${showKind(value)}`, 'write "json" for maps and lists');
}
__name(textOf, "textOf");

// src/formats/auto.ts
var auto = defineFormat({
  about: "written: maps and lists as json, scalars as string; read: what the schema registry knows by its id, a JSON object or array, text, else bytes",
  bare: {},
  open(_options, _part, { registry }) {
    const known = new Once();
    return {
      encode: /* @__PURE__ */ __name((value) => ({ bytes: encodeUnframed(value) }), "encode"),
      prepareDecode(bytes2, _site, signal) {
        const framed = registry && parseFrame(bytes2);
        if (!framed) return void 0;
        return known.prepare(framed.schemaId, async () => {
          const schema = await registry.schemaById(framed.schemaId, signal);
          if (!schema) return void 0;
          const dependencies = await resolveReferences(schema.references, registry, signal);
          return await compileIfValid(await LANGUAGES[schema.kind](), { text: schema.text, dependencies });
        });
      },
      decode(bytes2) {
        const framed = parseFrame(bytes2);
        const schema = framed && known.get(framed.schemaId);
        if (!schema) return { value: decodeUnframed(bytes2) };
        const decoded = decodeIfFit(schema, framed.payload);
        if (decoded === void 0) return { value: decodeUnframed(bytes2) };
        return { value: decoded, schemaId: framed.schemaId };
      }
    };
  }
});
function encodeUnframed(value) {
  return (typeof value === "object" ? json : string).encode(value);
}
__name(encodeUnframed, "encodeUnframed");
function decodeUnframed(bytes2) {
  const text2 = readUtf8(bytes2);
  return text2 === void 0 || text2.includes("\0") ? renderBase64(bytes2) : structureOf(text2) ?? text2;
}
__name(decodeUnframed, "decodeUnframed");
var OPENS_STRUCTURE = /^\s*[[{]/;
function structureOf(text2) {
  if (!OPENS_STRUCTURE.test(text2)) return void 0;
  try {
    return parseJson(text2);
  } catch {
    return void 0;
  }
}
__name(structureOf, "structureOf");
var LANGUAGES = {
  AVRO: /* @__PURE__ */ __name(() => Promise.resolve(avroLanguage), "AVRO"),
  JSON: /* @__PURE__ */ __name(() => Promise.resolve(jsonSchemaLanguage), "JSON"),
  PROTOBUF: /* @__PURE__ */ __name(async () => (await import("./part-formats-protobuf-language.js")).protobufLanguage, "PROTOBUF")
  // it takes a while to load
};
function decodeIfFit(schema, payload) {
  try {
    return schema.decode(payload, true);
  } catch (cause) {
    if (cause instanceof Unfit) return void 0;
    throw cause;
  }
}
__name(decodeIfFit, "decodeIfFit");
async function compileIfValid(language, source) {
  try {
    return await language.compile(source, {});
  } catch (cause) {
    if (cause instanceof Unfit) return void 0;
    throw cause;
  }
}
__name(compileIfValid, "compileIfValid");

// src/formats/codec/local-schema.ts
async function readLocalSchema(language, { file, schema, references = [] }, { readFile }) {
  const text2 = file === void 0 ? schema : await readText(file, readFile);
  if (text2 === void 0) return void 0;
  const local = [];
  for (const path of references.filter((one) => typeof one === "string")) {
    const dependency = await readText(path, readFile);
    const uses = local.map(({ name }) => name);
    local.push({ name: language.referenceName(path, dependency), text: dependency, uses });
  }
  const imports = await language.readImports?.({ text: text2, file }, readFile);
  return {
    text: text2,
    origin: file ?? "the schema of the scenario",
    local: [...local, ...imports?.dependencies ?? []],
    uses: [...local.map(({ name }) => name), ...imports?.uses ?? []],
    registered: references.filter((one) => typeof one !== "string")
  };
}
__name(readLocalSchema, "readLocalSchema");
async function readText(path, readFile) {
  try {
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof FlowproofError) throw cause;
    throw new RunError(
      "FILE_NOT_READABLE",
      `the schema file "${path}" cannot be read: ${describeError(cause)}`,
      { cause }
    );
  }
}
__name(readText, "readText");
async function dependenciesOf({ local, registered }, registry, signal) {
  if (registered.length === 0) return local;
  return [...await resolveReferences(registered, requireRegistry(registry), signal), ...local];
}
__name(dependenciesOf, "dependenciesOf");
async function enlistSchema(schema, {
  kind,
  subject,
  register
}, { registry, signal }) {
  const enlist = /* @__PURE__ */ __name(async (name, text2) => {
    if (register) return await registry.register(name, text2, signal);
    const found = await registry.lookUp(name, text2, signal);
    if (found) return found;
    throw new RunError(
      "SCHEMA_NOT_FOUND",
      `the schema registry at ${registry.url} does not have ${schema.origin} under subject "${name}"`,
      {
        hint: 'add "register: true" to the format to register it'
      }
    );
  }, "enlist");
  const known = /* @__PURE__ */ new Map();
  for (const { name, text: text2, uses = [] } of schema.local) {
    const references = uses.flatMap((use) => known.get(use) ?? []);
    const { version } = await enlist(name, { kind, text: text2, references });
    known.set(name, { name, subject: name, version });
  }
  return await enlist(subject, {
    kind,
    text: schema.text,
    references: [...schema.registered, ...schema.uses.flatMap((name) => known.get(name) ?? [])]
  });
}
__name(enlistSchema, "enlistSchema");
function requireRegistry(registry) {
  if (registry) return registry;
  throw new RunError(
    "SCHEMA_NOT_FOUND",
    "the format needs a schema registry, and flowproof.yaml names none",
    {
      hint: 'add "schemaRegistry: { provider: embedded }" to flowproof.yaml, or give the schema with "file" or "schema"'
    }
  );
}
__name(requireRegistry, "requireRegistry");

// src/formats/codec/schema-codec.ts
async function openSchemaCodec(language, use) {
  const { options, sources } = use;
  const local = await readLocalSchema(language, options, sources);
  const isFramed = (options.framing ?? (sources.registry ? "confluent" : "none")) === "confluent";
  if (isFramed || !local) requireRegistry(sources.registry);
  const finder = createSchemaFinder(language, use, local);
  const hasReader = local !== void 0 || options.subject !== void 0 || !isFramed;
  const writers = new Once();
  const readers = new Once();
  const written = new Once();
  return {
    prepareEncode: /* @__PURE__ */ __name((_value, { topic }, signal) => writers.prepare(topic, () => finder.findWriter(topic, { isFramed, signal })), "prepareEncode"),
    encode(value, { topic }) {
      const { compiled, schemaId } = prepared(writers.get(topic));
      const payload = compiled.encode(value, isFramed);
      return { bytes: schemaId === void 0 ? payload : renderFrame({ schemaId, payload }) };
    },
    prepareDecode(bytes2, { topic }, signal) {
      const schemaId = isFramed ? parseFrame(bytes2)?.schemaId : void 0;
      const pending = [
        hasReader ? readers.prepare(topic, () => finder.findReader(topic, signal)) : void 0,
        schemaId === void 0 ? void 0 : written.prepare(schemaId, () => finder.findById(schemaId, signal))
      ].filter((one) => one !== void 0);
      return pending.length === 0 ? void 0 : Promise.all(pending).then(() => void 0);
    },
    decode(bytes2, { topic }) {
      const reader = hasReader ? prepared(readers.get(topic)) : void 0;
      if (!isFramed) return { value: prepared(reader).decode(bytes2, false) };
      const { schemaId, payload } = requireFrame(bytes2);
      const writer = prepared(written.get(schemaId));
      if (typeof writer === "string") throw new Unfit(writer);
      return { value: writer.decode(payload, true, reader), schemaId };
    },
    sample: /* @__PURE__ */ __name((random, { topic }) => prepared(writers.get(topic)).compiled.sample(random), "sample")
  };
}
__name(openSchemaCodec, "openSchemaCodec");
function prepared(found) {
  if (found === void 0) throw new TypeError("a codec is used before it is prepared");
  return found;
}
__name(prepared, "prepared");
function createSchemaFinder(language, { options, part, sources: { registry } }, local) {
  const compile = /* @__PURE__ */ __name((origin, source) => compileSchema(language, { origin, source, options }), "compile");
  const compileLocal = /* @__PURE__ */ __name(async (given, signal) => {
    const dependencies = await dependenciesOf(given, registry, signal);
    return await compile(given.origin, { text: given.text, dependencies });
  }, "compileLocal");
  const findRegistered = /* @__PURE__ */ __name(async (topic, signal) => {
    const known = requireRegistry(registry);
    const subject = subjectOf({ options, part, topic, recordName: void 0 });
    const { version = "latest" } = options;
    const schema = await known.schemaOf(subject, version, signal);
    if (!schema) throw missingSubject(known, subject, version);
    const dependencies = await resolveReferences(schema.references, known, signal);
    const compiled = await compile(`version ${schema.version} of subject "${subject}"`, {
      ...schema,
      dependencies
    });
    return { compiled, schemaId: schema.id };
  }, "findRegistered");
  return {
    async findWriter(topic, { isFramed, signal }) {
      if (!local) {
        const writer = await findRegistered(topic, signal);
        return isFramed ? writer : { compiled: writer.compiled };
      }
      const compiled = await compileLocal(local, signal);
      if (!isFramed) return { compiled };
      const subject = subjectOf({ options, part, topic, recordName: compiled.recordName });
      const { id } = await enlistSchema(
        local,
        { kind: language.kind, subject, register: options.register === true },
        { registry: requireRegistry(registry), signal }
      );
      return { compiled, schemaId: id };
    },
    async findReader(topic, signal) {
      return local ? await compileLocal(local, signal) : (await findRegistered(topic, signal)).compiled;
    },
    async findById(id, signal) {
      const known = requireRegistry(registry);
      const schema = await known.schemaById(id, signal);
      if (!schema) return `the schema registry at ${known.url} has no schema with id ${id}`;
      if (schema.kind !== language.kind)
        return `schema ${id} is of type ${schema.kind}, not ${language.kind}`;
      const dependencies = await resolveReferences(schema.references, known, signal);
      try {
        return await language.compile({ text: schema.text, dependencies }, options);
      } catch (cause) {
        if (cause instanceof Unfit) return `schema ${id} cannot be used: ${cause.message}`;
        throw cause;
      }
    }
  };
}
__name(createSchemaFinder, "createSchemaFinder");
async function compileSchema(language, {
  origin,
  source,
  options
}) {
  try {
    return await language.compile(source, options);
  } catch (cause) {
    if (!(cause instanceof Unfit)) throw cause;
    throw new RunError("SCHEMA_INVALID", `${origin} cannot be used: ${cause.message}`, {
      hint: cause.hint,
      cause
    });
  }
}
__name(compileSchema, "compileSchema");
function subjectOf({
  options: { subject, strategy = "topic" },
  part,
  topic,
  recordName
}) {
  if (subject !== void 0) return subject;
  if (strategy === "topic") return `${topic}-${part}`;
  if (recordName === void 0) {
    throw new RunError("SCHEMA_INVALID", `the strategy "${strategy}" needs a schema with a name`, {
      hint: 'give the schema with "file" or "schema", or name the subject'
    });
  }
  return strategy === "record" ? recordName : `${topic}-${recordName}`;
}
__name(subjectOf, "subjectOf");
function missingSubject({ url }, subject, version) {
  const what = version === "latest" ? `subject "${subject}"` : `version ${version} of subject "${subject}"`;
  return new RunError("SCHEMA_NOT_FOUND", `the schema registry at ${url} has no ${what}`, {
    hint: 'register it there, or give the schema with "file" and "register: true"'
  });
}
__name(missingSubject, "missingSubject");

// src/formats/codec/schema-options.ts
var text = external_exports.string().min(1);
var reference = external_exports.union([
  text.describe("a schema file"),
  external_exports.strictObject({
    name: text.describe("what the schema calls it: a full name, an import path, or a URI"),
    subject: text.describe("of the schema registry"),
    version: external_exports.int().min(1).describe("of the subject")
  })
]);
var inlineSchema = external_exports.custom((value) => value !== null && value !== void 0).transform((value) => {
  return typeof value === "string" ? value : renderJson(value);
});
var schemaOptions = {
  file: text.optional().describe("the schema, in a file"),
  schema: inlineSchema.optional().describe("the schema itself"),
  references: external_exports.array(reference).min(1).optional().describe(
    "what the schema refers to: files, or subjects with their version; those first that others need"
  ),
  subject: text.optional().describe("in the schema registry; default: by the strategy"),
  version: external_exports.union([external_exports.literal("latest"), external_exports.int().min(1)]).optional().describe("of the subject; without it the latest"),
  strategy: external_exports.enum(["topic", "record", "topic-record"]).optional().describe("how the subject is named: <topic>-value, <record>, or <topic>-<record>; default topic"),
  register: external_exports.boolean().optional().describe("register the schema where the subject lacks it; default false"),
  framing: external_exports.enum(["confluent", "none"]).optional().describe(
    "whether the schema id stands before the bytes; default confluent with a schema registry, else none"
  )
};
function checkSchemaOptions({ file, schema, register, version, framing }, context) {
  const refuse = /* @__PURE__ */ __name((path, message, hint) => {
    context.addIssue({ code: "custom", path: [path], message, params: { hint } });
  }, "refuse");
  const isLocal = file !== void 0 || schema !== void 0;
  if (file !== void 0 && schema !== void 0)
    refuse("schema", 'both "file" and "schema"', "give the schema once");
  if (register === true && !isLocal) refuse("register", "nothing to register", 'add "file" or "schema"');
  if (register === true && framing === "none")
    refuse("register", "nothing to register for bytes without schema id", 'leave out "framing: none"');
  if (isLocal && version !== void 0)
    refuse("version", '"version" beside a schema that is given', "leave out one of the two");
}
__name(checkSchemaOptions, "checkSchemaOptions");

// src/formats/avro.ts
var avro = defineFormat({
  about: "Avro's binary encoding; behind the schema id of Confluent's wire format when there is a schema registry",
  options: external_exports.strictObject({
    ...schemaOptions,
    logicalTypes: external_exports.boolean().optional().describe(
      "show times, decimals and the like as what they mean, not as the numbers underneath; default true"
    )
  }).superRefine(checkSchemaOptions),
  bare: {},
  language: /* @__PURE__ */ __name(async () => avroLanguage, "language"),
  open: /* @__PURE__ */ __name((options, part, sources) => openSchemaCodec(avroLanguage, { options, part, sources }), "open")
});

// src/formats/cloudevents.ts
var REQUIRED = ["specversion", "id", "source", "type"];
var CONTENT_TYPE = "content-type";
var STRUCTURED = "application/cloudevents+json; charset=UTF-8";
var PREFIX = "ce_";
var cloudevents = defineFormat({
  about: "a CloudEvent as a map of its attributes and data; both content modes are read, structured is written",
  options: external_exports.enum(["structured", "binary"]).describe("the content mode that is written; default structured"),
  bare: "structured",
  open: /* @__PURE__ */ __name((mode) => ({
    encode(value) {
      const event = requireEvent(value);
      return mode === "structured" ? encodeStructured(event) : encodeBinary(event);
    },
    decode: /* @__PURE__ */ __name((bytes2, { headers }) => ({ value: decodeEvent(bytes2, headers) }), "decode")
  }), "open")
});
function requireEvent(value) {
  if (!isJsonObject(value)) throw new Unfit(`expected a map of attributes and data, got ${showKind(value)}`);
  const event = { specversion: "1.0", ...value };
  const missing = REQUIRED.find((name) => typeof event[name] !== "string" || event[name] === "");
  if (missing !== void 0) throw new Unfit(`a CloudEvent needs the attribute "${missing}" as text`);
  return event;
}
__name(requireEvent, "requireEvent");
function encodeStructured(event) {
  return { bytes: json.encode(event), headers: [header(CONTENT_TYPE, STRUCTURED)] };
}
__name(encodeStructured, "encodeStructured");
function encodeBinary({
  data = null,
  data_base64: binary,
  datacontenttype,
  ...attributes
}) {
  const isJson = datacontenttype === void 0 || isJsonType(String(datacontenttype));
  const contentType = String(datacontenttype ?? "application/json");
  const headers = Object.entries(attributes).map(
    ([name, value]) => header(`${PREFIX}${name}`, textOf2(name, value))
  );
  return { bytes: dataBytes(data, binary, isJson), headers: [header(CONTENT_TYPE, contentType), ...headers] };
}
__name(encodeBinary, "encodeBinary");
function dataBytes(data, binary, isJson) {
  if (binary === void 0) return isJson ? json.encode(data) : string.encode(data);
  const bytes2 = typeof binary === "string" ? parseBase64(binary) : void 0;
  if (!bytes2) throw new Unfit(`.data_base64: expected base64 text, got ${showKind(binary)}`);
  return bytes2;
}
__name(dataBytes, "dataBytes");
function textOf2(name, value) {
  if (typeof value === "object")
    throw new Unfit(`.${name}: an attribute is a scalar, got ${showKind(value)}`);
  return String(value);
}
__name(textOf2, "textOf");
function header(key, value) {
  return { key, value: encodeUtf8(value) };
}
__name(header, "header");
function decodeEvent(bytes2, headers) {
  const texts = new Map(
    headers.map(({ key, value }) => [key.toLowerCase(), value === null ? "" : readUtf8(value) ?? ""])
  );
  const contentType = texts.get(CONTENT_TYPE);
  if (texts.has(`${PREFIX}specversion`)) return decodeBinary(bytes2, texts, contentType);
  const event = decodeJson(bytes2);
  const missing = isJsonObject(event) ? REQUIRED.find((name) => !(name in event)) : "specversion";
  if (missing === void 0) return event;
  throw new Unfit(
    `no CloudEvent: neither ${PREFIX}specversion among the headers nor "${missing}" in the JSON`
  );
}
__name(decodeEvent, "decodeEvent");
function decodeBinary(bytes2, texts, contentType) {
  const attributes = [...texts].filter(([key]) => key.startsWith(PREFIX)).map(([key, value]) => [key.slice(PREFIX.length), value]);
  const type = contentType === void 0 ? {} : { datacontenttype: contentType };
  return { ...Object.fromEntries(attributes), ...type, ...decodeData(bytes2, contentType) };
}
__name(decodeBinary, "decodeBinary");
function decodeData(bytes2, contentType) {
  if (bytes2.length === 0) return {};
  if (contentType === void 0 || isJsonType(contentType)) return { data: decodeJson(bytes2) };
  const text2 = readUtf8(bytes2);
  return text2 === void 0 ? { data_base64: renderBase64(bytes2) } : { data: text2 };
}
__name(decodeData, "decodeData");
function isJsonType(contentType) {
  return /^[^;]*[/+]json\s*(?:;|$)/i.test(contentType);
}
__name(isJsonType, "isJsonType");

// src/formats/codec/find-file-fault.ts
async function findFileFault(language, { file, references = [] }, read) {
  const isWhole = references.every((one) => typeof one === "string");
  const dependencies = [];
  for (const path of references.filter((one) => typeof one === "string")) {
    const text2 = await read(path);
    const fault = await faultOf({ file: path, text: text2, dependencies, isWhole }, language, read);
    if (fault) return fault;
    dependencies.push({ name: language.referenceName(path, text2), text: text2 });
  }
  return await faultOf({ file, text: await read(file), dependencies, isWhole }, language, read);
}
__name(findFileFault, "findFileFault");
async function faultOf({ file, text: text2, dependencies, isWhole }, language, read) {
  try {
    const imports = await language.readImports?.({ text: text2, file }, read);
    await language.compile({ text: text2, dependencies: [...dependencies, ...imports?.dependencies ?? []] }, {});
    return void 0;
  } catch (cause) {
    if (!(cause instanceof Unfit)) throw cause;
    const {
      message = cause.message,
      at = placeOfName(cause.message, text2),
      file: own = file
    } = cause.fault ?? {};
    if (!isWhole && typeof cause.fault?.at !== "number") return void 0;
    return { file: own, text: own === file ? text2 : await read(own), message, hint: cause.hint, at };
  }
}
__name(faultOf, "faultOf");
function placeOfName(message, text2) {
  const names2 = Array.from(message.matchAll(/"([^"]+)"/g), ([, name = ""]) => text2.indexOf(name));
  return names2.find((at) => at >= 0) ?? 0;
}
__name(placeOfName, "placeOfName");

// src/formats/json-schema.ts
var jsonSchema = defineFormat({
  about: "JSON text that a JSON Schema allows; behind the schema id of Confluent's wire format when there is a schema registry",
  options: external_exports.strictObject(schemaOptions).superRefine(checkSchemaOptions),
  bare: {},
  language: /* @__PURE__ */ __name(async () => jsonSchemaLanguage, "language"),
  open: /* @__PURE__ */ __name((options, part, sources) => openSchemaCodec(jsonSchemaLanguage, { options, part, sources }), "open")
});

// src/formats/boolean.ts
var boolean = definePlainFormat({
  about: "one byte, 0 or 1",
  encode(value) {
    if (typeof value !== "boolean") throw new Unfit(`expected true or false, got ${showKind(value)}`);
    return Uint8Array.of(value ? 1 : 0);
  },
  decode(bytes2) {
    const byte = viewFixed(bytes2, 1).getUint8(0);
    if (byte > 1) throw new Unfit(`the byte is ${byte}, where a boolean is 0 or 1`);
    return byte === 1;
  }
});

// src/formats/bytes.ts
var bytes = definePlainFormat({
  about: "any bytes, as base64 text",
  encode(value) {
    const parsed = typeof value === "string" ? parseBase64(value) : void 0;
    if (parsed) return parsed;
    throw new Unfit(`expected base64 text, got ${showKind(value)}`, 'write "string" for plain text');
  },
  decode: renderBase64
});

// src/formats/double.ts
var SIZE_BYTES = 8;
var double = definePlainFormat({
  about: "a 64-bit floating point number, big-endian",
  encode(value) {
    const bytes2 = Buffer.alloc(SIZE_BYTES);
    bytes2.writeDoubleBE(realNumber(value));
    return bytes2;
  },
  decode: /* @__PURE__ */ __name((bytes2) => showReal(viewFixed(bytes2, SIZE_BYTES).getFloat64(0)), "decode")
});

// src/formats/float.ts
var SIZE_BYTES2 = 4;
var float = definePlainFormat({
  about: "a 32-bit floating point number, big-endian",
  encode(value) {
    const bytes2 = Buffer.alloc(SIZE_BYTES2);
    bytes2.writeFloatBE(singleNumber(value));
    return bytes2;
  },
  decode: /* @__PURE__ */ __name((bytes2) => showSingle(viewFixed(bytes2, SIZE_BYTES2).getFloat32(0)), "decode")
});

// src/formats/integer.ts
var integer = integerFormat(4, "a 32-bit signed integer, big-endian, in 4 bytes");

// src/formats/long.ts
var long = integerFormat(8, "a 64-bit signed integer, big-endian, in 8 bytes");

// src/formats/msgpack.ts
var import_msgpack = __toESM(require_dist(), 1);
var msgpack = definePlainFormat({
  about: "MessagePack; integers keep every digit, binary values are base64",
  encode: /* @__PURE__ */ __name((value) => (0, import_msgpack.encode)(withWideIntegers(value), { useBigInt64: true }), "encode"),
  decode(bytes2) {
    try {
      return toJson((0, import_msgpack.decode)(bytes2, { useBigInt64: true }));
    } catch (cause) {
      throw cause instanceof Unfit ? cause : new Unfit(`not MessagePack: ${describeError(cause)}`);
    }
  }
});
function withWideIntegers(value) {
  if (Array.isArray(value)) return value.map(withWideIntegers);
  if (isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withWideIntegers(one)]));
  const isInteger = typeof value === "bigint" || typeof value === "number" && Number.isSafeInteger(value);
  if (!isInteger || value >= -(2 ** 31) && value < 2 ** 32) return value;
  if (value >= -(2n ** 63n) && value < 2n ** 64n) return BigInt(value);
  throw new Unfit(`${value} does not fit in 64 bits`);
}
__name(withWideIntegers, "withWideIntegers");
function toJson(value) {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "bigint") return exactNumber(value);
  if (typeof value === "number") return showReal(value);
  if (value instanceof Uint8Array) return renderBase64(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof import_msgpack.ExtData) return { type: value.type, data: renderBase64(value.data) };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toJson(one)]));
}
__name(toJson, "toJson");

// src/formats/short.ts
var short = integerFormat(2, "a 16-bit signed integer, big-endian, in 2 bytes");

// src/formats/uuid.ts
var UUID3 = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
var uuid = definePlainFormat({
  about: "a UUID as its 36 characters of text",
  encode(value) {
    if (typeof value === "string" && UUID3.test(value)) return encodeUtf8(value);
    throw new Unfit(
      `expected a UUID, got ${showKind(value)}`,
      'write it like "0e37df36-f698-11e6-8dd4-cb9ced3df976"'
    );
  },
  decode(bytes2) {
    const text2 = decodeUtf8(bytes2);
    if (!UUID3.test(text2)) throw new Unfit(`${showValue(text2)} is not a UUID`);
    return text2;
  }
});

// src/formats/plain-formats.ts
var plainFormats = {
  json,
  uuid,
  string,
  boolean,
  short,
  integer,
  float,
  long,
  double,
  msgpack,
  bytes
};

// src/formats/protobuf.ts
var protobuf = defineFormat({
  about: "a Protobuf message; behind the schema id of Confluent's wire format when there is a schema registry",
  options: external_exports.strictObject({
    ...schemaOptions,
    message: external_exports.string().min(1).optional().describe("its full name, acme.Order; default the first of the file")
  }).superRefine(checkSchemaOptions),
  bare: {},
  language: loadLanguage,
  open: /* @__PURE__ */ __name(async (options, part, sources) => openSchemaCodec(await loadLanguage(), { options, part, sources }), "open")
});
async function loadLanguage() {
  return (await import("./part-formats-protobuf-language.js")).protobufLanguage;
}
__name(loadLanguage, "loadLanguage");

// src/formats/windowed.ts
var START_BYTES = 8;
var windowed = defineFormat({
  about: "the windowed keys of Kafka Streams, as { key, start }; start in epoch milliseconds",
  options: external_exports.enum(Object.keys(plainFormats)).describe("the format of the key in it"),
  open(name) {
    const inner = plainFormats[name];
    return {
      encode(value) {
        if (!isJsonObject(value)) throw new Unfit(`expected { key, start }, got ${showKind(value)}`);
        const { key = null, start = null } = value;
        if (key === null) throw new Unfit("a window has a key");
        const bytes2 = within("key", () => inner.encode(key));
        const framed = Buffer.alloc(bytes2.length + START_BYTES);
        framed.set(bytes2);
        framed.writeBigInt64BE(
          within("start", () => wholeNumber(start, 64)),
          bytes2.length
        );
        return { bytes: framed };
      },
      decode(bytes2) {
        const split = bytes2.length - START_BYTES;
        if (split < 0)
          throw new Unfit(`${bytes2.length} bytes, where the start of the window alone takes ${START_BYTES}`);
        const start = viewFixed(bytes2.subarray(split), START_BYTES).getBigInt64(0);
        return { value: { key: inner.decode(bytes2.subarray(0, split)), start: exactNumber(start) } };
      }
    };
  }
});

// src/formats/index.ts
var formats = {
  auto,
  ...plainFormats,
  avro,
  protobuf,
  "json-schema": jsonSchema,
  cloudevents,
  windowed
};
var names = Object.keys(formats);
var bareNames = names.filter((name) => formats[name].bare !== void 0);
var withOptions = Object.entries(formats).flatMap(
  ([name, { about, options }]) => options ? [external_exports.strictObject({ [name]: options.describe(about) }).describe(about)] : []
);
var formatSpec = external_exports.union([
  // zod wants a non-empty tuple of names
  external_exports.enum(bareNames),
  ...withOptions
]).meta({
  description: "how the bytes of keys or values are written and read; default auto",
  examples: [
    ...bareNames,
    { avro: { subject: "orders-value", version: "latest" } },
    { protobuf: { file: "order.proto", message: "acme.Order" } },
    { "json-schema": { file: "order.json" } },
    { cloudevents: "binary" },
    { windowed: "string" }
  ]
});
async function openFormat(spec, part, sources) {
  const name = nameFormat(spec);
  const format2 = formats[name];
  const options = typeof spec === "object" ? spec[name] : format2.bare;
  return await format2.open(options, part, sources);
}
__name(openFormat, "openFormat");
function nameFormat(spec) {
  if (typeof spec !== "object") return spec ?? "auto";
  return names.find((name) => name in spec) ?? "auto";
}
__name(nameFormat, "nameFormat");
function filesOfFormat(format2) {
  return Object.entries(format2 ?? {}).flatMap(([part, spec]) => {
    if (typeof spec !== "object") return [];
    const name = nameFormat(spec);
    const options = spec[name] ?? {};
    const { file, references = [] } = options;
    const at = ["format", part, name];
    return [
      ...typeof file === "string" ? [{ file, path: [...at, "file"], check: checkOfSchema(name, { ...options, file }) }] : [],
      ...references.flatMap(
        (one, index) => typeof one === "string" ? [{ file: one, path: [...at, "references", index] }] : []
      )
    ];
  });
}
__name(filesOfFormat, "filesOfFormat");
function checkOfSchema(name, files) {
  return async (read) => {
    const language = await formats[name].language?.();
    return language && findFileFault(language, files, read);
  };
}
__name(checkOfSchema, "checkOfSchema");

// src/formats/record/explain-unreadable.ts
var SHOWN_BYTES = 16;
var MOST_TRIED_BYTES = 65536;
function explainUnreadable(unreadable) {
  const { bytes: bytes2, format: format2 } = unreadable;
  const others = readableAs(bytes2).filter((name) => name !== format2);
  const framed = looksFramed(bytes2) ? `; it starts like the Confluent wire format with schema id ${schemaIdOf(bytes2)}` : "";
  return `${nameUnreadable(unreadable)} (${showBytes2(bytes2)})${framed}; it can be read as ${others.join(", ")}`;
}
__name(explainUnreadable, "explainUnreadable");
function nameUnreadable({ part, format: format2, reason }) {
  return `the ${part} is not ${format2}: ${reason}`;
}
__name(nameUnreadable, "nameUnreadable");
function showBytes2(bytes2) {
  if (bytes2.length === 0) return "0 bytes";
  const hex = [...bytes2.subarray(0, SHOWN_BYTES)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const rest = bytes2.length > SHOWN_BYTES ? " …" : "";
  return `${bytes2.length === 1 ? "1 byte" : `${bytes2.length} bytes`}: ${hex}${rest}`;
}
__name(showBytes2, "showBytes");
var ANY_BYTES = ["short", "integer", "float", "long", "double", "msgpack"];
function readableAs(bytes2) {
  if (bytes2.length > MOST_TRIED_BYTES) return ["bytes"];
  const able = Object.keys(plainFormats).filter((name) => {
    try {
      plainFormats[name].decode(bytes2);
      return name !== "string" || !bytes2.includes(0);
    } catch (cause) {
      if (cause instanceof Unfit) return false;
      throw cause;
    }
  });
  return able.includes("string") ? able.filter((name) => !ANY_BYTES.includes(name)) : able;
}
__name(readableAs, "readableAs");
var FRAME_BYTES2 = 5;
function looksFramed(bytes2) {
  return bytes2.length > FRAME_BYTES2 && bytes2[0] === 0 && bytes2[1] === 0;
}
__name(looksFramed, "looksFramed");
function schemaIdOf(bytes2) {
  return new DataView(bytes2.buffer, bytes2.byteOffset).getInt32(1);
}
__name(schemaIdOf, "schemaIdOf");

// src/formats/record/reader.ts
async function openReader(format2, sources) {
  const key = await openFormat(format2?.key, "key", sources);
  const value = await openFormat(format2?.value, "value", sources);
  const codecs = { key, value };
  const names2 = { key: nameFormat(format2?.key), value: nameFormat(format2?.value) };
  let explained = 0;
  return {
    prepare(records, signal) {
      const pending = records.flatMap(
        (record) => PARTS.flatMap((part) => {
          const bytes2 = record[part];
          return (bytes2 && codecs[part].prepareDecode?.(bytes2, siteOf(record, part), signal)) ?? [];
        })
      );
      return pending.length === 0 ? void 0 : Promise.all(pending).then(() => void 0);
    },
    view(record) {
      const decoded = { key: NOTHING, value: NOTHING };
      for (const part of PARTS) {
        const bytes2 = record[part];
        if (bytes2 === null) continue;
        try {
          decoded[part] = codecs[part].decode(bytes2, siteOf(record, part));
        } catch (cause) {
          const unreadable = { part, bytes: bytes2, format: names2[part], reason: reasonOf(cause) };
          const isExplained = explained++ < MOST_EXPLAINED;
          return { unreadable: isExplained ? explainUnreadable(unreadable) : nameUnreadable(unreadable) };
        }
      }
      return { view: viewDecoded(record, decoded) };
    }
  };
}
__name(openReader, "openReader");
var PARTS = ["key", "value"];
var NOTHING = { value: null };
var MOST_EXPLAINED = 100;
function reasonOf(cause) {
  if (cause instanceof Unfit) return cause.message;
  if (cause instanceof RangeError) return "it is nested too deeply";
  throw cause;
}
__name(reasonOf, "reasonOf");
function siteOf({ topic, headers }, part) {
  return { part, topic, headers };
}
__name(siteOf, "siteOf");
function viewDecoded(record, { key, value }) {
  return {
    topic: record.topic,
    partition: record.partition,
    offset: exactNumber(record.offset),
    timestamp: exactNumber(record.timestampMs),
    key: key.value,
    value: value.value,
    headers: viewHeaders(record.headers),
    ...key.schemaId === void 0 ? {} : { keySchemaId: key.schemaId },
    ...value.schemaId === void 0 ? {} : { valueSchemaId: value.schemaId }
  };
}
__name(viewDecoded, "viewDecoded");

export {
  compileJsonSchema,
  encodeUnframed,
  formatSpec,
  openFormat,
  nameFormat,
  filesOfFormat,
  checkOfSchema,
  openReader
};
