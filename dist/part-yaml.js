import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  isRandomName,
  randomNames,
  randomOf
} from "./part-expr-random.js";
import {
  nameOf,
  parseAvro,
  shortName
} from "./part-formats-avro-parse.js";
import {
  CHARSETS,
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
  showKind,
  showValue
} from "./part-formats-codec-show.js";
import {
  parseDuration,
  renderDuration,
  roundMs
} from "./part-base-duration.js";
import {
  compact
} from "./part-model-compact.js";
import {
  nearestRank,
  renderLocation,
  summarizeLatencies
} from "./part-model-latency.js";
import {
  exactNumber,
  isJsonObject,
  parseJson,
  renderJson
} from "./part-model-json.js";
import {
  external_exports
} from "./part-zod.js";
import {
  sleep
} from "./part-base-clock.js";
import {
  decodeUtf8,
  encodeUtf8,
  parseBase64,
  readUtf8,
  renderBase64
} from "./part-formats-codec-text.js";
import {
  Unfit
} from "./part-formats-codec-unfit.js";
import {
  FlowproofError,
  RunError,
  ScenarioError,
  ScenarioProblems,
  UsageError,
  describeError
} from "./part-base-errors.js";
import {
  __callDispose,
  __commonJS,
  __name,
  __require,
  __toESM,
  __using
} from "./part-shared.js";

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS, "isAlias");
    var isDocument = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC, "isDocument");
    var isMap2 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP, "isMap");
    var isPair2 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR, "isPair");
    var isScalar2 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR, "isScalar");
    var isSeq2 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ, "isSeq");
    function isCollection2(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    __name(isCollection2, "isCollection");
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    __name(isNode, "isNode");
    var hasAnchor = /* @__PURE__ */ __name((node) => (isScalar2(node) || isCollection2(node)) && !!node.anchor, "hasAnchor");
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection2;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode;
    exports.isPair = isPair2;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    __name(visit, "visit");
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    __name(visit_, "visit_");
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    __name(visitAsync, "visitAsync");
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    __name(visitAsync_, "visitAsync_");
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    __name(initVisitor, "initVisitor");
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    __name(callVisitor, "callVisitor");
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    __name(replaceNode, "replaceNode");
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = /* @__PURE__ */ __name((tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]), "escapeTagName");
    var Directives = class _Directives {
      static {
        __name(this, "Directives");
      }
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts2 = line.trim().split(/[ \t]+/);
        const name3 = parts2.shift();
        switch (name3) {
          case "%TAG": {
            if (parts2.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts2.length < 2)
                return false;
            }
            const [handle, prefix] = parts2;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts2.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts2;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name3}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    __name(anchorIsValid, "anchorIsValid");
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    __name(anchorNames, "anchorNames");
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name3 = `${prefix}${i}`;
        if (!exclude.has(name3))
          return name3;
      }
    }
    __name(findNewAnchor, "findNewAnchor");
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: /* @__PURE__ */ __name((source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        }, "onAnchor"),
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: /* @__PURE__ */ __name(() => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        }, "setAnchors"),
        sourceObjects
      };
    }
    __name(createNodeAnchors, "createNodeAnchors");
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    __name(applyReviver, "applyReviver");
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    __name(toJS, "toJS");
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      static {
        __name(this, "NodeBase");
      }
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      static {
        __name(this, "Alias");
      }
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: /* @__PURE__ */ __name((_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }, "Node")
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count2 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count2)
            count2 = c;
        }
        return count2;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    __name(getAliasCount, "getAliasCount");
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = /* @__PURE__ */ __name((value) => !value || typeof value !== "function" && typeof value !== "object", "isScalarValue");
    var Scalar = class extends Node.NodeBase {
      static {
        __name(this, "Scalar");
      }
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match2 = tags.filter((t) => t.tag === tagName);
        const tagObj = match2.find((t) => !t.format) ?? match2[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    __name(findTagObject, "findTagObject");
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    __name(createNode, "createNode");
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: /* @__PURE__ */ __name(() => {
          throw new Error("This should not happen, please report a bug.");
        }, "onAnchor"),
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    __name(collectionFromPath, "collectionFromPath");
    var isEmptyPath = /* @__PURE__ */ __name((path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done, "isEmptyPath");
    var Collection = class extends Node.NodeBase {
      static {
        __name(this, "Collection");
      }
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = /* @__PURE__ */ __name((str) => str.replace(/^(?!$)(?: $)?/gm, "#"), "stringifyComment");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    __name(indentComment, "indentComment");
    var lineComment = /* @__PURE__ */ __name((str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment, "lineComment");
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text14, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text14;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text14.length <= endStep)
        return text14;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text14, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text14[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text14[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text14, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text14[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text14[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text14;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text14;
      if (onFold)
        onFold();
      let res = text14.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold2 = folds[i2];
        const end2 = folds[i2 + 1] || text14.length;
        if (fold2 === 0)
          res = `
${indent}${text14.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold2])
            res += `${text14[fold2]}\\`;
          res += `
${indent}${text14.slice(fold2 + 1, end2)}`;
        }
      }
      return res;
    }
    __name(foldFlowLines, "foldFlowLines");
    function consumeMoreIndentedLines(text14, i, indent) {
      let end = i;
      let start2 = i + 1;
      let ch = text14[start2];
      while (ch === " " || ch === "	") {
        if (i < start2 + indent) {
          ch = text14[++i];
        } else {
          do {
            ch = text14[++i];
          } while (ch && ch !== "\n");
          end = i;
          start2 = i + 1;
          ch = text14[start2];
        }
      }
      return end;
    }
    __name(consumeMoreIndentedLines, "consumeMoreIndentedLines");
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = /* @__PURE__ */ __name((ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    }), "getFoldOptions");
    var containsDocumentMarker = /* @__PURE__ */ __name((str) => /^(%|---|\.\.\.)/m.test(str), "containsDocumentMarker");
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start2 = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start2 > limit)
            return true;
          start2 = i + 1;
          if (strLen - start2 <= limit)
            return false;
        }
      }
      return true;
    }
    __name(lineLengthOverLimit, "lineLengthOverLimit");
    function doubleQuotedString(value, ctx) {
      const json2 = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json2;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start2 = 0;
      for (let i = 0, ch = json2[i]; ch; ch = json2[++i]) {
        if (ch === " " && json2[i + 1] === "\\" && json2[i + 2] === "n") {
          str += json2.slice(start2, i) + "\\ ";
          i += 1;
          start2 = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json2[i + 1]) {
            case "u":
              {
                str += json2.slice(start2, i);
                const code = json2.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json2.substr(i, 6);
                }
                i += 5;
                start2 = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json2[i + 2] === '"' || json2.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json2.slice(start2, i) + "\n\n";
                while (json2[i + 2] === "\\" && json2[i + 3] === "n" && json2[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json2[i + 2] === " ")
                  str += "\\";
                i += 1;
                start2 = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start2 ? str + json2.slice(start2) : json2;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    __name(doubleQuotedString, "doubleQuotedString");
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    __name(singleQuotedString, "singleQuotedString");
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    __name(quotedString, "quotedString");
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start2 = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start2) {
        value = value.substring(start2.length);
        start2 = start2.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header2 = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header2 += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body2 = foldFlowLines.foldFlowLines(`${start2}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header2}
${indent}${body2}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header2}
${indent}${start2}${value}${end}`;
    }
    __name(blockString, "blockString");
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = /* @__PURE__ */ __name((tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str), "test");
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    __name(plainString, "plainString");
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = /* @__PURE__ */ __name((_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      }, "_stringify");
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    __name(stringifyString, "stringifyString");
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options2) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options2);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    __name(createStringifyContext, "createStringifyContext");
    function getTagObject(tags, item) {
      if (item.tag) {
        const match2 = tags.filter((t) => t.tag === item.tag);
        if (match2.length > 0)
          return match2.find((t) => t.format === item.format) ?? match2[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match2 = tags.filter((t) => t.identify?.(obj));
        if (match2.length > 1) {
          const testMatch = match2.filter((t) => t.test);
          if (testMatch.length > 0)
            match2 = testMatch;
        }
        tagObj = match2.find((t) => t.format === item.format) ?? match2.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name3 = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name3} value`);
      }
      return tagObj;
    }
    __name(getTagObject, "getTagObject");
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    __name(stringifyProps, "stringifyProps");
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: /* @__PURE__ */ __name((o) => tagObj = o, "onTagObj") });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    __name(stringify, "stringify");
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    __name(stringifyPair, "stringifyPair");
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    __name(debug, "debug");
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    __name(warn, "warn");
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge3 = {
      identify: /* @__PURE__ */ __name((value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY, "identify"),
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: /* @__PURE__ */ __name(() => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }), "resolve"),
      stringify: /* @__PURE__ */ __name(() => MERGE_KEY, "stringify")
    };
    var isMergeKey = /* @__PURE__ */ __name((ctx, key) => (merge3.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge3.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge3.tag && tag.default), "isMergeKey");
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    __name(addMergeToJSMap, "addMergeToJSMap");
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    __name(mergeValue, "mergeValue");
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    __name(resolveAliasValue, "resolveAliasValue");
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge3;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge3 = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge3.isMergeKey(ctx, key))
        merge3.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    __name(addPairToJSMap, "addPairToJSMap");
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    __name(stringifyKey, "stringifyKey");
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    __name(createPair, "createPair");
    var Pair = class _Pair {
      static {
        __name(this, "Pair");
      }
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options2) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options2);
    }
    __name(stringifyCollection, "stringifyCollection");
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    __name(stringifyBlockCollection, "stringifyBlockCollection");
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start: start2, end } = flowChars;
      if (lines.length === 0) {
        return start2 + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start2;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start2}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    __name(stringifyFlowCollection, "stringifyFlowCollection");
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    __name(addCommentBefore, "addCommentBefore");
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    __name(findPair, "findPair");
    var YAMLMap = class extends Collection.Collection {
      static {
        __name(this, "YAMLMap");
      }
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = /* @__PURE__ */ __name((key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        }, "add");
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: /* @__PURE__ */ __name((schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx), "createNode")
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static {
        __name(this, "YAMLSeq");
      }
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    __name(asItemIndex, "asItemIndex");
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: /* @__PURE__ */ __name((schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx), "createNode")
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string2 = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "string", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: /* @__PURE__ */ __name((str) => str, "resolve"),
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string2;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: /* @__PURE__ */ __name((value) => value == null, "identify"),
      createNode: /* @__PURE__ */ __name(() => new Scalar.Scalar(null), "createNode"),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: /* @__PURE__ */ __name(() => new Scalar.Scalar(null), "resolve"),
      stringify: /* @__PURE__ */ __name(({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr, "stringify")
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "boolean", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: /* @__PURE__ */ __name((str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"), "resolve"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format: format2, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format2 && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    __name(stringifyNumber, "stringifyNumber");
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: /* @__PURE__ */ __name((str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: /* @__PURE__ */ __name((str) => parseFloat(str), "resolve"),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float2 = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float2;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = /* @__PURE__ */ __name((value) => typeof value === "bigint" || Number.isInteger(value), "intIdentify");
    var intResolve = /* @__PURE__ */ __name((str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix), "intResolve");
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    __name(intStringify, "intStringify");
    var intOct = {
      identify: /* @__PURE__ */ __name((value) => intIdentify(value) && value >= 0, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 8, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 8, "0o"), "stringify")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 0, 10, opt), "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: /* @__PURE__ */ __name((value) => intIdentify(value) && value >= 0, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 16, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 16, "0x"), "stringify")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float2 = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float2.floatNaN,
      float2.floatExp,
      float2.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    __name(intIdentify, "intIdentify");
    var stringifyJSON = /* @__PURE__ */ __name(({ value }) => JSON.stringify(value), "stringifyJSON");
    var jsonScalars = [
      {
        identify: /* @__PURE__ */ __name((value) => typeof value === "string", "identify"),
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: /* @__PURE__ */ __name((str) => str, "resolve"),
        stringify: stringifyJSON
      },
      {
        identify: /* @__PURE__ */ __name((value) => value == null, "identify"),
        createNode: /* @__PURE__ */ __name(() => new Scalar.Scalar(null), "createNode"),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: /* @__PURE__ */ __name(() => null, "resolve"),
        stringify: stringifyJSON
      },
      {
        identify: /* @__PURE__ */ __name((value) => typeof value === "boolean", "identify"),
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: /* @__PURE__ */ __name((str) => str === "true", "resolve"),
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: /* @__PURE__ */ __name((str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10), "resolve"),
        stringify: /* @__PURE__ */ __name(({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value), "stringify")
      },
      {
        identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: /* @__PURE__ */ __name((str) => parseFloat(str), "resolve"),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: /* @__PURE__ */ __name((value) => value instanceof Uint8Array, "identify"),
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    __name(resolvePairs, "resolvePairs");
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    __name(createPairs, "createPairs");
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      static {
        __name(this, "YAMLOMap");
      }
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: /* @__PURE__ */ __name((value) => value instanceof Map, "identify"),
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: /* @__PURE__ */ __name((schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx), "createNode")
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    __name(boolStringify, "boolStringify");
    var trueTag = {
      identify: /* @__PURE__ */ __name((value) => value === true, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: /* @__PURE__ */ __name(() => new Scalar.Scalar(true), "resolve"),
      stringify: boolStringify
    };
    var falseTag = {
      identify: /* @__PURE__ */ __name((value) => value === false, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: /* @__PURE__ */ __name(() => new Scalar.Scalar(false), "resolve"),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: /* @__PURE__ */ __name((str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: /* @__PURE__ */ __name((str) => parseFloat(str.replace(/_/g, "")), "resolve"),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float2 = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float2;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = /* @__PURE__ */ __name((value) => typeof value === "bigint" || Number.isInteger(value), "intIdentify");
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    __name(intResolve, "intResolve");
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    __name(intStringify, "intStringify");
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 2, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 2, "0b"), "stringify")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 1, 8, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 8, "0"), "stringify")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 0, 10, opt), "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 16, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 16, "0x"), "stringify")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      static {
        __name(this, "YAMLSet");
      }
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set3 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set3.items.push(Pair.createPair(value, null, ctx));
          }
        return set3;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set2 = {
      collection: "map",
      identify: /* @__PURE__ */ __name((value) => value instanceof Set, "identify"),
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: /* @__PURE__ */ __name((schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx), "createNode"),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set2;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts2 = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = /* @__PURE__ */ __name((n) => asBigInt ? BigInt(n) : Number(n), "num");
      const res = parts2.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    __name(parseSexagesimal, "parseSexagesimal");
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = /* @__PURE__ */ __name((n) => n, "num");
      if (typeof value === "bigint")
        num = /* @__PURE__ */ __name((n) => BigInt(n), "num");
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts2 = [value % _60];
      if (value < 60) {
        parts2.unshift(0);
      } else {
        value = (value - parts2[0]) / _60;
        parts2.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts2[0]) / _60;
          parts2.unshift(value);
        }
      }
      return sign + parts2.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    __name(stringifySexagesimal, "stringifySexagesimal");
    var intTime = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "bigint" || Number.isInteger(value), "identify"),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt), "resolve"),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: /* @__PURE__ */ __name((str) => parseSexagesimal(str, false), "resolve"),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: /* @__PURE__ */ __name((value) => value instanceof Date, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match2 = str.match(timestamp.test);
        if (!match2)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year2, month, day, hour, minute, second] = match2.map(Number);
        const millisec = match2[7] ? Number((match2[7] + "00").substr(1, 3)) : 0;
        let date2 = Date.UTC(year2, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match2[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date2 -= 6e4 * d;
        }
        return new Date(date2);
      },
      stringify: /* @__PURE__ */ __name(({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? "", "stringify")
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float2 = require_float2();
    var int = require_int2();
    var merge3 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set2 = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float2.floatNaN,
      float2.floatExp,
      float2.float,
      binary.binary,
      merge3.merge,
      omap.omap,
      pairs.pairs,
      set2.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float2 = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge3 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set2 = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string2.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float2.float,
      floatExp: float2.floatExp,
      floatNaN: float2.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge3.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set2.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge3.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set2.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge3.merge) ? schemaTags.concat(merge3.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge3.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    __name(getTags, "getTags");
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string2 = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = /* @__PURE__ */ __name((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0, "sortMapEntriesByKey");
    var Schema = class _Schema {
      static {
        __name(this, "Schema");
      }
      constructor({ compat, customTags, merge: merge3, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge3);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string2.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options2) {
      const lines = [];
      let hasDirectives = options2.directives === true;
      if (options2.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options2);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body2 = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body2 += stringifyComment.lineComment(body2, "", commentString(contentComment));
        if ((body2[0] === "|" || body2[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body2}`;
        } else
          lines.push(body2);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    __name(stringifyDocument, "stringifyDocument");
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      static {
        __name(this, "Document");
      }
      constructor(value, replacer, options2) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options2 === void 0 && replacer) {
          options2 = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options2);
        this.options = opt;
        let { version } = opt;
        if (options2?._directives) {
          this.directives = options2._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options2);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options2);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name3) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name3 || prev.has(name3) ? anchors.findNewAnchor(name3 || "a", prev) : name3;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options2) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = /* @__PURE__ */ __name((v) => typeof v === "number" || v instanceof String || v instanceof Number, "keyToStr");
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options2 === void 0 && replacer) {
          options2 = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options2 ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options2 = {}) {
        const k = this.createNode(key, null, options2);
        const v = this.createNode(value, null, options2);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options2 = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options2.schema instanceof Object)
          this.schema = options2.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options2));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json: json2, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json2,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options2 = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options2 && (!Number.isInteger(options2.indent) || Number(options2.indent) <= 0)) {
          const s = JSON.stringify(options2.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options2);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    __name(assertCollection, "assertCollection");
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      static {
        __name(this, "YAMLError");
      }
      constructor(name3, pos, code, message) {
        super();
        this.name = name3;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      static {
        __name(this, "YAMLParseError");
      }
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      static {
        __name(this, "YAMLWarning");
      }
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = /* @__PURE__ */ __name((src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    }, "prettifyError");
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start2 = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start2 ?? (start2 = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start2 ?? (start2 = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start2 ?? end
      };
    }
    __name(resolveProps, "resolveProps");
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    __name(containsNewline, "containsNewline");
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    __name(flowIndentCheck, "flowIndentCheck");
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search2) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search2));
    }
    __name(mapIncludes, "mapIncludes");
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start: start2, key, sep: sep2, value } = collItem;
        const keyProps = resolveProps.resolveProps(start2, {
          indicator: "explicit-key-ind",
          next: key ?? sep2?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep2) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start2[start2.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start2, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep2 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep2, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    __name(resolveBlockMap, "resolveBlockMap");
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start: start2, value } of bs.items) {
        const props = resolveProps.resolveProps(start2, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start2, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    __name(resolveBlockSeq, "resolveBlockSeq");
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep2 = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep2 + cb;
              sep2 = "";
              break;
            }
            case "newline":
              if (comment)
                sep2 += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    __name(resolveEnd, "resolveEnd");
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = /* @__PURE__ */ __name((token) => token && (token.type === "block-map" || token.type === "block-seq"), "isBlock");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start: start2, key, sep: sep2, value } = collItem;
        const props = resolveProps.resolveProps(start2, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep2?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep2 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start2) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep2 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep2, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start2, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep2 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep2)
                for (const st of sep2) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep2, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name3 = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name3} must end with a ${expectedEnd}` : `${name3} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    __name(resolveFlowCollection, "resolveFlowCollection");
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    __name(resolveCollection, "resolveCollection");
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl2 } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl2 || nl2.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    __name(composeCollection, "composeCollection");
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar2, onError) {
      const start2 = scalar2.offset;
      const header2 = parseBlockScalarHeader(scalar2, ctx.options.strict, onError);
      if (!header2)
        return { value: "", type: null, comment: "", range: [start2, start2, start2] };
      const type = header2.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar2.source ? splitLines(scalar2.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header2.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start2 + header2.length;
        if (scalar2.source)
          end2 += scalar2.source.length;
        return { value: value2, type, comment: header2.comment, range: [start2, end2, end2] };
      }
      let trimIndent = scalar2.indent + header2.indent;
      let offset = scalar2.offset + header2.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header2.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header2.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep2 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header2.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep2 === " ")
            sep2 = "\n";
          else if (!prevMoreIndented && sep2 === "\n")
            sep2 = "\n\n";
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep2 === "\n")
            value += "\n";
          else
            sep2 = "\n";
        } else {
          value += sep2 + content;
          sep2 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header2.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start2 + header2.length + scalar2.source.length;
      return { value, type, comment: header2.comment, range: [start2, end, end] };
    }
    __name(resolveBlockScalar, "resolveBlockScalar");
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    __name(parseBlockScalarHeader, "parseBlockScalarHeader");
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    __name(splitLines, "splitLines");
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar2, strict, onError) {
      const { offset, type, source, end } = scalar2;
      let _type;
      let value;
      const _onError = /* @__PURE__ */ __name((rel, code, msg) => onError(offset + rel, code, msg), "_onError");
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar2, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    __name(resolveFlowScalar, "resolveFlowScalar");
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    __name(plainValue, "plainValue");
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    __name(singleQuotedValue, "singleQuotedValue");
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match2 = line.exec(source);
      if (!match2)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match2[1].replace(trimEnd, "");
      let sep2 = " ";
      let pos = line.lastIndex;
      while (match2 = line.exec(source)) {
        const lm = match2[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep2 === "\n")
            res += sep2;
          else
            sep2 = "\n";
        } else {
          res += sep2 + lm;
          sep2 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match2 = last.exec(source);
      return res + sep2 + (match2?.[1] ?? "");
    }
    __name(unfoldLines, "unfoldLines");
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold: fold2, offset } = foldNewline(source, i);
          res += fold2;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    __name(doubleQuotedValue, "doubleQuotedValue");
    function foldNewline(source, offset) {
      let fold2 = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold2 += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold2)
        fold2 = " ";
      return { fold: fold2, offset };
    }
    __name(foldNewline, "foldNewline");
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "",
      // Unicode next line
      _: " ",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    __name(parseCharCode, "parseCharCode");
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar2;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar2 = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar2 = new Scalar.Scalar(value);
      }
      scalar2.range = range;
      scalar2.source = value;
      if (type)
        scalar2.type = type;
      if (tagName)
        scalar2.tag = tagName;
      if (tag.format)
        scalar2.format = tag.format;
      if (comment)
        scalar2.comment = comment;
      return scalar2;
    }
    __name(composeScalar, "composeScalar");
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    __name(findScalarTagByName, "findScalarTagByName");
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    __name(findScalarTagByTest, "findScalarTagByTest");
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before2, pos) {
      if (before2) {
        pos ?? (pos = before2.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before2[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before2[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before2[++i];
          }
          break;
        }
      }
      return offset;
    }
    __name(emptyScalarPosition, "emptyScalarPosition");
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    __name(composeNode, "composeNode");
    function composeEmptyNode(ctx, offset, before2, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before2, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    __name(composeEmptyNode, "composeEmptyNode");
    function composeAlias({ options: options2 }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options2.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    __name(composeAlias, "composeAlias");
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options2, directives, { offset, start: start2, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options2);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start2, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start2, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    __name(composeDoc, "composeDoc");
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    __name(getErrorPos, "getErrorPos");
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    __name(parsePrelude, "parsePrelude");
    var Composer2 = class {
      static {
        __name(this, "Composer");
      }
      constructor(options2 = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options2.version || "1.2" });
        this.options = options2;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer2;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = /* @__PURE__ */ __name((pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        }, "_onError");
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    __name(resolveAsScalar, "resolveAsScalar");
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body2 = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body2 };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    __name(createScalarToken, "createScalarToken");
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header2 = token.props[0];
            if (header2.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header2.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    __name(setScalarValue, "setScalarValue");
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body2 = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header2 = token.props[0];
        if (header2.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header2.source = head;
        token.source = body2;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body2 });
      }
    }
    __name(setBlockScalarValue, "setBlockScalarValue");
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    __name(addEndtoBlockProps, "addEndtoBlockProps");
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl2 = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl2] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    __name(setFlowScalarValue, "setFlowScalarValue");
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = /* @__PURE__ */ __name((cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst), "stringify");
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    __name(stringifyToken, "stringifyToken");
    function stringifyItem({ start: start2, key, sep: sep2, value }) {
      let res = "";
      for (const st of start2)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep2)
        for (const st of sep2)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    __name(stringifyItem, "stringifyItem");
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    __name(visit, "visit");
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path) => {
      const parent = visit.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    __name(_visit, "_visit");
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection2 = /* @__PURE__ */ __name((token) => !!token && "items" in token, "isCollection");
    var isScalar2 = /* @__PURE__ */ __name((token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar"), "isScalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    __name(prettyToken, "prettyToken");
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    __name(tokenType, "tokenType");
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection2;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    __name(isEmpty, "isEmpty");
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = /* @__PURE__ */ __name((ch) => !ch || invalidAnchorChars.has(ch), "isNotAnchorChar");
    var Lexer2 = class {
      static {
        __name(this, "Lexer");
      }
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl2, sp;
        let indent = -1;
        do {
          nl2 = yield* this.pushNewline();
          if (nl2 > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl2 + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl2 = qb.indexOf("\n", this.pos);
        if (nl2 !== -1) {
          while (nl2 !== -1) {
            const cs = this.continueScalar(nl2 + 1);
            if (cs === -1)
              break;
            nl2 = qb.indexOf("\n", cs);
          }
          if (nl2 !== -1) {
            end = nl2 - (qb[nl2 - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl2 = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl2 = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl2 + 1);
            if (cs === -1)
              break;
            nl2 = this.buffer.indexOf("\n", cs);
          } while (nl2 !== -1);
          if (nl2 === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl2 = this.buffer.length;
          }
        }
        let i = nl2 + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl2 = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl2 - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl2 = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl2 + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer2;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter = class {
      static {
        __name(this, "LineCounter");
      }
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start2 = this.lineStarts[low - 1];
          return { line: low, col: offset - start2 + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list2, type) {
      for (let i = 0; i < list2.length; ++i)
        if (list2[i].type === type)
          return true;
      return false;
    }
    __name(includesToken, "includesToken");
    function findNonEmptyIndex(list2) {
      for (let i = 0; i < list2.length; ++i) {
        switch (list2[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    __name(findNonEmptyIndex, "findNonEmptyIndex");
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    __name(isFlowToken, "isFlowToken");
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    __name(getPrevProps, "getPrevProps");
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    __name(getFirstKeyStartProps, "getFirstKeyStartProps");
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    __name(arrayPushArray, "arrayPushArray");
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    __name(fixFlowSeqItems, "fixFlowSeqItems");
    var Parser3 = class {
      static {
        __name(this, "Parser");
      }
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar2) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start2 = getFirstKeyStartProps(prev);
          let sep2;
          if (scalar2.end) {
            sep2 = scalar2.end;
            sep2.push(this.sourceToken);
            delete scalar2.end;
          } else
            sep2 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar2.offset,
            indent: scalar2.indent,
            items: [{ start: start2, key: scalar2, sep: sep2 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar2);
      }
      *blockScalar(scalar2) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar2.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar2.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl2 = this.source.indexOf("\n") + 1;
              while (nl2 !== 0) {
                this.onNewLine(this.offset + nl2);
                nl2 = this.source.indexOf("\n", nl2) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start2 = [];
          if (atNextItem && it.sep && !it.value) {
            const nl2 = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl2.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl2.length = 0;
                  break;
                default:
                  nl2.length = 0;
              }
            }
            if (nl2.length >= 2)
              start2 = it.sep.splice(nl2[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start2.push(this.sourceToken);
                map.items.push({ start: start2 });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start2.push(this.sourceToken);
                map.items.push({ start: start2, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start3 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start3, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start3 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep2 = it.sep;
                  sep2.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start3, key, sep: sep2 }]
                  });
                } else if (start2.length > 0) {
                  it.sep = it.sep.concat(start2, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start: start2, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start: start2, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start: start2 });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep2 = fc.end.splice(1, fc.end.length);
            sep2.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start: start2, key: fc, sep: sep2 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl2 = this.source.indexOf("\n") + 1;
          while (nl2 !== 0) {
            this.onNewLine(this.offset + nl2);
            nl2 = this.source.indexOf("\n", nl2) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            start2.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: start2, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: start2, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start2, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start2.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser3;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options2) {
      const prettyErrors = options2.prettyErrors !== false;
      const lineCounter$1 = options2.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    __name(parseOptions, "parseOptions");
    function parseAllDocuments(source, options2 = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options2);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options2);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    __name(parseAllDocuments, "parseAllDocuments");
    function parseDocument(source, options2 = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options2);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options2);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    __name(parseDocument, "parseDocument");
    function parse2(src, reviver, options2) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options2 === void 0 && reviver && typeof reviver === "object") {
        options2 = reviver;
      }
      const doc = parseDocument(src, options2);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options2));
    }
    __name(parse2, "parse");
    function stringify(value, replacer, options2) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options2 === void 0 && replacer) {
        options2 = replacer;
      }
      if (typeof options2 === "string")
        options2 = options2.length;
      if (typeof options2 === "number") {
        const indent = Math.round(options2);
        options2 = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options2 ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options2);
      return new Document.Document(value, _replacer, options2).toString(options2);
    }
    __name(stringify, "stringify");
    exports.parse = parse2;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

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
var require_int3 = __commonJS({
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
var require_timestamp2 = __commonJS({
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
    var int_ts_1 = require_int3();
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
    var timestamp_ts_1 = require_timestamp2();
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
    var int_ts_1 = require_int3();
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
      constructor(options2) {
        this.extensionCodec = options2?.extensionCodec ?? ExtensionCodec_ts_1.ExtensionCodec.defaultCodec;
        this.context = options2?.context;
        this.useBigInt64 = options2?.useBigInt64 ?? false;
        this.maxDepth = options2?.maxDepth ?? exports.DEFAULT_MAX_DEPTH;
        this.initialBufferSize = options2?.initialBufferSize ?? exports.DEFAULT_INITIAL_BUFFER_SIZE;
        this.sortKeys = options2?.sortKeys ?? false;
        this.forceFloat32 = options2?.forceFloat32 ?? false;
        this.ignoreUndefined = options2?.ignoreUndefined ?? false;
        this.forceIntegerToFloat = options2?.forceIntegerToFloat ?? false;
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
        let count2 = 0;
        for (const key of keys) {
          if (object[key] !== void 0) {
            count2++;
          }
        }
        return count2;
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
    function encode2(value, options2) {
      const encoder2 = new Encoder_ts_1.Encoder(options2);
      return encoder2.encodeSharedRef(value);
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
        FIND_CHUNK: for (const record2 of records) {
          const recordBytes = record2.bytes;
          for (let j = 0; j < byteLength; j++) {
            if (recordBytes[j] !== bytes2[inputOffset + j]) {
              continue FIND_CHUNK;
            }
          }
          return record2.str;
        }
        return null;
      }
      store(bytes2, value) {
        const records = this.caches[bytes2.length - 1];
        const record2 = { bytes: bytes2, str: value };
        if (records.length >= this.maxLengthPerKey) {
          records[Math.random() * records.length | 0] = record2;
        } else {
          records.push(record2);
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
    var int_ts_1 = require_int3();
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
      constructor(options2) {
        this.extensionCodec = options2?.extensionCodec ?? ExtensionCodec_ts_1.ExtensionCodec.defaultCodec;
        this.context = options2?.context;
        this.useBigInt64 = options2?.useBigInt64 ?? false;
        this.rawStrings = options2?.rawStrings ?? false;
        this.maxStrLength = options2?.maxStrLength ?? int_ts_1.UINT32_MAX;
        this.maxBinLength = options2?.maxBinLength ?? int_ts_1.UINT32_MAX;
        this.maxArrayLength = options2?.maxArrayLength ?? int_ts_1.UINT32_MAX;
        this.maxMapLength = options2?.maxMapLength ?? int_ts_1.UINT32_MAX;
        this.maxExtLength = options2?.maxExtLength ?? int_ts_1.UINT32_MAX;
        this.keyDecoder = options2?.keyDecoder !== void 0 ? options2.keyDecoder : sharedCachedKeyDecoder;
        this.mapKeyConverter = options2?.mapKeyConverter ?? mapKeyConverter;
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
    function decode2(buffer, options2) {
      const decoder = new Decoder_ts_1.Decoder(options2);
      return decoder.decode(buffer);
    }
    __name(decode2, "decode");
    function decodeMulti(buffer, options2) {
      const decoder = new Decoder_ts_1.Decoder(options2);
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
    async function decodeAsync(streamLike, options2) {
      const stream = (0, stream_ts_1.ensureAsyncIterable)(streamLike);
      const decoder = new Decoder_ts_1.Decoder(options2);
      return decoder.decodeAsync(stream);
    }
    __name(decodeAsync, "decodeAsync");
    function decodeArrayStream(streamLike, options2) {
      const stream = (0, stream_ts_1.ensureAsyncIterable)(streamLike);
      const decoder = new Decoder_ts_1.Decoder(options2);
      return decoder.decodeArrayStream(stream);
    }
    __name(decodeArrayStream, "decodeArrayStream");
    function decodeMultiStream(streamLike, options2) {
      const stream = (0, stream_ts_1.ensureAsyncIterable)(streamLike);
      const decoder = new Decoder_ts_1.Decoder(options2);
      return decoder.decodeStream(stream);
    }
    __name(decodeMultiStream, "decodeMultiStream");
  }
});

// node_modules/@msgpack/msgpack/dist.cjs/index.cjs
var require_dist2 = __commonJS({
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
    var timestamp_ts_1 = require_timestamp2();
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

// src/load/load-project.ts
import { dirname as dirname4, relative as relative4 } from "node:path";

// src/expr/jq-tokens.ts
var PIECE = /(?<space>\s+)|(?<comment>#(?:\\(?:\r\n|[\s\S])|[^\n\\])*)|(?<field>\.[A-Za-z_]\w*)|(?<variable>\$(?:[A-Za-z_]\w*::)*[A-Za-z_]\w*)|(?<word>@?(?:[A-Za-z_]\w*::)*[A-Za-z_]\w*)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|(?<symbol>[\s\S])/y;
var IN_STRING = /(?<text>(?:\\[^(]|[^"\\])+)|(?<symbol>\\\(|"|[\s\S])/y;
var CLOSES = { ")": ["(", "\\("], "]": ["["], "}": ["{"] };
function* scanJq(text14, start2 = 0) {
  let inside = [];
  for (let at2 = start2; at2 < text14.length; ) {
    const pattern = inside.at(-1) === '"' ? IN_STRING : PIECE;
    pattern.lastIndex = at2;
    const groups = Object.entries(pattern.exec(text14)?.groups ?? {});
    const [kind, piece = text14.slice(at2)] = groups.find(([, found]) => found !== void 0) ?? ["symbol"];
    yield { kind, text: piece, start: at2, inside };
    if (kind === "symbol") inside = step(inside, piece);
    at2 += piece.length;
  }
}
__name(scanJq, "scanJq");
function step(inside, symbol) {
  const top = inside.at(-1);
  if (symbol === '"') return top === '"' ? inside.slice(0, -1) : [...inside, symbol];
  if (["(", "[", "{", "\\("].includes(symbol)) return [...inside, symbol];
  return top !== void 0 && CLOSES[symbol]?.includes(top) ? inside.slice(0, -1) : inside;
}
__name(step, "step");

// src/expr/forbidden.ts
var FORBIDDEN = /* @__PURE__ */ new Set([
  "input",
  "inputs",
  "halt",
  "halt_error",
  "import",
  "include",
  "modulemeta",
  "get_search_list",
  "env",
  "$ENV",
  "input_filename",
  "input_line_number",
  "debug",
  "stderr"
]);
function forbiddenWord(program) {
  const tokens = [...scanJq(program)].filter(({ kind }) => kind !== "space" && kind !== "comment");
  const found = tokens.find(
    (token, index) => (token.kind === "word" || token.kind === "variable") && FORBIDDEN.has(token.text) && !isKey(token, tokens[index - 1], tokens[index + 1])
  );
  return found?.text;
}
__name(forbiddenWord, "forbiddenWord");
function isKey(token, before2, after2) {
  return token.kind === "word" && token.inside.at(-1) === "{" && (before2?.text === "{" || before2?.text === ",") && (after2?.text === ":" || after2?.text === "," || after2?.text === "}");
}
__name(isKey, "isKey");

// src/expr/share-fields.ts
function shareFields(inputs) {
  const [first, ...others] = inputs;
  if (!isJsonObject(first) || others.length === 0) return { shared: null, own: inputs };
  const keys = Object.keys(first);
  const objects = inputs.filter(
    (input2) => isJsonObject(input2) && hasKeys(input2, keys)
  );
  if (objects.length < inputs.length) return { shared: null, own: inputs };
  const isShared = new Set(keys.filter((key) => objects.every((input2) => input2[key] === first[key])));
  const shared = Object.fromEntries(
    keys.map((key) => [key, isShared.has(key) ? first[key] ?? null : null])
  );
  const own = objects.map(
    (input2) => Object.fromEntries(Object.entries(input2).filter(([key]) => !isShared.has(key)))
  );
  return { shared, own };
}
__name(shareFields, "shareFields");
function hasKeys(input2, keys) {
  const own = Object.keys(input2);
  return own.length === keys.length && own.every((key, index) => key === keys[index]);
}
__name(hasKeys, "hasKeys");

// src/expr/jq-wire.ts
function wrap(program) {
  const inputs = ". as $flowproof_shared | inputs | .[0] as $flowproof_number | ($flowproof_shared + .[1])";
  return `${inputs} | [$flowproof_number, (label $flowproof | try ((${program}

) | {v: .}) catch ({e: .}, break $flowproof))]`;
}
__name(wrap, "wrap");
function wrapPresence(program) {
  return `. as $flowproof_root | try ([path(${program}

)] | all(. as $flowproof_path | ($flowproof_path | length) == 0 or ($flowproof_path[-1] as $flowproof_last |
($flowproof_root | getpath($flowproof_path[:-1])) | if type == "object" then has($flowproof_last)
elif type == "array" and ($flowproof_last | type) == "number" then $flowproof_last < length and $flowproof_last >= -length
else type != "null" end))) catch true`;
}
__name(wrapPresence, "wrapPresence");
function renderInputs(inputs) {
  const { shared, own } = shareFields(inputs);
  return [render(shared), ...own.map((input2, index) => `[${index},${render(input2)}]`)].join("\n");
}
__name(renderInputs, "renderInputs");
function readLines(stdout) {
  const outcomes = /* @__PURE__ */ new Map();
  for (const line of stdout.split("\n")) {
    const parsed = line === "" ? void 0 : parseJson(line);
    if (!Array.isArray(parsed)) continue;
    const [number, ...results] = parsed;
    outcomes.set(Number(number), readOutcome(results));
  }
  return outcomes;
}
__name(readLines, "readLines");
function readOutcome(results) {
  const outputs = [];
  for (const result of results) {
    if (!isJsonObject(result)) continue;
    if ("e" in result) return { outputs, error: describeThrown(result.e ?? null) };
    outputs.push(result.v ?? null);
  }
  return { outputs };
}
__name(readOutcome, "readOutcome");
function describeThrown(thrown) {
  return typeof thrown === "string" ? thrown : `(not a string): ${renderJson(thrown)}`;
}
__name(describeThrown, "describeThrown");
var LONE_SURROGATE = /\\ud[89a-f]/;
function render(value) {
  const text14 = renderJson(value);
  return LONE_SURROGATE.test(text14) ? renderJson(wellFormed(value)) : text14;
}
__name(render, "render");
function wellFormed(value) {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)])
  );
}
__name(wellFormed, "wellFormed");

// src/expr/template-text.ts
import { Script } from "node:vm";

// src/expr/program.ts
var Program = class {
  static {
    __name(this, "Program");
  }
  language;
  /** Without the space around it. */
  text;
  /** As it is written, for messages: `${{ .now }}`, or the text itself. */
  source;
  /** Where `text` begins in its scalar. */
  start;
  /** What keeps it from being a program at all, such as an end that is missing. */
  fault;
  /** Of `text`, or of the scalar when that is all that is known; whoever read the file sets it. */
  span;
  constructor({ language = "jq", text: text14, source = text14, start: start2 = 0, fault }) {
    this.language = language;
    this.text = text14;
    this.source = source;
    this.start = start2;
    this.fault = fault;
  }
  toString() {
    return this.source;
  }
  toJSON() {
    return this.source;
  }
};
function jqProgram() {
  return external_exports.string().min(1).transform((text14) => new Program({ text: text14 }));
}
__name(jqProgram, "jqProgram");
function jsProgram() {
  return external_exports.string().min(1).transform((text14) => new Program({ language: "js", text: text14 }));
}
__name(jsProgram, "jsProgram");
var PROGRAMS = /* @__PURE__ */ Symbol("programs");
function holdsPrograms(value) {
  return typeof value === "object" && value !== null && PROGRAMS in value;
}
__name(holdsPrograms, "holdsPrograms");
function listPrograms(value, path = []) {
  if (value instanceof Program) return [{ program: value, path, at: "value" }];
  if (holdsPrograms(value)) return value[PROGRAMS].map((one) => ({ ...one, path: [...path, ...one.path] }));
  if (typeof value !== "object" || value === null) return [];
  const entries = Array.isArray(value) ? value.map((one, index) => [index, one]) : Object.entries(value);
  return entries.flatMap(([key, inner]) => listPrograms(inner, [...path, key]));
}
__name(listPrograms, "listPrograms");

// src/expr/template-text.ts
var START = /\$?\$\{\{/g;
var JAVASCRIPT = /^\s*js:/;
function isTemplate(text14) {
  return text14.includes("${{");
}
__name(isTemplate, "isTemplate");
function cutTemplate(text14) {
  const parts2 = [];
  let plain = "";
  let at2 = 0;
  for (const match2 of text14.matchAll(START)) {
    if (match2.index < at2) continue;
    plain += text14.slice(at2, match2.index);
    at2 = match2.index + match2[0].length;
    if (match2[0] === "$${{") {
      plain += "${{";
      continue;
    }
    if (plain !== "") parts2.push(plain);
    plain = "";
    const end = endOfExpression(text14, at2);
    parts2.push(readExpression(text14, { start: match2.index, bodyStart: at2, end }));
    at2 = end === void 0 ? text14.length : end + 2;
  }
  plain += text14.slice(at2);
  return plain === "" ? parts2 : [...parts2, plain];
}
__name(cutTemplate, "cutTemplate");
function endOfExpression(text14, start2) {
  return JAVASCRIPT.test(text14.slice(start2)) ? endOfJavaScript(text14, start2) : endOfJq(text14, start2);
}
__name(endOfExpression, "endOfExpression");
function endOfJq(text14, start2) {
  for (const token of scanJq(text14, start2)) {
    const isFree = token.inside.at(-1) !== "{" && !token.inside.includes('"');
    if (token.text === "}" && isFree && text14[token.start + 1] === "}") return token.start;
  }
  return void 0;
}
__name(endOfJq, "endOfJq");
function endOfJavaScript(text14, start2) {
  const bodyStart = text14.indexOf(":", start2) + 1;
  for (let end = text14.indexOf("}}", start2); end !== -1; end = text14.indexOf("}}", end + 1)) {
    if (scriptError(text14.slice(bodyStart, end)) === void 0) return end;
  }
  const first = text14.indexOf("}}", start2);
  return first === -1 ? void 0 : first;
}
__name(endOfJavaScript, "endOfJavaScript");
function scriptError(text14) {
  try {
    new Script(`(
${text14}
)`);
    new Script(`[
${text14}
]`);
    return void 0;
  } catch (cause) {
    return cause.message;
  }
}
__name(scriptError, "scriptError");
function readExpression(text14, { start: start2, bodyStart, end }) {
  const body2 = text14.slice(bodyStart, end);
  const source = text14.slice(start2, end === void 0 ? void 0 : end + 2);
  const prefix = JAVASCRIPT.exec(body2)?.[0] ?? "";
  const language = prefix === "" ? "jq" : "js";
  const program = body2.slice(prefix.length);
  const lead = program.length - program.trimStart().length;
  return new Program({
    language,
    text: program.trim(),
    source,
    start: bodyStart + prefix.length + lead,
    fault: faultOf(program, end)
  });
}
__name(readExpression, "readExpression");
function faultOf(program, end) {
  if (end === void 0) return 'an expression without its end "}}"';
  return program.trim() === "" ? "an expression without a program" : void 0;
}
__name(faultOf, "faultOf");

// src/expr/check-program.ts
async function findFault(program, jq) {
  const { text: text14, source, span } = program;
  const place2 = span ? { span } : {};
  if (program.fault !== void 0)
    return new ScenarioError("EXPRESSION_SYNTAX", `${program.fault}: ${source}`, {
      ...place2,
      hint: "write ${{ <jq> }}, or $${{ for the text itself"
    });
  if (program.language === "js") {
    const error = scriptError(text14);
    return error === void 0 ? void 0 : new ScenarioError("EXPRESSION_SYNTAX", `no JavaScript expression: ${error}: ${source}`, place2);
  }
  return jq.isSimple(text14) ? void 0 : findJqFault(program, jq);
}
__name(findFault, "findFault");
async function findJqFault({ text: text14, span }, jq) {
  const forbidden = forbiddenWord(text14);
  if (forbidden !== void 0) {
    return new ScenarioError(
      "EXPRESSION_FORBIDDEN",
      `"${forbidden}" is not allowed in an expression: ${text14}`,
      {
        ...span ? { span: narrow(span, text14, { offset: text14.indexOf(forbidden), length: forbidden.length }) } : {},
        hint: "an expression reads its context only: no files, no environment, no other input"
      }
    );
  }
  const complaint = await jq.compile(text14) ?? await jq.compile(wrap(text14));
  if (complaint === void 0) return void 0;
  const { message, place: place2 } = readComplaint(complaint, text14);
  return new ScenarioError("EXPRESSION_SYNTAX", `jq cannot read "${text14}": ${message}`, {
    ...span ? { span: place2 ? narrow(span, text14, place2) : span } : {}
  });
}
__name(findJqFault, "findJqFault");
var COMPLAINT = /^jq: error: (.*?)(?: at <top-level>, line (\d+), column (\d+):?)?$/;
function readComplaint(stderr, text14) {
  const [first = "", , carets = ""] = stderr.split("\n");
  const [, message = first, line, column] = COMPLAINT.exec(first) ?? [];
  const before2 = text14.split("\n").slice(0, Number(line) - 1);
  if (column === void 0 || before2.length < Number(line) - 1) return { message, place: void 0 };
  const offset = before2.join("\n").length + (before2.length > 0 ? 1 : 0) + Number(column) - 1;
  return { message, place: offset < text14.length ? { offset, length: carets.trim().length || 1 } : void 0 };
}
__name(readComplaint, "readComplaint");
function narrow(span, text14, { offset, length }) {
  const isVerbatim = span.line === span.endLine && span.endColumn - span.column === text14.length;
  if (!isVerbatim) return span;
  const column = span.column + offset;
  return { ...span, column, endColumn: Math.min(column + length, span.endColumn) };
}
__name(narrow, "narrow");

// src/expr/jq-thread.ts
import { Worker } from "node:worker_threads";
var ENDED = { kind: "broken", reason: "the run has ended" };
var JqThread = class {
  static {
    __name(this, "JqThread");
  }
  #limits;
  #worker;
  #ready;
  /** Of the one question that is being answered. */
  #settle;
  #last = Promise.resolve();
  #isDisposed = false;
  constructor(limits) {
    this.#limits = limits;
  }
  ask(question) {
    const answer = this.#last.then(() => this.#ask(question));
    this.#last = answer;
    return answer;
  }
  /** Whoever still waits for an answer gets none. */
  async [Symbol.asyncDispose]() {
    this.#isDisposed = true;
    this.#settle?.(ENDED);
    await this.#stop();
  }
  async #ask(question) {
    if (this.#isDisposed) return ENDED;
    const worker = this.#start();
    worker.ref();
    const { promise, resolve: resolve4 } = Promise.withResolvers();
    this.#settle = resolve4;
    await Promise.race([this.#ready, promise]);
    const timer = setTimeout(() => resolve4({ kind: "timeout", reason: "" }), this.#limits.timeLimitMs);
    worker.postMessage(question);
    const answer = await promise;
    clearTimeout(timer);
    this.#settle = void 0;
    if (answer.kind === "timeout" || answer.kind === "broken") await this.#stop();
    else worker.unref();
    return answer;
  }
  #start() {
    if (this.#worker) return this.#worker;
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const worker = new Worker(new URL(`./jq-worker.${extension}`, import.meta.url), {
      workerData: { memoryLimitBytes: this.#limits.memoryLimitBytes }
    });
    const { promise, resolve: resolve4 } = Promise.withResolvers();
    worker.on(
      "message",
      (message) => message.kind === "ready" ? resolve4() : this.#settle?.(message)
    );
    const end = /* @__PURE__ */ __name((reason2) => {
      if (this.#worker !== worker) return;
      this.#worker = void 0;
      this.#settle?.({ kind: "broken", reason: reason2 });
    }, "end");
    worker.on("error", (cause) => end(describeError(cause)));
    worker.on("exit", () => end("the thread has ended"));
    this.#worker = worker;
    this.#ready = promise;
    return worker;
  }
  async #stop() {
    const worker = this.#worker;
    this.#worker = void 0;
    await worker?.terminate();
  }
};

// src/expr/js-wire.ts
var MARK = "\0bigint:";
var MARKED = /^\0bigint:(-?\d+)$/;
function renderMarked(value) {
  return JSON.stringify(
    value,
    (_key, inner) => typeof inner === "bigint" ? `${MARK}${inner}` : inner
  );
}
__name(renderMarked, "renderMarked");
function parseMarked(text14) {
  return JSON.parse(text14, (_key, inner) => {
    const [, digits2] = typeof inner === "string" && MARKED.exec(inner) || [];
    return digits2 === void 0 ? inner : exactNumber(BigInt(digits2));
  });
}
__name(parseMarked, "parseMarked");
function askScript(program, contexts) {
  const [first] = contexts;
  const { shared, own } = shareFields(contexts);
  return {
    kind: "js",
    program,
    names: isJsonObject(first) ? Object.keys(first).filter((name3) => IDENTIFIER.test(name3)) : [],
    mark: MARK,
    shared: renderMarked(shared),
    inputs: own.map((context, index) => ({
      context: renderMarked(context),
      randomKey: randomOf(contexts[index] ?? null)?.fork() ?? []
    }))
  };
}
__name(askScript, "askScript");
var IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
function readScriptResult(result) {
  if ("error" in result) return { outputs: [], error: result.error };
  return { outputs: result.text === void 0 ? [] : [parseMarked(result.text)] };
}
__name(readScriptResult, "readScriptResult");

// src/expr/random-uses.ts
function findRandomUses(program) {
  if (!program.includes("random")) return void 0;
  const tokens = [...scanJq(program)];
  const fields = [];
  let isOpen = false;
  let rewritten = "";
  let at2 = 0;
  for (const [index, token] of tokens.entries()) {
    const name3 = nameAfter(tokens, index);
    const before2 = tokens[index - 1];
    isOpen ||= token.text.includes("random") && (name3 === void 0 || before2?.kind === "variable");
    if (name3 === void 0 || isContinued(before2)) continue;
    const count2 = fields.filter((one) => one.name === name3).length;
    const field = count2 === 0 ? name3 : `${name3}#${count2 + 1}`;
    fields.push({ field, name: name3 });
    if (count2 === 0) continue;
    const end = token.start + token.text.length + name3.length + 1;
    rewritten += `${program.slice(at2, token.start)}${readField(field, name3)}`;
    at2 = end;
  }
  const others = isOpen ? randomNames.filter((name3) => !fields.some((one) => one.name === name3)) : [];
  return {
    program: rewritten + program.slice(at2),
    fields: [...fields, ...others.map((name3) => ({ field: name3, name: name3 }))]
  };
}
__name(findRandomUses, "findRandomUses");
function readField(field, name3) {
  return `(.random | if type == "object" and has("${field}") then .["${field}"] else .${name3} end)`;
}
__name(readField, "readField");
function nameAfter(tokens, index) {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const name3 = token?.text === ".random" && next?.kind === "field" ? next.text.slice(1) : "";
  return isRandomName(name3) ? name3 : void 0;
}
__name(nameAfter, "nameAfter");
function isContinued(before2) {
  return before2 !== void 0 && (before2.kind === "field" || before2.kind === "variable" || before2.kind === "word" || /^[\])}?".]$/.test(before2.text));
}
__name(isContinued, "isContinued");
function drawRandom(input2, { fields }) {
  const random = randomOf(input2);
  if (!random) return input2;
  const values = Object.fromEntries(fields.map(({ field, name: name3 }) => [field, random.draw(name3)]));
  return { ...input2, random: values };
}
__name(drawRandom, "drawRandom");

// src/expr/simple-path.ts
var STEP = /\.([A-Za-z_]\w*)|\.?\["([^"\\]*)"\]|\."([^"\\]*)"|\.?\[(-?\d{1,9})\]/y;
var COMPARISON = /^\s*(==|!=|<=|>=|<|>)\s*(null|true|false|-?\d{1,9}(?:\.\d{1,6})?|"[^"\\]*")$/;
function parseSimple(program) {
  const text14 = program.trim();
  const steps = [];
  STEP.lastIndex = 0;
  let at2 = 0;
  for (let match2 = STEP.exec(text14); match2; match2 = STEP.exec(text14)) {
    if (at2 === 0 && !match2[0].startsWith(".")) return void 0;
    const name3 = match2[1] ?? match2[2] ?? match2[3];
    steps.push(name3 ?? Number(match2[4]));
    at2 = STEP.lastIndex;
  }
  if (at2 === 0 && text14.startsWith(".")) at2 = 1;
  const rest = text14.slice(at2);
  if (at2 > 0 && rest === "") return { steps };
  const [, operator, written] = COMPARISON.exec(rest) ?? [];
  if (at2 === 0 || operator === void 0 || written === void 0) return void 0;
  const literal = JSON.parse(written.replace(/^(-?)0+(?=\d)/, "$1"));
  const isOrder = operator !== "==" && operator !== "!=";
  return isOrder && typeof literal === "string" ? void 0 : { steps, comparison: { operator, literal } };
}
__name(parseSimple, "parseSimple");
function splitAtPipe(program) {
  const at2 = program.indexOf("|");
  if (at2 === -1 || program[at2 + 1] === "=") return void 0;
  const start2 = program.slice(0, at2);
  const path = start2.includes("\n") ? void 0 : parseSimple(start2);
  return path && !path.comparison ? { path, rest: program.slice(at2 + 1) } : void 0;
}
__name(splitAtPipe, "splitAtPipe");
function evaluateSimple({ steps, comparison }, input2) {
  let value = input2;
  for (const step2 of steps) {
    const next = stepInto(value, step2);
    if (next === void 0) return void 0;
    value = next;
  }
  return comparison ? compare(value, comparison) : asJqGives(value);
}
__name(evaluateSimple, "evaluateSimple");
function leadsSomewhere({ steps, comparison }, input2) {
  if (comparison || steps.length === 0) return true;
  const parent = evaluateSimple({ steps: steps.slice(0, -1) }, input2);
  const last = steps.at(-1);
  if (parent === void 0 || parent === null) return parent === null ? false : void 0;
  if (typeof last === "string") return isJsonObject(parent) ? Object.hasOwn(parent, last) : void 0;
  return Array.isArray(parent) ? parent.at(last ?? 0) !== void 0 : void 0;
}
__name(leadsSomewhere, "leadsSomewhere");
function stepInto(value, step2) {
  if (value === null) return null;
  if (typeof step2 === "number") return Array.isArray(value) ? value.at(step2) ?? null : void 0;
  if (!isJsonObject(value)) return void 0;
  return Object.hasOwn(value, step2) ? value[step2] ?? null : null;
}
__name(stepInto, "stepInto");
function compare(value, { operator, literal }) {
  const order = orderOf(value, literal);
  switch (operator) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    default:
      return order >= 0;
  }
}
__name(compare, "compare");
function orderOf(value, literal) {
  const byType = rank(value) - rank(literal);
  if (byType !== 0 || literal === null || typeof literal === "boolean") return byType;
  if (typeof literal === "string") return value.toWellFormed() === literal ? 0 : 1;
  const number = value;
  if (number < literal) return -1;
  return number > literal ? 1 : 0;
}
__name(orderOf, "orderOf");
function rank(value) {
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 2 : 1;
  if (typeof value === "number" || typeof value === "bigint") return 3;
  if (typeof value === "string") return 4;
  return Array.isArray(value) ? 5 : 6;
}
__name(rank, "rank");
function asJqGives(value) {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number") return Number.isInteger(value) ? wholeNumber2(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(asJqGives);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toWellFormed(), asJqGives(inner)])
  );
}
__name(asJqGives, "asJqGives");
var LARGEST_WRITTEN_OUT = 1e21;
function wholeNumber2(value) {
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  return Math.abs(value) < LARGEST_WRITTEN_OUT ? BigInt(value) : value;
}
__name(wholeNumber2, "wholeNumber");

// src/expr/jq.ts
var LIMITS = { timeLimitMs: 5e3, memoryLimitBytes: 2 ** 30 };
var BATCH = 1e3;
var BATCH_CHARACTERS = 4e6;
function createJq(limits = {}) {
  return new JqEngine({ ...LIMITS, ...limits });
}
__name(createJq, "createJq");
var JqEngine = class {
  static {
    __name(this, "JqEngine");
  }
  #limits;
  #thread;
  /** Of programs by their text; undefined for one that only jq can evaluate. */
  #simple = /* @__PURE__ */ new Map();
  constructor(limits) {
    this.#limits = limits;
    this.#thread = new JqThread(limits);
  }
  async check(program) {
    const given = typeof program === "string" ? new Program({ text: program }) : program;
    const fault = await findFault(given, this.#syntax);
    if (fault) throw fault;
  }
  async evaluate(program, inputs) {
    if (typeof program === "object" && program.language === "js")
      return inParts(inputs, (part) => this.#askScript(program.text, part));
    const text14 = textOf(program);
    const uses = findRandomUses(text14);
    return this.#evaluate(uses ? inputs.map((input2) => drawRandom(input2, uses)) : inputs, {
      natively: /* @__PURE__ */ __name((simple, input2) => wrapOutput(evaluateSimple(simple, input2)), "natively"),
      simple: this.#simpleOf(text14),
      program: uses?.program ?? text14
    });
  }
  async exists(program, inputs) {
    if (typeof program === "object" && program.language === "js") return inputs.map(() => true);
    const text14 = textOf(program);
    const outcomes = await this.#evaluate(inputs, {
      natively: /* @__PURE__ */ __name((simple, input2) => wrapOutput(leadsSomewhere(simple, input2)), "natively"),
      simple: this.#simpleOf(text14),
      program: wrapPresence(text14)
    });
    return outcomes.map(({ outputs }) => outputs[0] !== false);
  }
  async search(pattern, flags, texts) {
    let fault;
    const found = await inParts(texts, async (part) => {
      const message = await this.#thread.ask({ kind: "search", pattern, flags, texts: part });
      if (message.kind === "search") return message.answer;
      fault = this.#describe(message);
      return [];
    });
    return fault ?? found;
  }
  [Symbol.asyncDispose]() {
    return this.#thread[Symbol.asyncDispose]();
  }
  #simpleOf(text14) {
    if (!this.#simple.has(text14)) this.#simple.set(text14, parseSimple(text14));
    return this.#simple.get(text14);
  }
  async #evaluate(inputs, how) {
    const { simple, natively } = how;
    const known = inputs.map((input2) => simple && natively(simple, input2));
    const open = inputs.filter((_, index) => known[index] === void 0);
    const rest = (await this.#pipe(how.program, open)).values();
    return known.map((outcome) => outcome ?? rest.next().value ?? { outputs: [] });
  }
  /** Follows the path that a program begins with here, so that jq is sent what it leads to and not all of the context. */
  async #pipe(program, inputs) {
    const piped = splitAtPipe(program);
    const ask2 = /* @__PURE__ */ __name((text14, some) => inParts(some, (part) => this.#askJq(text14, part)), "ask");
    if (!piped) return ask2(program, inputs);
    const starts = inputs.map((input2) => evaluateSimple(piped.path, input2));
    const short2 = (await ask2(
      piped.rest,
      starts.filter((start2) => start2 !== void 0)
    )).values();
    const long2 = (await ask2(
      program,
      inputs.filter((_, index) => starts[index] === void 0)
    )).values();
    return starts.map((start2) => (start2 === void 0 ? long2 : short2).next().value ?? { outputs: [] });
  }
  async #askJq(program, inputs) {
    const input2 = renderInputs(inputs);
    if (input2.length > BATCH_CHARACTERS && inputs.length > 1) {
      const middle = Math.ceil(inputs.length / 2);
      const first = await this.#askJq(program, inputs.slice(0, middle));
      return [...first, ...await this.#askJq(program, inputs.slice(middle))];
    }
    const message = await this.#thread.ask({ kind: "jq", program: wrap(program), input: input2 });
    if (message.kind !== "jq") return this.#fail(inputs, message);
    const { stdout, stderr } = message.answer;
    const outcomes = readLines(stdout);
    const error = stderr.split("\n")[0] || "it stopped without a result";
    return inputs.map((_, index) => outcomes.get(index) ?? { outputs: [], error });
  }
  async #askScript(program, inputs) {
    const message = await this.#thread.ask(askScript(program, inputs));
    return message.kind === "js" ? message.answer.map(readScriptResult) : this.#fail(inputs, message);
  }
  #fail(inputs, none) {
    return inputs.map(() => ({ outputs: [], error: this.#describe(none) }));
  }
  #describe(none) {
    return none.kind === "timeout" ? `it did not end within ${renderDuration(this.#limits.timeLimitMs)}` : `the engine stopped: ${none.reason}`;
  }
  #syntax = {
    isSimple: /* @__PURE__ */ __name((text14) => this.#simpleOf(text14) !== void 0, "isSimple"),
    compile: /* @__PURE__ */ __name(async (program) => {
      const message = await this.#thread.ask({ kind: "jq", program, input: "" });
      return message.kind === "jq" && message.answer.exitCode === COMPILE_ERROR ? message.answer.stderr : void 0;
    }, "compile")
  };
};
var COMPILE_ERROR = 3;
async function inParts(inputs, ask2) {
  const results = [];
  for (let at2 = 0; at2 < inputs.length; at2 += BATCH)
    results.push(...await ask2(inputs.slice(at2, at2 + BATCH)));
  return results;
}
__name(inParts, "inParts");
function textOf(program) {
  return typeof program === "string" ? program : program.text;
}
__name(textOf, "textOf");
function wrapOutput(output) {
  return output === void 0 ? void 0 : { outputs: [output] };
}
__name(wrapOutput, "wrapOutput");

// src/expr/template.ts
var Template = class {
  static {
    __name(this, "Template");
  }
  source;
  /** In order; no text is empty. */
  parts;
  /** What the result must be; it is checked when it is known. */
  schema;
  constructor(source, schema) {
    this.source = source;
    this.parts = cutTemplate(source);
    this.schema = schema;
  }
  get [PROGRAMS]() {
    return this.parts.filter((part) => part instanceof Program).map((program) => ({ program, path: [], at: "value" }));
  }
  toString() {
    return this.source;
  }
  toJSON() {
    return this.source;
  }
};
var EXPRESSION = /\$\{\{/;
var NO_EXPRESSION = "no expression";
function input(schema) {
  const template = external_exports.string({ error: NO_EXPRESSION }).regex(EXPRESSION).refine(() => !isReadingResult).transform((text14) => new Template(text14, schema));
  return external_exports.union([template, schema]);
}
__name(input, "input");
function freeform() {
  return external_exports.unknown().transform(findTemplates);
}
__name(freeform, "freeform");
function findTemplates(value) {
  if (typeof value === "string") return isTemplate(value) && !isReadingResult ? new Template(value) : value;
  if (typeof value !== "object" || value === null) return value;
  const found = Array.isArray(value) ? value.map(findTemplates) : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, findTemplates(inner)]));
  return found;
}
__name(findTemplates, "findTemplates");
var isReadingResult = false;
function readResult(schema, value) {
  isReadingResult = true;
  try {
    return schema.safeParse(value);
  } finally {
    isReadingResult = false;
  }
}
__name(readResult, "readResult");

// src/load/located.ts
function nodeAt(root, path) {
  return follow(root, path).node;
}
__name(nodeAt, "nodeAt");
function valueRange(root, path) {
  const { node, keyRange: keyRange2, rest } = follow(root, path);
  const isEmpty = node.range[0] === node.range[1];
  return keyRange2 && (isEmpty || rest.length > 0) ? keyRange2 : node.range;
}
__name(valueRange, "valueRange");
function keyRange(root, path) {
  const found = follow(root, path);
  const isKey2 = found.rest.length > 0 || typeof path.at(-1) === "string";
  return isKey2 && found.keyRange ? found.keyRange : valueRange(root, path);
}
__name(keyRange, "keyRange");
function follow(root, path) {
  let node = root;
  let range;
  for (const [index, step2] of path.entries()) {
    const entry = typeof step2 === "string" ? node.entries?.get(step2) : void 0;
    const next = entry?.node ?? (typeof step2 === "number" ? node.items?.[step2] : void 0);
    if (next === void 0) return { node, keyRange: range, rest: path.slice(index) };
    node = next;
    range = entry?.keyRange ?? range;
  }
  return { node, keyRange: range, rest: [] };
}
__name(follow, "follow");

// src/load/source-text.ts
function createSourceText(file, text14) {
  const lineStarts = [0];
  for (let at2 = text14.indexOf("\n"); at2 !== -1; at2 = text14.indexOf("\n", at2 + 1)) lineStarts.push(at2 + 1);
  return { file, text: text14, lineStarts };
}
__name(createSourceText, "createSourceText");
function spanOfRange(source, [start2, end]) {
  const from2 = positionAt(source, start2);
  const to = positionAt(source, Math.max(start2, end));
  return {
    file: source.file,
    line: from2.line,
    column: from2.column,
    endLine: to.line,
    endColumn: to.column
  };
}
__name(spanOfRange, "spanOfRange");
function positionAt(source, offset) {
  const at2 = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lineStarts[middle] ?? 0) <= at2) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at2 - (source.lineStarts[low] ?? 0) + 1 };
}
__name(positionAt, "positionAt");

// src/load/finding.ts
function locateFinding(finding, root, source) {
  const { code, message, hint } = finding;
  return new ScenarioError(code, message, {
    span: spanOfRange(source, rangeOf(finding, root, source)),
    hint
  });
}
__name(locateFinding, "locateFinding");
function spanOfPath(at2, root, source) {
  const span = spanOfRange(source, rangeOf(at2, root, source));
  if (span.endLine === span.line) return span;
  const lineEnd = (source.lineStarts[span.line] ?? source.text.length + 1) - 1;
  const start2 = source.lineStarts[span.line - 1] ?? 0;
  return { ...span, endLine: span.line, endColumn: source.text.slice(start2, lineEnd).trimEnd().length + 1 };
}
__name(spanOfPath, "spanOfPath");
function rangeOf({ path, at: at2 }, root, source) {
  const node = nodeAt(root, path);
  const [first] = node === root ? root.entries?.values() ?? [] : [];
  if (first) return first.keyRange;
  const key = keyRange(root, path);
  const value = valueRange(root, path);
  return at2 === "key" || spansLines(source, value) || isBelow(source, key, node) ? key : value;
}
__name(rangeOf, "rangeOf");
function isBelow(source, key, { range, depth }) {
  return depth > 0 && key[1] < range[0] && spansLines(source, [key[0], range[0]]);
}
__name(isBelow, "isBelow");
function spansLines(source, range) {
  const { line, endLine } = spanOfRange(source, range);
  return endLine > line;
}
__name(spansLines, "spansLines");

// src/load/check-programs.ts
async function checkPrograms(planned, config, jq) {
  const programs = [
    ...config ? locatePrograms(listPrograms(findTemplates(config.root.value)), config) : [],
    ...planned.flatMap(({ scenario, document }) => locatePrograms(programsOf(scenario), document))
  ];
  const faults = await Promise.all(programs.map((program) => faultOf2(jq.check(program))));
  return faults.filter((fault) => fault !== void 0);
}
__name(checkPrograms, "checkPrograms");
function locatePrograms(placed2, written) {
  return placed2.map((one) => {
    one.program.span = spanOfProgram(one, written);
    return one.program;
  });
}
__name(locatePrograms, "locatePrograms");
async function faultOf2(checked) {
  try {
    await checked;
    return void 0;
  } catch (cause) {
    if (cause instanceof ScenarioError) return cause;
    throw cause;
  }
}
__name(faultOf2, "faultOf");
function programsOf({ variables: variables2, tasks: tasks2 }) {
  return [
    ...listPrograms(variables2, ["variables"]),
    ...tasks2.flatMap(({ id, kind, spec: spec6, checks, condition: condition2 }) => [
      ...listPrograms(spec6, ["tasks", id, kind]),
      ...listPrograms(checks, ["tasks", id, "checks"]),
      ...listPrograms(condition2, ["tasks", id, "if"])
    ])
  ];
}
__name(programsOf, "programsOf");
function spanOfProgram({ program, path, at: at2 }, { root, source }) {
  const [start2, end] = at2 === "key" ? keyRange(root, path) : valueRange(root, path);
  const found = source.text.slice(start2, end).indexOf(program.source);
  if (found < 0) return spanOfPath({ path, at: at2 }, root, source);
  const from2 = start2 + found + program.source.lastIndexOf(program.text);
  return spanOfRange(source, [from2, from2 + program.text.length]);
}
__name(spanOfProgram, "spanOfProgram");

// src/load/choose-kafka.ts
function chooseKafka(config, choice) {
  const { clusters, ...single } = config.kafka ?? {};
  if (!clusters) return { ...config, kafka: chooseCluster(single, choice) };
  const chosen = Object.entries(clusters).map(([name3, cluster], index) => [
    name3,
    chooseCluster(cluster, index === 0 ? choice : {})
  ]);
  return { ...config, kafka: { clusters: Object.fromEntries(chosen) } };
}
__name(chooseKafka, "chooseKafka");
function chooseCluster(config, { kafka, bootstrap }) {
  const provider = kafka ?? (bootstrap ? "external" : config.provider) ?? "embedded";
  if (provider !== "external") {
    if (bootstrap) throw misplacedAddress(provider);
    return { ...config, provider, bootstrap: void 0 };
  }
  const brokers = bootstrap ?? config.bootstrap ?? [];
  checkAddresses(brokers);
  return { ...config, provider, bootstrap: [...brokers] };
}
__name(chooseCluster, "chooseCluster");
function misplacedAddress(provider) {
  return new UsageError(
    "USAGE_BAD_VALUE",
    `"--bootstrap" beside the ${provider} Kafka, which has its own address`,
    {
      hint: 'write "--kafka external", or leave "--bootstrap" out'
    }
  );
}
__name(misplacedAddress, "misplacedAddress");
function checkAddresses(brokers) {
  if (brokers.length === 0) {
    throw new UsageError("USAGE_BAD_VALUE", "an external Kafka without an address", {
      hint: 'write "--bootstrap host:port", or set "kafka.bootstrap" in flowproof.yaml'
    });
  }
  const wrong = brokers.find((address) => !isAddress(address));
  if (wrong === void 0) return;
  throw new UsageError("USAGE_BAD_VALUE", `"${wrong}" is no address of a broker`, {
    hint: "write host:port, such as localhost:9092; several are separated by commas"
  });
}
__name(checkAddresses, "checkAddresses");
function isAddress(text14) {
  const [, port2] = /^(?:[^\s:/]+|\[[0-9A-Fa-f:.]+\]):(\d{1,5})$/.exec(text14.trim()) ?? [];
  return text14.includes("${{") || port2 !== void 0 && Number(port2) > 0 && Number(port2) < 65536;
}
__name(isAddress, "isAddress");

// src/load/load-config.ts
import { dirname as dirname2, relative as relative2 } from "node:path";

// src/base/did-you-mean.ts
var LONGEST = 64;
function nearest(word, candidates2) {
  const wanted = fold(word);
  if (wanted.length < 2 || wanted.length > LONGEST) return void 0;
  let best;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates2) {
    const folded = fold(candidate);
    const longer = Math.max(wanted.length, folded.length);
    const limit = Math.min(bestDistance - 1, Math.max(1, Math.floor(longer / 3)));
    if (longer - Math.min(wanted.length, folded.length) > limit) continue;
    const distance = editDistance(wanted, folded);
    if (distance > limit) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}
__name(nearest, "nearest");
function didYouMean(word, candidates2) {
  const found = nearest(word, candidates2);
  return found === void 0 ? void 0 : `did you mean "${found}"?`;
}
__name(didYouMean, "didYouMean");
function fold(word) {
  return word.toLowerCase().replaceAll(/[-_]/g, "");
}
__name(fold, "fold");
function editDistance(a, b) {
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = isSwap ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, change, swap));
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}
__name(editDistance, "editDistance");
function at(row, index) {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
__name(at, "at");

// src/model/duration.ts
var duration = external_exports.union([external_exports.string(), external_exports.number()]).transform((value, context) => {
  const ms = parseDuration(value);
  if (ms !== void 0) return ms;
  context.addIssue({
    code: "custom",
    message: `"${value}" is not a duration`,
    params: { hint: "write a number with a unit: 500ms, 2s, 1m, 1h, 1d; a bare number is milliseconds" }
  });
  return external_exports.NEVER;
}).meta({ title: "Duration", examples: ["500ms", "2s", "1m"] });

// src/model/kafka-security.ts
var text = external_exports.string().min(1);
var pem = "a file beside flowproof.yaml, or the PEM text itself";
var login = { username: text, password: text.describe("best from a variable with secret: true") };
var saslConfig = external_exports.discriminatedUnion("mechanism", [
  external_exports.strictObject({ mechanism: external_exports.literal("plain"), ...login }),
  external_exports.strictObject({ mechanism: external_exports.literal("scram-sha-256"), ...login }),
  external_exports.strictObject({ mechanism: external_exports.literal("scram-sha-512"), ...login }),
  external_exports.strictObject({
    mechanism: external_exports.literal("oauthbearer"),
    tokenUrl: text.describe("the token endpoint, asked with the client credentials grant"),
    clientId: text,
    clientSecret: text.describe("best from a variable with secret: true"),
    scope: text.optional(),
    audience: text.optional().describe("sent where the authorization server wants one"),
    extensions: external_exports.record(text, text).optional().describe("SASL extensions, such as logicalCluster")
  }),
  external_exports.strictObject({
    mechanism: external_exports.literal("aws-msk-iam"),
    region: text.describe("of the cluster"),
    accessKeyId: text.optional().describe("default: AWS_ACCESS_KEY_ID of the environment"),
    secretAccessKey: text.optional().describe("default: AWS_SECRET_ACCESS_KEY of the environment"),
    sessionToken: text.optional().describe("default: AWS_SESSION_TOKEN of the environment")
  })
]);
var tlsConfig = external_exports.union([
  external_exports.boolean(),
  external_exports.strictObject({
    ca: text.optional().describe(`the authority that signed the brokers' certificates: ${pem}`),
    cert: text.optional().describe(`the client's own certificate, for mTLS: ${pem}`),
    key: text.optional().describe(`the key of "cert": ${pem}`),
    passphrase: text.optional().describe("of the key"),
    skipVerify: external_exports.boolean().optional().describe("accept any certificate; for tests only")
  })
]);
var clientConfig = external_exports.strictObject({
  connectTimeout: duration.optional().describe("for a connection to be made; default 5s"),
  requestTimeout: duration.optional().describe("for an answer; default 10s"),
  patience: duration.optional().describe("how long a cluster that was there may be away; default 30s")
});

// src/model/scalar-text.ts
var scalarText = external_exports.union([external_exports.string(), external_exports.number(), external_exports.boolean()]).transform(String);

// src/model/kafka-config.ts
var text2 = external_exports.string().min(1);
var topicConfig = external_exports.strictObject({
  partitions: external_exports.int().min(1).optional().describe("how many partitions; default: the broker's"),
  config: external_exports.record(external_exports.string(), scalarText).optional().describe("topic configuration, as Kafka names it")
});
var clusterConfig = external_exports.strictObject({
  provider: external_exports.enum(["embedded", "docker", "external"]).optional().describe("where the broker comes from; default embedded"),
  port: external_exports.int().min(0).max(65535).optional().describe("embedded, docker: a fixed port for programs that cannot be told; default a free one"),
  image: text2.optional().describe(
    "docker: apache/kafka (default), apache/kafka-native, confluentinc/cp-kafka, redpandadata/redpanda"
  ),
  bootstrap: external_exports.union([text2.transform((one) => [one]), external_exports.array(text2)]).optional().describe("external: host:port of one or more brokers"),
  topics: external_exports.record(text2, topicConfig.nullable()).optional().describe("created before the services start"),
  createTopics: external_exports.boolean().optional().describe("external: may topics that scenarios produce to be created? default false"),
  sasl: saslConfig.optional().describe("external: how to log in"),
  tls: tlsConfig.optional().describe("external: encrypt; true trusts what Node trusts"),
  client: clientConfig.optional().describe("time limits of the connection")
});
var kafkaConfig = clusterConfig.extend({
  clusters: external_exports.record(text2, clusterConfig).optional().describe("several clusters by name; the first is the default of every task")
}).superRefine(({ clusters, ...single }, context) => {
  const beside = Object.keys(single);
  if (clusters === void 0 || beside.length === 0) return;
  context.addIssue({
    code: "custom",
    path: [beside[0] ?? ""],
    message: `"${beside[0]}" beside "clusters"`,
    params: { hint: "move it into one of the clusters" }
  });
});
var ONLY_CLUSTER = "kafka";
function clustersOf({ clusters, ...single }) {
  const named = Object.entries(clusters ?? {});
  return named.length > 0 ? new Map(named) : /* @__PURE__ */ new Map([[ONLY_CLUSTER, single]]);
}
__name(clustersOf, "clustersOf");

// src/model/schema-registry-config.ts
var text3 = external_exports.string().min(1);
var authConfig = external_exports.union([
  external_exports.strictObject({
    basic: external_exports.strictObject({
      username: text3,
      password: text3.describe("best from a variable with secret: true")
    })
  }),
  external_exports.strictObject({ bearer: text3.describe("a token, best from a variable with secret: true") })
]);
var registeredSchema = external_exports.union([
  text3.describe("a file: .avsc, .json or .proto"),
  external_exports.strictObject({
    file: text3.describe(".avsc, .json or .proto"),
    references: external_exports.array(external_exports.strictObject({ name: text3, subject: text3, version: external_exports.int().min(1) })).optional().describe("what the schema refers to; must be registered before it")
  })
]);
var schemaRegistryConfig = external_exports.strictObject({
  provider: external_exports.enum(["embedded", "docker", "external"]).optional().describe('where the registry comes from; default embedded, with "url" external'),
  url: text3.optional().describe("external: with its path, for Apicurio /apis/ccompat/v7"),
  port: external_exports.int().min(0).max(65535).optional().describe("embedded, docker: a fixed port for programs that cannot be told; default a free one"),
  image: text3.optional().describe("docker: confluentinc/cp-schema-registry (default), apicurio/apicurio-registry"),
  auth: authConfig.optional().describe("external: how to log in"),
  tls: tlsConfig.optional().describe("external: certificates of an https url"),
  schemas: external_exports.record(text3, registeredSchema).optional().describe("registered by subject, in this order, before the services start")
}).superRefine(({ provider, url }, context) => {
  const isExternal = (provider ?? (url === void 0 ? "embedded" : "external")) === "external";
  const refuse = /* @__PURE__ */ __name((path, message, hint) => context.addIssue({ code: "custom", path: [path], message, params: { hint } }), "refuse");
  if (isExternal && url === void 0)
    refuse("provider", 'an external schema registry without "url"', 'add "url: http://…"');
  if (!isExternal && url !== void 0)
    refuse("url", `"url" beside the provider "${provider}"`, "leave out one of the two");
});

// src/model/service-config.ts
var text4 = external_exports.string().min(1);
var port = external_exports.int().min(1).max(65535);
var readyConfig = external_exports.strictObject({
  log: text4.refine(isPattern, {
    error: "not a regular expression",
    params: { hint: "write it as /regex/ or /regex/i" }
  }).optional().describe("/regex/ that a line of its output matches; other text is searched for as it is"),
  http: external_exports.union([text4.transform((url) => ({ url })), external_exports.strictObject({ url: text4, status: external_exports.int().optional() })]).optional().describe("a URL that answers, with 2xx or the status given"),
  port: port.optional().describe("a TCP port of the service that accepts a connection"),
  exec: text4.optional().describe("a command, run where the service runs, that ends with code 0"),
  healthy: external_exports.literal(true).optional().describe("the health check of the container's image is green"),
  group: external_exports.union([text4.transform((one) => [one]), external_exports.array(text4).min(1)]).optional().describe("a consumer group, or several, stable with partitions assigned"),
  timeout: duration.optional().describe("default 60s")
}).superRefine((ready, context) => {
  const given = PROBES.filter((probe) => ready[probe] !== void 0);
  if (given.length === 1) return;
  context.addIssue({
    code: "custom",
    message: given.length === 0 ? "nothing to wait for" : `more than one thing to wait for: ${given.join(", ")}`,
    params: { hint: `write exactly one of ${PROBES.join(", ")}` }
  });
});
var PROBES = ["log", "http", "port", "exec", "healthy", "group"];
function parsePattern(written) {
  const [, source, flags = ""] = /^\/(.+)\/([a-z]*)$/s.exec(written) ?? [];
  return source === void 0 ? new RegExp(written.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")) : new RegExp(source, flags.replaceAll(/[gy]/g, ""));
}
__name(parsePattern, "parsePattern");
function isPattern(written) {
  try {
    return parsePattern(written) instanceof RegExp;
  } catch {
    return false;
  }
}
__name(isPattern, "isPattern");
var buildConfig = external_exports.union([
  text4.transform((context) => ({ context })),
  external_exports.strictObject({
    context: text4.describe("the folder that the Dockerfile may copy from"),
    dockerfile: text4.optional().describe("relative to the context; default Dockerfile"),
    target: text4.optional().describe("stage to build"),
    args: external_exports.record(text4, scalarText).optional().describe("build arguments")
  })
]);
var FORMS = ["command", "image", "build", "compose"];
var serviceConfig = external_exports.strictObject({
  command: text4.optional().describe("the process to start; a shell only where the text needs one"),
  image: text4.optional().describe("a container of this image"),
  build: buildConfig.optional().describe("a container of an image that is built first: a folder, or more"),
  compose: text4.optional().describe("a compose file; all its services"),
  env: external_exports.record(text4, scalarText).optional().describe("added to the inherited environment of a process; may hold ${{ .kafka.bootstrap }}"),
  cwd: text4.optional().describe("default: the folder of flowproof.yaml; in a container the image's own"),
  ports: external_exports.array(port).optional().describe("TCP ports that it listens on; others reach it with ${{ .services.<name>.url }}"),
  volumes: external_exports.array(text4).optional().describe(
    "of a container: ./folder:/in/container, or name:/in/container; :ro at the end forbids writing"
  ),
  logs: external_exports.strictObject({ save: external_exports.boolean().optional().describe("into logs/<service>.log; default true") }).optional(),
  ready: readyConfig.optional().describe(
    "without it a service is ready once it runs, and a container with a health check once that is green"
  ),
  dependsOn: external_exports.array(text4).optional().describe("services that must be ready before this one starts"),
  grace: duration.optional().describe("how long it may take to end after SIGTERM, before it is killed; default 3s")
}).superRefine((service2, context) => {
  const given = FORMS.filter((form) => service2[form] !== void 0);
  const containers = given.filter((form) => form !== "command");
  if (given.length === 0) {
    context.addIssue({
      code: "custom",
      message: "nothing to start",
      params: { hint: `write one of ${FORMS.join(", ")}` }
    });
  }
  if (containers.length > 1) {
    context.addIssue({
      code: "custom",
      message: `more than one thing to start: ${containers.join(", ")}`,
      params: { hint: "an environment that overrides one form by another sets the first to null" }
    });
  }
});
function isContainer({ image, build, compose }) {
  return image !== void 0 || build !== void 0 || compose !== void 0;
}
__name(isContainer, "isContainer");
var services = external_exports.record(text4, serviceConfig).superRefine((all2, context) => {
  for (const [name3, { dependsOn = [] }] of Object.entries(all2)) {
    for (const [index, other] of dependsOn.entries()) {
      const message = dependencyProblem(all2, name3, other);
      if (message !== void 0)
        context.addIssue({ code: "custom", message, path: [name3, "dependsOn", index] });
    }
  }
});
function dependencyProblem(all2, name3, other) {
  if (!Object.hasOwn(all2, other)) return `there is no service "${other}"`;
  return reaches(all2, other, name3) ? `"${name3}" would wait for itself, by "${other}"` : void 0;
}
__name(dependencyProblem, "dependencyProblem");
function reaches(all2, from2, to, seen = /* @__PURE__ */ new Set()) {
  if (from2 === to) return true;
  if (seen.has(from2)) return false;
  return (all2[from2]?.dependsOn ?? []).some((next) => reaches(all2, next, to, /* @__PURE__ */ new Set([...seen, from2])));
}
__name(reaches, "reaches");

// src/model/project-config.ts
var text5 = external_exports.string().min(1);
function isEnvironmentReference(value) {
  return isJsonObject(value) && typeof value.fromEnv === "string";
}
__name(isEnvironmentReference, "isEnvironmentReference");
var REFERENCE_KEYS = ["fromEnv", "secret", "default"];
var variable = external_exports.unknown().superRefine((value, context) => {
  if (!isJsonObject(value) || !("fromEnv" in value)) return;
  const { fromEnv, secret = false } = value;
  const hint = "write { fromEnv: NAME, secret: true, default: value }; all but the first are optional";
  const refuse = /* @__PURE__ */ __name((message, key) => context.addIssue({ code: "custom", message, path: [key], params: { hint } }), "refuse");
  if (typeof fromEnv !== "string" || fromEnv === "")
    refuse('"fromEnv" takes the name of an environment variable', "fromEnv");
  if (typeof secret !== "boolean") refuse('"secret" is true or false', "secret");
  for (const key of Object.keys(value).filter((one) => !REFERENCE_KEYS.includes(one)))
    refuse(`unknown key "${key}" beside "fromEnv"`, key);
}).describe("any value, or { fromEnv: NAME, secret: true } for one of an environment variable");
var variables = external_exports.record(text5, variable);
var environmentConfig = external_exports.looseObject({ variables: variables.optional() }).nullable();
var projectConfig = external_exports.strictObject({
  scenarios: external_exports.union([text5.transform((one) => [one]), external_exports.array(text5)]).optional().describe("globs; default scenarios/**/*.yaml"),
  kafka: kafkaConfig.optional(),
  schemaRegistry: schemaRegistryConfig.optional().describe("a Confluent-compatible schema registry, for the formats and the services"),
  services: services.optional(),
  traces: external_exports.boolean().optional().describe(
    "receive the OpenTelemetry spans of the services: they are told where by OTEL_EXPORTER_OTLP_ENDPOINT, and `.traces.url`"
  ),
  variables: variables.optional(),
  environments: external_exports.record(text5, environmentConfig).optional(),
  defaults: external_exports.strictObject({
    timeout: duration.optional().describe("of a scenario; default 5m"),
    retries: external_exports.int().min(0).max(100).optional().describe("how often a scenario is run again; default 0"),
    concurrency: external_exports.union([external_exports.literal("auto"), external_exports.int().min(1)]).optional().describe("how many scenarios at a time; default auto: as many as there are processors")
  }).optional().describe("what scenarios do not say themselves")
});

// src/load/show-value.ts
var LONGEST2 = 40;
function showKind2(value) {
  if (value === null) return "nothing";
  if (typeof value === "string") return `text ${showValue2(value)}`;
  if (typeof value === "number" || typeof value === "bigint") return `the number ${value}`;
  return showValue2(value);
}
__name(showKind2, "showKind");
function showValue2(value) {
  if (value === null) return "nothing";
  if (isJsonObject(value)) return "a map";
  if (typeof value === "object") return "a list";
  if (typeof value !== "string") return String(value);
  return `"${value.length > LONGEST2 ? `${value.slice(0, LONGEST2)}…` : value}"`;
}
__name(showValue2, "showValue");
var MOST_WORDS = 12;
function listWords(words, last) {
  if (words.length > MOST_WORDS) return `${words.slice(0, MOST_WORDS).join(", ")}, …`;
  const [end = "", ...others] = words.toReversed();
  return others.length === 0 ? end : `${others.toReversed().join(", ")} ${last} ${end}`;
}
__name(listWords, "listWords");

// src/load/describe-issue.ts
function describeIssue(leaf, root, keysOf) {
  const { issue, path } = leaf;
  if (issue.code === "unrecognized_keys") {
    const known = keysOf.get(issue.message) ?? [];
    return issue.keys.map((key) => describeUnknownKey(key, known, path));
  }
  if (issue.code === "custom") return [describeCustom(issue, path)];
  if (isMissing(path, root)) return [describeMissing(path)];
  return [describeValue(leaf, nodeAt(root, path))];
}
__name(describeIssue, "describeIssue");
function describeUnknownKey(key, known, path) {
  return {
    code: "SCHEMA_UNKNOWN_KEY",
    message: `unknown key "${key}"`,
    hint: didYouMean(key, known) ?? (known.length > 0 ? `the keys here are ${listWords(known, "and")}` : void 0),
    path: [...path, key],
    guess: nearest(key, known),
    at: "key"
  };
}
__name(describeUnknownKey, "describeUnknownKey");
function describeCustom(issue, path) {
  const { hint, code, at: at2 } = issue.params ?? {};
  return { code: code ?? "SCHEMA_BAD_VALUE", message: issue.message, hint, path, at: at2 ?? "value" };
}
__name(describeCustom, "describeCustom");
function isMissing(path, root) {
  const parent = nodeAt(root, path.slice(0, -1));
  const key = path.at(-1);
  return typeof key === "string" && parent.entries !== void 0 && !parent.entries.has(key);
}
__name(isMissing, "isMissing");
function describeMissing(path) {
  const key = String(path.at(-1));
  return {
    code: "SCHEMA_MISSING_KEY",
    message: `missing key "${key}"`,
    hint: `add "${key}: …"`,
    path,
    at: "key"
  };
}
__name(describeMissing, "describeMissing");
function describeValue({ issue, path, alternatives }, node) {
  const bad = { code: "SCHEMA_BAD_VALUE", path, at: "value" };
  if (alternatives) return describeMismatch(alternatives, node, path);
  switch (issue.code) {
    case "invalid_type":
      return describeMismatch([issue], node, path);
    case "invalid_value":
      return issue.values.some((value) => typeof value === typeof node.value) ? { ...bad, ...describeChoice(issue, node) } : describeMismatch([issue], node, path);
    case "invalid_key":
      return {
        ...bad,
        at: "key",
        message: `"${path.at(-1)}" cannot be a name here`,
        hint: issue.issues[0]?.message
      };
    case "too_small":
    case "too_big":
      return { ...bad, ...describeSize(issue, node) };
    default:
      return { ...bad, message: `${showValue2(node.value)} is not allowed here`, hint: issue.message };
  }
}
__name(describeValue, "describeValue");
function describeChoice(issue, node) {
  const allowed = issue.values.map(String);
  const guess = typeof node.value === "string" ? nearest(node.value, allowed) : void 0;
  return {
    message: `unknown value ${JSON.stringify(node.value)}`,
    hint: guess ? `did you mean "${guess}"?` : `write ${listWords(allowed, "or")}`
  };
}
__name(describeChoice, "describeChoice");
function describeSize(issue, { value }) {
  const limit = issue.code === "too_small" ? issue.minimum : issue.maximum;
  const isLength = typeof value === "string" || Array.isArray(value);
  if (isLength && issue.code === "too_small" && Number(limit) === 1) {
    const what = Array.isArray(value) ? "list" : "text";
    return { message: `the ${what} is empty`, hint: "write something, or leave the key out" };
  }
  const [least, most] = issue.inclusive === false ? ["more than", "less than"] : ["at least", "at most"];
  const bound = `${issue.code === "too_small" ? least : most} ${limit}`;
  const unit = Array.isArray(value) ? " entries" : typeof value === "string" ? " characters" : "";
  return { message: `expected ${bound}${unit}, got ${showValue2(value)}` };
}
__name(describeSize, "describeSize");
function describeMismatch(issues, node, path) {
  const expected = new Set(issues.flatMap(expectations));
  return {
    code: "SCHEMA_WRONG_TYPE",
    message: `expected ${listWords([...expected], "or")}, got ${showKind2(node.value)}`,
    hint: hintForMismatch(expected, node),
    path,
    at: "value"
  };
}
__name(describeMismatch, "describeMismatch");
var KINDS = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a map",
  record: "a map",
  null: "null"
};
function expectations(issue) {
  if (issue.code === "invalid_type") return [KINDS[issue.expected] ?? issue.expected];
  return issue.code === "invalid_value" ? issue.values.map((value) => JSON.stringify(value)) : [];
}
__name(expectations, "expectations");
function hintForMismatch(expected, { value }) {
  if (value === null) return "write a value after the colon, or leave the key out";
  const wantsNumber = expected.has("a number") || expected.has("a whole number");
  if (typeof value === "string" && wantsNumber && /^[-+]?[0-9.]+$/.test(value)) {
    return /^[-+]?0[0-9]/.test(value) ? "write it without leading zeros" : "write it without quotes";
  }
  const isScalar2 = typeof value !== "string" && typeof value !== "object";
  return isScalar2 && expected.has("text") ? "put it in quotes" : void 0;
}
__name(hintForMismatch, "hintForMismatch");

// src/load/flatten-issues.ts
function flattenIssues(issues, root, base = []) {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path.filter((step2) => typeof step2 !== "symbol")];
    if (issue.code !== "invalid_union") return [{ issue, path }];
    return flattenUnion(issue, root, path);
  });
}
__name(flattenIssues, "flattenIssues");
var OTHER_KIND = 1e4;
function flattenUnion(union, root, path) {
  const branches = union.errors.filter((issues) => !isNoExpression(issues)).map((issues) => flattenIssues(issues, root, path));
  const costs = branches.map((leaves) => leaves.reduce((sum, leaf) => sum + cost(leaf, root, path), 0));
  const least = Math.min(...costs);
  const best = branches[costs.indexOf(least)] ?? [];
  const [first] = best;
  if (first === void 0 || least < OTHER_KIND) return best;
  const alternatives = branches.flat().flatMap((leaf) => leaf.alternatives ?? [leaf.issue]);
  return [{ issue: first.issue, path, alternatives }];
}
__name(flattenUnion, "flattenUnion");
function isNoExpression([issue]) {
  if (issue?.message === NO_EXPRESSION) return true;
  return issue?.code === "invalid_format" && issue.format === "regex" && issue.pattern === String(EXPRESSION);
}
__name(isNoExpression, "isNoExpression");
function cost({ issue, path }, root, base) {
  const depth = path.length - base.length;
  const { value, entries } = nodeAt(root, base);
  if (issue.code === "unrecognized_keys") return 20 * issue.keys.length;
  if (depth > 0) return depth === 1 && !entries?.has(String(path.at(-1))) ? 20 : 1;
  if (issue.code === "invalid_type") return OTHER_KIND;
  if (issue.code === "invalid_value") {
    return issue.values.some((allowed) => typeof allowed === typeof value) ? 100 : OTHER_KIND;
  }
  return issue.code === "custom" ? 10 : 50;
}
__name(cost, "cost");

// src/load/compose-yaml.ts
var import_yaml = __toESM(require_dist(), 1);

// src/load/yaml-problem.ts
function yamlProblem(source, fault) {
  const span = spanOfRange(source, fault.pos);
  const [sentence = ""] = fault.message.split("\n");
  const rest = restOfLine(source, fault.pos[0]);
  const rule = RULES.find(
    ({ code: code2, says, at: at2 }) => code2 === fault.code && (says?.test(sentence) ?? true) && (at2?.test(rest) ?? true)
  );
  const captured = rule?.says?.exec(sentence)?.[1] ?? rule?.at?.exec(rest)?.[1] ?? "";
  const [what = lowerFirst(sentence), hint = CHECK_AROUND] = [rule?.what, rule?.hint].map(
    (text14) => text14?.replaceAll("$1", () => captured)
  );
  const isTemplate2 = TEMPLATE_IN_FLOW.test(lineOf(source, span.line));
  const code = fault.code === "TAG_RESOLVE_FAILED" ? "YAML_UNSUPPORTED" : "YAML_SYNTAX";
  return new ScenarioError(code, what, { span, hint: isTemplate2 ? QUOTE_TEMPLATE : hint });
}
__name(yamlProblem, "yamlProblem");
var TEMPLATE_IN_FLOW = /[[{,](?:[^"'\n]*?\s)?\$\{\{/;
var QUOTE_TEMPLATE = 'inside { } and [ ] put "${{ … }}" in quotes';
var CHECK_AROUND = "look at the indentation, brackets and quotes here and on the line before";
var ALIGN = "indent it, with spaces, as far as the entries it belongs to";
var QUOTE = "put the text in quotes";
var RULES = [
  { code: "TAB_AS_INDENT", what: "a tab is used as indentation", hint: "indent with spaces" },
  { code: "BAD_INDENT", says: /^Flow .* end with a (.)$/, what: 'missing "$1"', hint: "close it with $1" },
  { code: "BAD_INDENT", hint: ALIGN },
  { code: "MISSING_CHAR", says: /^Flow .* end with a (.)$/, what: 'missing "$1"', hint: "close it with $1" },
  {
    code: "MISSING_CHAR",
    says: /^Missing closing (.)quote$/,
    what: "missing closing $1",
    hint: "end the text with $1"
  },
  {
    code: "MISSING_CHAR",
    says: /^Implicit map keys/,
    what: "a key without a value",
    hint: "write a colon and a space after the key"
  },
  {
    code: "BAD_SCALAR_START",
    says: /^Plain value cannot start with (?:\D+ )?(.)$/,
    what: 'a text cannot begin with "$1"',
    hint: QUOTE
  },
  {
    code: "BLOCK_AS_IMPLICIT_KEY",
    says: /^Nested mappings/,
    at: /:(?:\s|$)/,
    what: 'a second "key: value" on one line',
    hint: 'put text that holds ": " in quotes, or the inner map on lines of its own'
  },
  {
    code: "BLOCK_AS_IMPLICIT_KEY",
    says: /^Nested mappings/,
    what: "a map begins inside a text",
    hint: "the next line is indented too far, or this one has a value too many"
  },
  {
    code: "MULTILINE_IMPLICIT_KEY",
    at: /^[^\s:]+:[^\s:]/,
    what: "a colon without a space is part of the text",
    hint: "write a space after the colon"
  },
  {
    code: "MULTILINE_IMPLICIT_KEY",
    at: /^\s*$/,
    what: "a key must be on one line",
    hint: "is there a comma missing at the end of the line?"
  },
  { code: "MULTILINE_IMPLICIT_KEY", what: "a key must be on one line" },
  { code: "BAD_DQ_ESCAPE", hint: "write \\\\ for a backslash, or use single quotes" },
  { code: "BLOCK_IN_FLOW", hint: "inside { } and [ ] use { } and [ ] again, not indented lines" },
  { code: "KEY_OVER_1024_CHARS", what: "a key of more than 1024 characters" },
  {
    code: "TAG_RESOLVE_FAILED",
    says: /^Unresolved tag: (?:tag:yaml.org,2002:)?(.*)$/,
    what: 'the tag "$1" is not supported',
    hint: "remove the tag"
  },
  {
    code: "TAG_RESOLVE_FAILED",
    says: /no number|too large|too long/,
    hint: "if it is meant as text, put it in quotes"
  },
  { code: "TAG_RESOLVE_FAILED", hint: "remove the tag" },
  { code: "BAD_COLLECTION_TYPE", hint: "remove the tag" },
  { code: "BAD_DIRECTIVE", hint: "remove the line" },
  { code: "BAD_ALIAS", hint: "put text that begins with & or * in quotes" },
  {
    code: "UNEXPECTED_TOKEN",
    says: /block-seq-ind on same line/,
    what: "a list item on the line of its key",
    hint: "begin the list on a new line"
  },
  { code: "UNEXPECTED_TOKEN", says: /scalar .*node end/, what: "more text after the end of a value" },
  { code: "UNEXPECTED_TOKEN", at: /^([[\]{},:?-])/, what: 'unexpected "$1"' },
  { code: "UNEXPECTED_TOKEN", what: "unexpected text" }
];
function lineOf(source, line) {
  return source.text.slice(source.lineStarts[line - 1], source.lineStarts[line]);
}
__name(lineOf, "lineOf");
function restOfLine(source, at2) {
  const end = source.text.indexOf("\n", at2);
  return source.text.slice(at2, end === -1 ? void 0 : end);
}
__name(restOfLine, "restOfLine");
function lowerFirst(sentence) {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
__name(lowerFirst, "lowerFirst");

// src/load/yaml-scalars.ts
function coreScalars(failsafe) {
  return [...failsafe, NULL, BOOLEAN, ...INTEGERS.map(integerTag), FLOAT, NO_NUMBER];
}
__name(coreScalars, "coreScalars");
var NULL = {
  tag: "tag:yaml.org,2002:null",
  default: true,
  test: /^(?:~|[Nn]ull|NULL)?$/,
  resolve: /* @__PURE__ */ __name(() => null, "resolve")
};
var BOOLEAN = {
  tag: "tag:yaml.org,2002:bool",
  default: true,
  test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
  resolve: /* @__PURE__ */ __name((text14) => text14.toLowerCase() === "true", "resolve")
};
var INTEGERS = [/^[-+]?(?:0|[1-9][0-9]*)$/, /^0o[0-7]+$/, /^0x[0-9a-fA-F]+$/];
var MOST_DIGITS = 1e3;
function integerTag(test) {
  return { tag: "tag:yaml.org,2002:int", default: true, test, resolve: parseInteger };
}
__name(integerTag, "integerTag");
function parseInteger(text14, onError) {
  if (text14.length > MOST_DIGITS) {
    onError(`an integer of ${text14.length} digits is too long`);
    return 0;
  }
  const value = BigInt(text14.startsWith("+") ? text14.slice(1) : text14);
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}
__name(parseInteger, "parseInteger");
var FLOAT = {
  tag: "tag:yaml.org,2002:float",
  default: true,
  test: /^[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/,
  resolve(text14, onError) {
    const value = Number.parseFloat(text14);
    if (!Number.isFinite(value)) onError(`the number "${text14}" is too large`);
    return value;
  }
};
var NO_NUMBER = {
  tag: "tag:yaml.org,2002:float",
  default: true,
  test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  resolve(text14, onError) {
    onError(`"${text14}" is no number in JSON`);
    return text14;
  }
};

// src/load/compose-yaml.ts
var MAX_TOKENS = 2e5;
var MAX_DEPTH = 200;
var MAX_DOCUMENTS = 1e3;
var MAX_STRAYS = 20;
function composeYaml(source) {
  const { tokens, problem } = readTokens(source);
  if (problem) return { documents: [], problems: [problem] };
  const composer = new import_yaml.Composer({
    version: "1.2",
    schema: "failsafe",
    customTags: coreScalars,
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false
  });
  const documents = Array.from(composer.compose(tokens));
  const faults = [...documents, composer.streamInfo()].flatMap(({ errors, warnings }) => [
    ...errors,
    ...warnings
  ]);
  const problems = [
    ...refuseOldVersions(source, tokens),
    ...faults.map((fault) => yamlProblem(source, fault))
  ];
  return { documents, problems: firstOfEachLine(problems) };
}
__name(composeYaml, "composeYaml");
function readTokens(source) {
  const parser = new import_yaml.Parser();
  const tokens = [];
  const counts = { lexemes: 0, documents: 0, strays: 0 };
  for (const lexeme of new import_yaml.Lexer().lex(source.text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === "document") counts.documents++;
      if (token.type === "error" || token.type === "directive") counts.strays++;
    }
    counts.lexemes++;
    if (counts.strays > MAX_STRAYS) return { tokens };
    const excess = exceededLimit(counts, parser.stack.length);
    if (excess) return { tokens, problem: tooComplex(source, parser.offset, excess) };
  }
  tokens.push(...parser.end());
  return { tokens };
}
__name(readTokens, "readTokens");
function exceededLimit(counts, depth) {
  if (depth > MAX_DEPTH) return `it is nested more than ${MAX_DEPTH} levels deep here`;
  if (counts.documents > MAX_DOCUMENTS) return `it has more than ${MAX_DOCUMENTS} documents`;
  if (counts.lexemes > MAX_TOKENS) return `it has more than ${MAX_TOKENS} tokens`;
  return void 0;
}
__name(exceededLimit, "exceededLimit");
function tooComplex(source, offset, excess) {
  return new ScenarioError("FILE_TOO_LARGE", `the file is too complex: ${excess}`, {
    span: spanOfRange(source, [offset, offset + 1]),
    hint: 'put large data into files of their own, and name them with "file"'
  });
}
__name(tooComplex, "tooComplex");
function refuseOldVersions(source, tokens) {
  return tokens.filter((token) => token.type === "directive").filter(({ source: text14 }) => text14.startsWith("%YAML") && !/^%YAML\s+1\.2\b/.test(text14)).map(({ offset, source: text14 }) => {
    const span = spanOfRange(source, [offset, offset + text14.length]);
    return new ScenarioError("YAML_UNSUPPORTED", `"${text14}" is not supported`, {
      span,
      hint: "remove the line: files are YAML 1.2"
    });
  });
}
__name(refuseOldVersions, "refuseOldVersions");
function firstOfEachLine(problems) {
  const byLine = /* @__PURE__ */ new Map();
  const sorted2 = problems.toSorted((a, b) => (a.span?.line ?? 0) - (b.span?.line ?? 0));
  for (const problem of sorted2) {
    const line = problem.span?.line ?? 0;
    if (!byLine.has(line)) byLine.set(line, problem);
  }
  return [...byLine.values()];
}
__name(firstOfEachLine, "firstOfEachLine");

// src/load/locate.ts
var import_yaml2 = __toESM(require_dist(), 1);
var MAX_ALIAS_WEIGHT = 5e5;
var MAX_DEPTH2 = 200;
function locate(source, document) {
  const reader = { source, problems: [], anchors: /* @__PURE__ */ new Map(), aliasWeight: 0 };
  const root = readNode(reader, document.contents, [0, 0]);
  return { root, problems: reader.problems };
}
__name(locate, "locate");
function readNode(reader, node, nothing) {
  if ((0, import_yaml2.isAlias)(node)) return readAlias(reader, node.source, rangeOf2(node));
  const anchor = (0, import_yaml2.isScalar)(node) || (0, import_yaml2.isCollection)(node) ? node.anchor : void 0;
  if (anchor === void 0) return readContent(reader, node, nothing);
  reader.anchors.set(anchor, void 0);
  const located = readContent(reader, node, nothing);
  reader.anchors.set(anchor, located);
  return located;
}
__name(readNode, "readNode");
function readContent(reader, node, nothing) {
  if ((0, import_yaml2.isMap)(node)) return readMap(reader, node);
  if ((0, import_yaml2.isSeq)(node)) {
    const range = rangeOf2(node);
    const items = node.items.map((item) => readNode(reader, item, range));
    return { value: items.map((item) => item.value), range, ...measure(items), items };
  }
  if ((0, import_yaml2.isScalar)(node)) return scalar(node.value, rangeOf2(node));
  return scalar(null, nothing);
}
__name(readContent, "readContent");
function scalar(value, range) {
  return { value, range, weight: 1 + (typeof value === "string" ? value.length : 0), depth: 0 };
}
__name(scalar, "scalar");
function measure(children) {
  let weight = 1;
  let depth = 0;
  for (const child of children) {
    weight += child.weight;
    depth = Math.max(depth, child.depth);
  }
  return { weight, depth: depth + 1 };
}
__name(measure, "measure");
function readAlias(reader, name3, range) {
  const target = reader.anchors.get(name3);
  if (target === void 0) {
    const isInside2 = reader.anchors.has(name3);
    const what = isInside2 ? `the alias "*${name3}" is inside of its own anchor` : `no anchor "&${name3}" before here`;
    const hint2 = isInside2 ? "values cannot contain themselves" : `write &${name3} before the value it stands for`;
    report(reader, "YAML_SYNTAX", what, { range, hint: hint2 });
    return unresolved(range);
  }
  if (reader.aliasWeight > MAX_ALIAS_WEIGHT) return unresolved(range);
  reader.aliasWeight += target.weight;
  if (reader.aliasWeight <= MAX_ALIAS_WEIGHT && target.depth < MAX_DEPTH2) return target;
  const hint = "write the values out, or use fewer aliases of aliases";
  report(reader, "YAML_TOO_MANY_ALIASES", "the aliases up to here stand for too much data", { range, hint });
  reader.aliasWeight = Number.POSITIVE_INFINITY;
  return unresolved(range);
}
__name(readAlias, "readAlias");
function unresolved(range) {
  return { ...scalar(null, range), entries: /* @__PURE__ */ new Map() };
}
__name(unresolved, "unresolved");
function readMap(reader, map) {
  const written = /* @__PURE__ */ new Map();
  const entries = /* @__PURE__ */ new Map();
  for (const pair of map.items) {
    if (!(0, import_yaml2.isPair)(pair)) continue;
    const key = readKey(reader, pair.key, rangeOf2(map));
    const node = readNode(reader, pair.value, [key.range[1], key.range[1]]);
    if (key.name === void 0) continue;
    const earlier2 = written.get(key.name);
    if (earlier2) reportDuplicate(reader, key.name, { range: key.range, earlier: earlier2.keyRange });
    else written.set(key.name, { keyRange: key.range, node });
    if (key.isMerge) merge(reader, entries, node);
    else if (!earlier2) entries.set(key.name, { keyRange: key.range, node });
  }
  const value = Object.fromEntries(Array.from(entries, ([name3, entry]) => [name3, entry.node.value]));
  const nodes = Array.from(entries.values(), (entry) => entry.node);
  return { value, range: rangeOf2(map), ...measure(nodes), entries };
}
__name(readMap, "readMap");
function readKey(reader, node, nothing) {
  const { value, range } = readNode(reader, node, nothing);
  const isWritten = (0, import_yaml2.isScalar)(node) && (value !== null || node.source !== "");
  const alias = (0, import_yaml2.isAlias)(node) && typeof value === "string" ? value : void 0;
  const name3 = isWritten ? node.source ?? "" : alias;
  const isMerge = isWritten && name3 === "<<" && node.type === "PLAIN";
  if (name3 !== void 0 && name3 !== "__proto__")
    return { name: name3, range: (0, import_yaml2.isAlias)(node) ? rangeOf2(node) : range, isMerge };
  const [message, hint] = keyFault(node, name3);
  report(reader, "YAML_UNSUPPORTED", message, { range, hint });
  return { name: void 0, range, isMerge: false };
}
__name(readKey, "readKey");
function keyFault(node, name3) {
  if (name3 !== void 0) return [`the key "${name3}" is not allowed`, "use another name"];
  if ((0, import_yaml2.isCollection)(node) || (0, import_yaml2.isAlias)(node)) return ["a key must be a text", "lists and maps cannot be keys"];
  return ["a key is empty", "write a name before the colon"];
}
__name(keyFault, "keyFault");
function merge(reader, entries, node) {
  for (const map of node.items ?? [node]) {
    if (map.entries === void 0) {
      const hint = "write <<: *name or <<: [*name, *other]";
      report(reader, "YAML_SYNTAX", "a merge key takes a map, or a list of maps", { range: map.range, hint });
    }
    for (const [name3, entry] of map.entries ?? []) {
      if (!entries.has(name3)) entries.set(name3, entry);
    }
  }
}
__name(merge, "merge");
function reportDuplicate(reader, name3, { range, earlier: earlier2 }) {
  const { line } = spanOfRange(reader.source, earlier2);
  const hint = name3 === "<<" ? "write one: <<: [*name, *other]" : `the first is on line ${line}`;
  report(reader, "YAML_DUPLICATE_KEY", `the key "${name3}" is there twice`, { range, hint });
}
__name(reportDuplicate, "reportDuplicate");
function report(reader, code, message, { range, hint }) {
  reader.problems.push(new ScenarioError(code, message, { span: spanOfRange(reader.source, range), hint }));
}
__name(report, "report");
function rangeOf2(node) {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}
__name(rangeOf2, "rangeOf");

// src/load/parse-documents.ts
function parseDocuments(source) {
  const composed = composeYaml(source);
  const problems = [...composed.problems];
  const documents = [];
  for (const document of composed.documents) {
    if (document.errors.length + document.warnings.length > 0) continue;
    const located = locate(source, document);
    problems.push(...located.problems);
    const [start2, end] = located.root.range;
    if (located.problems.length === 0 && start2 < end) documents.push(located.root);
  }
  return { documents, problems: problems.toSorted(byPlace) };
}
__name(parseDocuments, "parseDocuments");
function byPlace(a, b) {
  const lines = (a.span?.line ?? 0) - (b.span?.line ?? 0);
  return lines === 0 ? (a.span?.column ?? 0) - (b.span?.column ?? 0) : lines;
}
__name(byPlace, "byPlace");

// src/load/check-shape.ts
function checkShape(schema, root, source) {
  const keys = /* @__PURE__ */ new Map();
  const result = schema.safeParse(root.value, { error: /* @__PURE__ */ __name((issue) => rememberKeys(issue, keys), "error") });
  if (result.success) return { value: result.data, problems: [] };
  const findings = flattenIssues(result.error.issues, root).flatMap(
    (leaf) => describeIssue(leaf, root, keys)
  );
  const problems = withoutConsequences(findings).map((finding) => locateFinding(finding, root, source));
  return { problems: withoutRepetitions(problems).toSorted(byPlace) };
}
__name(checkShape, "checkShape");
function rememberKeys(issue, keys) {
  if (issue.code !== "unrecognized_keys") return "";
  const name3 = `keys ${keys.size}`;
  const definition = issue.schema?._zod.def;
  keys.set(name3, Object.keys(definition?.shape ?? {}));
  return name3;
}
__name(rememberKeys, "rememberKeys");
function withoutConsequences(findings) {
  const guesses = new Set(
    findings.map(({ path, guess }) => guess !== void 0 && JSON.stringify([...path.slice(0, -1), guess]))
  );
  return findings.filter(
    ({ code, path }) => code !== "SCHEMA_MISSING_KEY" || !guesses.has(JSON.stringify(path))
  );
}
__name(withoutConsequences, "withoutConsequences");
function withoutRepetitions(problems) {
  const seen = new Map(problems.map((problem) => [JSON.stringify([problem.span, problem.message]), problem]));
  return [...seen.values()];
}
__name(withoutRepetitions, "withoutRepetitions");

// src/load/merge-located.ts
function mergeLocated(base, over) {
  if (!base.entries || !over.entries) return over;
  const entries = new Map(base.entries);
  for (const [name3, entry] of over.entries) {
    const before2 = entries.get(name3);
    if (before2 && entry.node.value === null) entries.delete(name3);
    else entries.set(name3, before2 ? { ...entry, node: mergeLocated(before2.node, entry.node) } : entry);
  }
  return { ...mapOf(entries), range: over.range };
}
__name(mergeLocated, "mergeLocated");
function withoutKey(node, name3) {
  if (!node.entries?.has(name3)) return node;
  return { ...mapOf(new Map([...node.entries].filter(([key]) => key !== name3))), range: node.range };
}
__name(withoutKey, "withoutKey");
function mapOf(entries) {
  const nodes = [...entries.values()].map((entry) => entry.node);
  return {
    value: Object.fromEntries([...entries].map(([name3, entry]) => [name3, entry.node.value])),
    weight: nodes.reduce((sum, node) => sum + node.weight, 1),
    depth: Math.max(0, ...nodes.map((node) => node.depth)) + 1,
    entries
  };
}
__name(mapOf, "mapOf");

// src/load/project-files.ts
import { existsSync } from "node:fs";
import { glob, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
var CONFIG_NAMES = ["flowproof.yaml", "flowproof.yml"];
var DEFAULT_SCENARIOS = ["scenarios/**/*.yaml"];
var SCENARIO_FILES = "**/*.{yaml,yml}";
var IGNORED_FOLDERS = /* @__PURE__ */ new Set(["node_modules", ".git"]);
function findConfig(cwd, named) {
  if (named !== void 0) {
    const path = resolve(cwd, named);
    if (existsSync(path)) return path;
    throw new UsageError("USAGE_FILE_NOT_FOUND", `the configuration file "${named}" does not exist`, {
      hint: `looked for ${path}`
    });
  }
  for (let directory = resolve(cwd); ; directory = dirname(directory)) {
    const found = CONFIG_NAMES.map((name3) => join(directory, name3)).find((path) => existsSync(path));
    if (found !== void 0 || directory === dirname(directory)) return found;
  }
}
__name(findConfig, "findConfig");
function findRepository(directory) {
  for (let at2 = directory; at2 !== dirname(at2); at2 = dirname(at2)) if (existsSync(join(at2, ".git"))) return at2;
  return directory;
}
__name(findRepository, "findRepository");
async function selectFiles(selection) {
  const { cwd, files, directory } = selection;
  const patterns = files.length > 0 ? files : selection.scenarios ?? DEFAULT_SCENARIOS;
  const from2 = files.length > 0 ? cwd : directory;
  const found = await Promise.all(patterns.map((pattern) => expand(pattern, from2)));
  const none = patterns.filter((_, index) => found[index]?.length === 0);
  const selected = [...new Set(found.flat())].toSorted();
  if (selected.length > 0 && (files.length === 0 || none.length === 0)) return selected;
  throw new UsageError(
    "USAGE_NOTHING_SELECTED",
    `no scenario file matches ${none.map((pattern) => `"${pattern}"`).join(", ")} in ${from2}`,
    {
      hint: files.length > 0 ? "name a file, a folder, or a glob in quotes" : 'run "flowproof init" for a first one, or set "scenarios" in flowproof.yaml'
    }
  );
}
__name(selectFiles, "selectFiles");
async function expand(pattern, from2) {
  const path = resolve(from2, pattern);
  const stats = await stat(path).catch(() => void 0);
  if (stats?.isFile()) return [path];
  if (stats?.isDirectory()) return findIn(SCENARIO_FILES, path);
  if (!/[*?[\]{}]/.test(pattern)) {
    throw new UsageError("USAGE_FILE_NOT_FOUND", `"${pattern}" does not exist`, {
      hint: `looked for ${relative(from2, path) || path} in ${from2}`
    });
  }
  return findIn(pattern, from2);
}
__name(expand, "expand");
async function findIn(pattern, cwd) {
  const exclude = /* @__PURE__ */ __name((entry) => IGNORED_FOLDERS.has(typeof entry === "string" ? basename(entry) : entry.name), "exclude");
  const names2 = await Array.fromAsync(glob(pattern, { cwd, exclude }));
  const paths = names2.map((name3) => resolve(cwd, name3)).filter((path) => !CONFIG_NAMES.includes(basename(path)));
  const stats = await Promise.all(paths.map((path) => stat(path).catch(() => void 0)));
  return paths.filter((_, index) => stats[index]?.isFile());
}
__name(findIn, "findIn");

// src/load/variables.ts
function readVariables(node, source, { env, problems, secretNames }) {
  if (!node || !source || !isJsonObject(node.value)) return {};
  const entries = Object.entries(node.value).map(([name3, value]) => {
    if (!isEnvironmentReference(value)) return [name3, value];
    if (value.secret) secretNames.add(name3);
    const found = env[value.fromEnv] ?? value.default;
    if (found === void 0) problems.add(notSet(value, { node, name: name3, source }));
    return [name3, found ?? null];
  });
  return Object.fromEntries(entries);
}
__name(readVariables, "readVariables");
function notSet({ fromEnv }, { node, name: name3, source }) {
  const finding = {
    code: "VARIABLE_NOT_SET",
    message: `the environment variable "${fromEnv}" is not set`,
    hint: 'set it, or write a "default" beside "fromEnv"',
    path: [name3, "fromEnv"],
    at: "value"
  };
  return locateFinding(finding, node, source);
}
__name(notSet, "notSet");
function parseOverrides(written) {
  return Object.fromEntries(
    written.map((one) => {
      const at2 = one.indexOf("=");
      const name3 = one.slice(0, at2).trim();
      if (at2 < 0 || name3 === "" || name3 === "__proto__") {
        throw new UsageError("USAGE_BAD_VALUE", `"${one}" is no variable`, {
          hint: "write name=value, such as --var userId=12345"
        });
      }
      return [name3, parseScalar(one.slice(at2 + 1))];
    })
  );
}
__name(parseOverrides, "parseOverrides");
function parseScalar(text14) {
  const { documents, problems } = parseDocuments(createSourceText("--var", text14));
  const [root] = documents;
  const isWhole = root?.range[0] === 0 && root.range[1] === text14.length;
  return root && isWhole && problems.length === 0 && !root.entries && !root.items ? root.value : text14;
}
__name(parseScalar, "parseScalar");
function secretTexts(names2, levels) {
  const values = levels.flatMap((level) => [...names2].map((name3) => level[name3]));
  return [...new Set(values.flatMap(textsOf))];
}
__name(secretTexts, "secretTexts");
function textsOf(value) {
  if (typeof value === "string") return [value];
  if (typeof value === "number" || typeof value === "bigint") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
__name(textsOf, "textsOf");

// src/load/load-config.ts
var DEFAULT_ENVIRONMENT = "default";
async function loadConfig(choice) {
  const { cwd, problems } = choice;
  const path = findConfig(cwd, choice.file);
  const directory = path === void 0 ? cwd : dirname2(path);
  const source = path === void 0 ? void 0 : await problems.read(path, relative2(cwd, path));
  const root = source && readRoot(source, choice);
  if (!source || !root) {
    if (path === void 0) requireEnvironment(choice, []);
    const environment = { name: nameOf2(choice), variables: {} };
    return { directory, config: {}, environment, variables: {}, written: void 0 };
  }
  const environments = root.entries?.get("environments")?.node.entries ?? /* @__PURE__ */ new Map();
  requireEnvironment(choice, [...environments.keys()]);
  const chosen = environments.get(nameOf2(choice))?.node;
  return {
    directory,
    config: checkConfig(root, { environments, chosen, source, choice }),
    environment: {
      name: nameOf2(choice),
      variables: readVariables(chosen?.entries?.get("variables")?.node, source, choice)
    },
    variables: readVariables(root.entries?.get("variables")?.node, source, choice),
    written: { root, source }
  };
}
__name(loadConfig, "loadConfig");
function nameOf2({ environment }) {
  return environment ?? DEFAULT_ENVIRONMENT;
}
__name(nameOf2, "nameOf");
function readRoot(source, { problems }) {
  const parsed = parseDocuments(source);
  problems.add(...parsed.problems);
  const [root, second] = parsed.documents;
  if (second) {
    const span = spanOfRange(source, [second.range[0], second.range[0] + 1]);
    problems.add(
      new ScenarioError("SCHEMA_BAD_VALUE", "a second document in the project configuration", {
        span,
        hint: 'flowproof.yaml has one document: remove the line "---"'
      })
    );
  }
  return root;
}
__name(readRoot, "readRoot");
function requireEnvironment({ environment }, known) {
  if (environment === void 0 || environment === DEFAULT_ENVIRONMENT || known.includes(environment)) return;
  const all2 = known.length > 0 ? `the environments are ${listWords(known, "and")}` : "flowproof.yaml has none";
  throw new UsageError("USAGE_UNKNOWN_ENVIRONMENT", `unknown environment "${environment}"`, {
    hint: didYouMean(environment, known) ?? all2
  });
}
__name(requireEnvironment, "requireEnvironment");
function checkConfig(root, {
  environments,
  chosen,
  source,
  choice
}) {
  const merge3 = /* @__PURE__ */ __name((environment) => environment?.entries ? mergeLocated(root, withoutKey(environment, "variables")) : root, "merge");
  const merged = merge3(chosen);
  const shaped = checkShape(projectConfig, merged, source);
  choice.problems.add(...shaped.problems);
  if (shaped.value === void 0) return {};
  for (const { node } of environments.values()) {
    if (node === chosen) continue;
    choice.problems.add(...checkShape(projectConfig, merge3(node), source).problems);
  }
  return shaped.value;
}
__name(checkConfig, "checkConfig");

// src/load/plan-scenario.ts
import { basename as basename2, dirname as dirname3 } from "node:path";

// src/checks/date-format.ts
var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
function digits(count2) {
  return count2 === 1 ? "\\d{1,2}" : `\\d{${count2}}`;
}
__name(digits, "digits");
function numberField(part) {
  return (count2) => ({ text: digits(count2), read: /* @__PURE__ */ __name((text14) => ({ [part]: Number(text14) }), "read") });
}
__name(numberField, "numberField");
function offsetField(text14) {
  return () => ({ text: text14, read: /* @__PURE__ */ __name((found) => ({ offsetMinutes: readOffset(found) }), "read") });
}
__name(offsetField, "offsetField");
function year(count2) {
  return count2 === 2 ? { text: "\\d{2}", read: /* @__PURE__ */ __name((text14) => ({ year: 2e3 + Number(text14) }), "read") } : { text: "\\d{4}", read: /* @__PURE__ */ __name((text14) => ({ year: Number(text14) }), "read") };
}
__name(year, "year");
var FIELDS = {
  y: year,
  u: year,
  M: /* @__PURE__ */ __name((count2) => count2 < 3 ? numberField("month")(count2) : {
    text: "[A-Za-z]{3,9}",
    read: /* @__PURE__ */ __name((text14) => ({ month: MONTHS.indexOf(text14.slice(0, 3).toLowerCase()) + 1 }), "read")
  }, "M"),
  d: numberField("day"),
  E: /* @__PURE__ */ __name(() => ({ text: "[A-Za-z]{3,9}", read: /* @__PURE__ */ __name(() => ({}), "read") }), "E"),
  H: numberField("hour"),
  h: /* @__PURE__ */ __name((count2) => ({ text: digits(count2), read: /* @__PURE__ */ __name((text14) => ({ hour: Number(text14) % 12 }), "read") }), "h"),
  a: /* @__PURE__ */ __name(() => ({ text: "[AaPp][Mm]", read: /* @__PURE__ */ __name((text14) => ({ isAfternoon: /^p/i.test(text14) }), "read") }), "a"),
  m: numberField("minute"),
  s: numberField("second"),
  S: /* @__PURE__ */ __name((count2) => ({
    text: count2 === 1 ? "\\d{1,9}" : `\\d{${count2}}`,
    read: /* @__PURE__ */ __name((text14) => ({ nanosecond: BigInt(text14.padEnd(9, "0").slice(0, 9)) }), "read")
  }), "S"),
  X: offsetField("Z|[-+]\\d{2}(?::?\\d{2})?"),
  x: offsetField("[-+]\\d{2}(?::?\\d{2})?"),
  Z: offsetField("[-+]\\d{2}:?\\d{2}")
};
function readOffset(text14) {
  const [, sign, hours = "0", minutes = "0"] = /^([-+])(\d{2}):?(\d{2})?$/.exec(text14) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
__name(readOffset, "readOffset");
var PIECE2 = /'((?:[^']|'')*)'|([A-Za-z])\2*|[[\]]|[\s\S]/g;
function compileDateFormat(pattern) {
  const pieces = Array.from(pattern.matchAll(PIECE2), readPiece);
  if (pieces.includes(void 0)) return void 0;
  const expression = compile(
    pieces.map((piece) => typeof piece === "object" ? `(${piece.text})` : piece).join("")
  );
  const fields = pieces.filter((piece) => typeof piece === "object");
  return expression && ((text14) => readParts(fields, expression.exec(text14)));
}
__name(compileDateFormat, "compileDateFormat");
function readPiece([piece, quoted, letter]) {
  if (letter !== void 0) return FIELDS[letter]?.(piece.length);
  if (piece === "[") return "(?:";
  if (piece === "]") return ")?";
  const text14 = quoted === "" ? "'" : quoted?.replaceAll("''", "'") ?? piece;
  return text14.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
__name(readPiece, "readPiece");
function compile(source) {
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return void 0;
  }
}
__name(compile, "compile");
var LEAST = {
  year: 1970,
  month: 1,
  day: 1,
  hour: 0,
  minute: 0,
  second: 0,
  nanosecond: 0n,
  offsetMinutes: 0
};
function readParts(fields, match2) {
  if (!match2) return void 0;
  const read = fields.map(
    (field, index) => match2[index + 1] === void 0 ? {} : field.read(match2[index + 1] ?? "")
  );
  const { isAfternoon = false, ...parts2 } = Object.assign({}, LEAST, ...read);
  return isAfternoon ? { ...parts2, hour: parts2.hour + 12 } : parts2;
}
__name(readParts, "readParts");

// src/checks/date.ts
var NS_PER_MS = 1000000n;
var MS_PER_MINUTE = 6e4;
var ISO = "yyyy-MM-dd[['T'][ ]HH:mm[:ss[.S]][X]]";
var EPOCH_FORMATS = { epochSeconds: 1e3, epochMillis: 1 };
var NOW = /^now(?:\s*([-+])\s*(\S+))?$/;
function isDateFormat(format2) {
  return format2 === "iso" || format2 in EPOCH_FORMATS || readerOf(format2) !== void 0;
}
__name(isDateFormat, "isDateFormat");
function parseDate(value, format2 = "iso") {
  const unitMs = EPOCH_FORMATS[format2];
  if (typeof value === "bigint") return value * BigInt(unitMs ?? 1) * NS_PER_MS;
  if (typeof value === "number") return epochMoment(value * (unitMs ?? 1));
  if (typeof value !== "string") return void 0;
  if (unitMs !== void 0)
    return /^-?\d+(\.\d+)?$/.test(value) ? epochMoment(Number(value) * unitMs) : void 0;
  const parts2 = readerOf(format2 === "iso" ? ISO : format2)?.(value);
  return parts2 && momentOf(parts2);
}
__name(parseDate, "parseDate");
function parseExpectedDate(value, nowMs, format2) {
  const [isNow, sign, amount] = typeof value === "string" && NOW.exec(value) || [];
  if (isNow === void 0)
    return (format2 === void 0 ? void 0 : parseDate(value, format2)) ?? parseDate(value);
  const ms = amount === void 0 ? 0 : parseDuration(amount);
  return ms === void 0 ? void 0 : epochMoment(nowMs + (sign === "-" ? -ms : ms));
}
__name(parseExpectedDate, "parseExpectedDate");
function epochMoment(ms) {
  const microseconds = Math.round(ms * 1e3);
  return Number.isFinite(microseconds) ? BigInt(microseconds) * 1000n : void 0;
}
__name(epochMoment, "epochMoment");
var readers = /* @__PURE__ */ new Map();
function readerOf(format2) {
  if (!readers.has(format2)) readers.set(format2, compileDateFormat(format2));
  return readers.get(format2);
}
__name(readerOf, "readerOf");
function momentOf(parts2) {
  const { year: year2, month, day, hour, minute, second, nanosecond, offsetMinutes } = parts2;
  const date2 = new Date(Date.UTC(2e3, month - 1, day, hour, minute, second));
  date2.setUTCFullYear(year2, month - 1, day);
  const isReal = date2.getUTCMonth() === month - 1 && date2.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? BigInt(date2.getTime() - offsetMinutes * MS_PER_MINUTE) * NS_PER_MS + nanosecond : void 0;
}
__name(momentOf, "momentOf");
function compareDates(actual, expected, { nowMs, format: format2 }) {
  const [left = 0n, right = 0n] = [parseDate(actual, format2), parseExpectedDate(expected, nowMs, format2)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
__name(compareDates, "compareDates");

// src/checks/define-operator.ts
var optionNames = ["ignoreCase", "trim", "tolerance", "format"];
function defineOperator(operator) {
  return { options: [], ...operator };
}
__name(defineOperator, "defineOperator");

// src/checks/after.ts
var after = defineOperator({
  about: "it is after the other moment",
  types: ["date"],
  negation: "beforeOrEqual",
  phrase: "after",
  expects: /* @__PURE__ */ __name(() => "date", "expects"),
  options: ["format"],
  test: /* @__PURE__ */ __name((actual, expected, context) => compareDates(actual, expected, context) > 0, "test")
});

// src/checks/after-or-equal.ts
var afterOrEqual = defineOperator({
  about: "it is after, or the same moment",
  types: ["date"],
  negation: "before",
  phrase: "after or equal",
  expects: /* @__PURE__ */ __name(() => "date", "expects"),
  options: ["format"],
  test: /* @__PURE__ */ __name((actual, expected, context) => compareDates(actual, expected, context) >= 0, "test")
});

// src/checks/before.ts
var before = defineOperator({
  about: "it is before the other moment",
  types: ["date"],
  negation: "afterOrEqual",
  phrase: "before",
  expects: /* @__PURE__ */ __name(() => "date", "expects"),
  options: ["format"],
  test: /* @__PURE__ */ __name((actual, expected, context) => compareDates(actual, expected, context) < 0, "test")
});

// src/checks/before-or-equal.ts
var beforeOrEqual = defineOperator({
  about: "it is before, or the same moment",
  types: ["date"],
  negation: "after",
  phrase: "before or equal",
  expects: /* @__PURE__ */ __name(() => "date", "expects"),
  options: ["format"],
  test: /* @__PURE__ */ __name((actual, expected, context) => compareDates(actual, expected, context) <= 0, "test")
});

// src/checks/match-elements.ts
function matchInOrder(actual, expected, isLike) {
  let next = 0;
  return expected.map((wanted) => {
    const index = actual.findIndex((found, at2) => at2 >= next && isLike(found, wanted));
    if (index === -1) return void 0;
    next = index + 1;
    return index;
  });
}
__name(matchInOrder, "matchInOrder");
function matchAnyOrder(actual, expected, isLike) {
  const pairs = { indexOf: expected.map(() => void 0), takenBy: /* @__PURE__ */ new Map() };
  for (const start2 of expected.keys()) {
    const takers = /* @__PURE__ */ new Map();
    const queue = [start2];
    for (const wanted of queue) {
      const free = actual.findIndex((found, index) => {
        if (takers.has(index) || !isLike(found, expected[wanted] ?? null)) return false;
        takers.set(index, wanted);
        const holder = pairs.takenBy.get(index);
        if (holder !== void 0) queue.push(holder);
        return holder === void 0;
      });
      if (free === -1) continue;
      exchange(pairs, takers, free);
      break;
    }
  }
  return pairs.indexOf;
}
__name(matchAnyOrder, "matchAnyOrder");
function exchange({ indexOf, takenBy }, takers, free) {
  let index = free;
  while (index !== void 0) {
    const taker = takers.get(index);
    if (taker === void 0) return;
    const before2 = indexOf[taker];
    indexOf[taker] = index;
    takenBy.set(index, taker);
    index = before2;
  }
}
__name(exchange, "exchange");

// src/checks/same-value.ts
function isSameValue(actual, expected, how = {}) {
  if (typeof actual === "string" && typeof expected === "string")
    return plainText(actual, how) === plainText(expected, how);
  if (isNumber(actual) && isNumber(expected)) return isNear(actual, expected, how.tolerance ?? 0);
  if (Array.isArray(actual) && Array.isArray(expected)) return isSameList(actual, expected, how);
  if (isJsonObject(actual) && isJsonObject(expected)) return isSameMap(actual, expected, how);
  return actual === expected;
}
__name(isSameValue, "isSameValue");
function isNumber(value) {
  return typeof value === "number" || typeof value === "bigint";
}
__name(isNumber, "isNumber");
function plainText(text14, { ignoreCase, trim }) {
  const trimmed = trim ? text14.trim() : text14;
  return ignoreCase ? trimmed.toLowerCase() : trimmed;
}
__name(plainText, "plainText");
function isNear(a, b, tolerance) {
  if (!(a < b) && !(a > b)) return true;
  if (tolerance === 0) return false;
  if (typeof a === "bigint" && typeof b === "bigint") return Number(a > b ? a - b : b - a) <= tolerance;
  const [x, y] = [Number(a), Number(b)];
  return Math.abs(x - y) <= tolerance + Number.EPSILON * Math.max(Math.abs(x), Math.abs(y));
}
__name(isNear, "isNear");
function isSameList(actual, expected, how) {
  if (how.partial ? actual.length < expected.length : actual.length !== expected.length) return false;
  if (how.unordered || how.partial)
    return matchElements(actual, expected, how).every((index) => index !== void 0);
  return actual.every((one, index) => isSameValue(one, expected[index] ?? null, how));
}
__name(isSameList, "isSameList");
function isSameMap(actual, expected, how) {
  const keys = Object.keys(expected);
  if (!how.partial && keys.length !== Object.keys(actual).length) return false;
  return keys.every(
    (key) => Object.hasOwn(actual, key) && isSameValue(actual[key] ?? null, expected[key] ?? null, how)
  );
}
__name(isSameMap, "isSameMap");
function matchElements(actual, expected, how) {
  const match2 = how.unordered ? matchAnyOrder : matchInOrder;
  return match2(actual, expected, (found, wanted) => isSameValue(found, wanted, how));
}
__name(matchElements, "matchElements");

// src/checks/close-to.ts
var closeTo = defineOperator({
  about: "it is no further away than `tolerance`",
  types: ["number"],
  negation: true,
  phrase: "close to",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  options: ["tolerance"],
  faultOf: /* @__PURE__ */ __name((_expected, { tolerance }) => tolerance === void 0 ? 'closeTo needs a "tolerance" beside it' : void 0, "faultOf"),
  test: /* @__PURE__ */ __name((actual, expected, { tolerance = 0 }) => isNear(actual, expected, tolerance), "test")
});

// src/checks/difference.ts
var MOST = 100;
function findDifferences(actual, expected, how = {}) {
  return [...walk(actual, expected, { how, path: "" })].slice(0, MOST);
}
__name(findDifferences, "findDifferences");
function* walk(actual, expected, { how, path }) {
  if (isSameValue(actual, expected, how)) return;
  if (Array.isArray(actual) && Array.isArray(expected)) yield* walkLists(actual, expected, { how, path });
  else if (isJsonObject(actual) && isJsonObject(expected)) yield* walkMaps(actual, expected, { how, path });
  else yield { path: path === "" ? "." : path, expected, actual };
}
__name(walk, "walk");
function* walkMaps(actual, expected, { how, path }) {
  for (const [key, wanted] of Object.entries(expected)) {
    const at2 = path + keyStep(key, path);
    if (!Object.hasOwn(actual, key)) yield { path: at2, expected: wanted };
    else yield* walk(actual[key] ?? null, wanted, { how, path: at2 });
  }
  if (how.partial) return;
  for (const [key, found] of Object.entries(actual)) {
    if (!Object.hasOwn(expected, key)) yield { path: path + keyStep(key, path), actual: found };
  }
}
__name(walkMaps, "walkMaps");
function* walkLists(actual, expected, { how, path }) {
  const root = path === "" ? "." : path;
  if (how.unordered || how.partial) return yield* walkBags(actual, expected, { how, path: root });
  for (let index = 0; index < Math.max(actual.length, expected.length); index++) {
    const at2 = `${root}[${index}]`;
    const [found, wanted] = [actual[index], expected[index]];
    if (found !== void 0 && wanted !== void 0) yield* walk(found, wanted, { how, path: at2 });
    else yield { path: at2, ...sides(found, wanted) };
  }
}
__name(walkLists, "walkLists");
function* walkBags(actual, expected, { how, path }) {
  const matched = matchElements(actual, expected, how);
  for (const [index, wanted] of expected.entries())
    if (matched[index] === void 0) yield { path: `${path}[${index}]`, expected: wanted };
  if (how.partial) return;
  const taken = new Set(matched);
  for (const [index, found] of actual.entries())
    if (!taken.has(index)) yield { path: `${path}[${index}]`, actual: found };
}
__name(walkBags, "walkBags");
function sides(actual, expected) {
  return { ...expected === void 0 ? {} : { expected }, ...actual === void 0 ? {} : { actual } };
}
__name(sides, "sides");
function keyStep(key, path) {
  if (/^[A-Za-z_]\w*$/.test(key)) return `.${key}`;
  return `${path === "" ? "." : ""}[${JSON.stringify(key)}]`;
}
__name(keyStep, "keyStep");

// src/checks/contains.ts
var IN_PART = { partial: true, unordered: true };
var contains = defineOperator({
  about: "the text has the other in it; the list has such an element; the map has all entries of the other, whose maps and lists may have more",
  types: ["string", "list", "map"],
  negation: true,
  phrase: "to contain",
  expects: /* @__PURE__ */ __name((type) => type === "list" ? "any" : type, "expects"),
  options: ["ignoreCase", "trim", "tolerance"],
  test(actual, expected, how) {
    if (typeof actual === "string") return plainText(actual, how).includes(plainText(String(expected), how));
    if (Array.isArray(actual)) return actual.some((one) => isSameValue(one, expected, how));
    return isSameValue(actual, expected, { ...how, ...IN_PART });
  },
  differences: /* @__PURE__ */ __name((actual, expected, how) => isJsonObject(actual) ? findDifferences(actual, expected, { ...how, ...IN_PART }) : [], "differences")
});

// src/checks/ends-with.ts
var endsWith = defineOperator({
  about: "it ends with the other text",
  types: ["string"],
  negation: true,
  phrase: "to end with",
  expects: /* @__PURE__ */ __name(() => "string", "expects"),
  options: ["ignoreCase", "trim"],
  test: /* @__PURE__ */ __name((actual, expected, how) => plainText(actual, how).endsWith(plainText(expected, how)), "test")
});

// src/checks/equals.ts
var equals = defineOperator({
  about: "both are the same, structured ones in full; dates when they are the same moment; the order of a map's keys does not matter",
  types: ["string", "number", "list", "map", "boolean", "date", "any"],
  typeFrom: "expected",
  negation: true,
  phrase: "",
  expects: /* @__PURE__ */ __name((type) => type, "expects"),
  options: ["ignoreCase", "trim", "tolerance", "format"],
  test: /* @__PURE__ */ __name((actual, expected, context) => context.type === "date" ? parseDate(actual, context.format) === parseExpectedDate(expected, context.nowMs, context.format) : isSameValue(actual, expected, context), "test"),
  differences: findDifferences
});

// src/checks/exists.ts
var exists = defineOperator({
  about: "the path leads to something, be it null; with a condition: an element of the list meets it",
  types: ["any", "list"],
  negation: true,
  phrase: "to exist",
  isFlag: true,
  takesNothing: true,
  expects: /* @__PURE__ */ __name((type) => type === "any" ? "boolean" : "any", "expects"),
  beforehand: "condition",
  test: /* @__PURE__ */ __name((actual, _expected, { known }) => known ? known.includes(true) : actual !== void 0, "test")
});

// src/checks/for-all.ts
var forAll = defineOperator({
  about: "every element meets the condition; an empty list has none that does not",
  types: ["list"],
  negation: true,
  phrase: "that for all elements",
  expects: /* @__PURE__ */ __name(() => "any", "expects"),
  beforehand: "condition",
  test: /* @__PURE__ */ __name((_list, _condition, { known = [] }) => !known.includes(false), "test")
});

// src/checks/greater-or-equal.ts
var greaterOrEqual = defineOperator({
  about: "it is greater or equal",
  types: ["number"],
  negation: "lessThan",
  phrase: "greater or equal",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  test: /* @__PURE__ */ __name((actual, expected) => actual >= expected, "test")
});

// src/checks/greater-than.ts
var greaterThan = defineOperator({
  about: "it is greater, however large both are",
  types: ["number"],
  negation: "lessOrEqual",
  phrase: "greater than",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  test: /* @__PURE__ */ __name((actual, expected) => actual > expected, "test")
});

// src/checks/has-key.ts
var hasKey = defineOperator({
  about: "it has the key, be its value null",
  types: ["map"],
  negation: true,
  phrase: "to have the key",
  expects: /* @__PURE__ */ __name(() => "string", "expects"),
  options: ["ignoreCase", "trim"],
  test: /* @__PURE__ */ __name((actual, key, how) => Object.keys(actual).some((one) => plainText(one, how) === plainText(key, how)), "test")
});

// src/checks/has-length.ts
var hasLength = defineOperator({
  about: "it has so many characters (as Unicode counts them), or elements",
  types: ["string", "list"],
  negation: true,
  phrase: "to have the length",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  options: ["trim"],
  faultOf: /* @__PURE__ */ __name((length) => Number.isInteger(length) && Number(length) >= 0 ? void 0 : "a length is a whole number from 0 on", "faultOf"),
  test: /* @__PURE__ */ __name((actual, length, { trim }) => (typeof actual === "string" ? [...trim ? actual.trim() : actual] : actual).length === length, "test")
});

// src/checks/has-value.ts
var hasValue = defineOperator({
  about: "one of its keys has the value",
  types: ["map"],
  negation: true,
  phrase: "to have the value",
  expects: /* @__PURE__ */ __name(() => "any", "expects"),
  options: ["ignoreCase", "trim", "tolerance"],
  test: /* @__PURE__ */ __name((actual, expected, how) => Object.values(actual).some((one) => isSameValue(one, expected, how)), "test")
});

// src/checks/is-false.ts
var isFalse = defineOperator({
  about: "it is `false`",
  types: ["boolean"],
  negation: "isTrue",
  phrase: "false",
  isFlag: true,
  expects: /* @__PURE__ */ __name(() => "boolean", "expects"),
  faultOf: /* @__PURE__ */ __name((expected) => expected === true ? void 0 : "isFalse takes true only; the opposite is isTrue", "faultOf"),
  test: /* @__PURE__ */ __name((actual) => actual === false, "test")
});

// src/checks/is-null.ts
var isNull = defineOperator({
  about: "it is null, or there is nothing; `isNull: false` is the negation",
  types: ["any", "string", "number", "date", "list", "map", "boolean"],
  negation: true,
  phrase: "null",
  isFlag: true,
  takesNothing: true,
  expects: /* @__PURE__ */ __name(() => "boolean", "expects"),
  test: /* @__PURE__ */ __name((actual) => (actual ?? null) === null, "test")
});

// src/checks/is-true.ts
var isTrue = defineOperator({
  about: "it is `true`",
  types: ["boolean"],
  negation: "isFalse",
  phrase: "true",
  isFlag: true,
  expects: /* @__PURE__ */ __name(() => "boolean", "expects"),
  faultOf: /* @__PURE__ */ __name((expected) => expected === true ? void 0 : "isTrue takes true only; the opposite is isFalse", "faultOf"),
  test: /* @__PURE__ */ __name((actual) => actual === true, "test")
});

// src/checks/less-or-equal.ts
var lessOrEqual = defineOperator({
  about: "it is less or equal",
  types: ["number"],
  negation: "greaterThan",
  phrase: "less or equal",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  test: /* @__PURE__ */ __name((actual, expected) => actual <= expected, "test")
});

// src/checks/less-than.ts
var lessThan = defineOperator({
  about: "it is less",
  types: ["number"],
  negation: "greaterOrEqual",
  phrase: "less than",
  expects: /* @__PURE__ */ __name(() => "number", "expects"),
  test: /* @__PURE__ */ __name((actual, expected) => actual < expected, "test")
});

// src/checks/matches.ts
var matches = defineOperator({
  about: "the regular expression of JavaScript, with the `u` flag, occurs in it",
  types: ["string"],
  negation: true,
  phrase: "to match",
  expects: /* @__PURE__ */ __name(() => "string", "expects"),
  options: ["ignoreCase", "trim"],
  beforehand: "search",
  faultOf(pattern, options2) {
    try {
      new RegExp(String(pattern), patternFlags(options2));
      return void 0;
    } catch (cause) {
      return describeError(cause);
    }
  },
  test: /* @__PURE__ */ __name((_text, _pattern, { known = [] }) => known[0] === true, "test")
});
function patternFlags({ ignoreCase }) {
  return ignoreCase ? "iu" : "u";
}
__name(patternFlags, "patternFlags");

// src/checks/same-elements.ts
var sameElements = defineOperator({
  about: "it has the same elements, as often, in any order",
  types: ["list"],
  negation: true,
  phrase: "the same elements as",
  expects: /* @__PURE__ */ __name(() => "list", "expects"),
  options: ["ignoreCase", "trim", "tolerance"],
  test: /* @__PURE__ */ __name((actual, expected, how) => isSameValue(actual, expected, { ...how, unordered: true }), "test"),
  differences: /* @__PURE__ */ __name((actual, expected, how) => findDifferences(actual, expected, { ...how, unordered: true }), "differences")
});

// src/checks/starts-with.ts
var startsWith = defineOperator({
  about: "it starts with the other text",
  types: ["string"],
  negation: true,
  phrase: "to start with",
  expects: /* @__PURE__ */ __name(() => "string", "expects"),
  options: ["ignoreCase", "trim"],
  test: /* @__PURE__ */ __name((actual, expected, how) => plainText(actual, how).startsWith(plainText(expected, how)), "test")
});

// src/checks/subset.ts
var subset = defineOperator({
  about: "every element is one of the other list",
  types: ["list"],
  negation: true,
  phrase: "a subset of",
  expects: /* @__PURE__ */ __name(() => "list", "expects"),
  options: ["ignoreCase", "trim", "tolerance"],
  test: /* @__PURE__ */ __name((actual, expected, how) => actual.every((one) => expected.some((allowed) => isSameValue(one, allowed, how))), "test")
});

// src/checks/index.ts
var operators = {
  equals,
  isNull,
  exists,
  contains,
  matches,
  startsWith,
  endsWith,
  hasLength,
  greaterThan,
  greaterOrEqual,
  lessThan,
  lessOrEqual,
  closeTo,
  before,
  beforeOrEqual,
  after,
  afterOrEqual,
  forAll,
  sameElements,
  subset,
  hasKey,
  hasValue,
  isTrue,
  isFalse
};
var operatorNames = Object.keys(operators);

// src/checks/value-type.ts
var checkTypes = ["string", "number", "date", "list", "map", "boolean", "any"];
function typeOf(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "bigint") return "number";
  return typeof value === "object" ? "map" : typeof value;
}
__name(typeOf, "typeOf");
function isOfType(value, type, format2) {
  if (type === "any") return true;
  return type === "date" ? parseDate(value, format2) !== void 0 : typeOf(value) === type;
}
__name(isOfType, "isOfType");

// src/tasks/condition/choose-form.ts
function chooseForm(title, forms, choose) {
  const union = external_exports.union(forms).meta({ title });
  const tryAll = union._zod.run;
  const parse2 = /* @__PURE__ */ __name((payload, context) => (choose(payload.value)?._zod.run ?? tryAll)(payload, context), "parse");
  union._zod.parse = parse2;
  union._zod.run = parse2;
  return union;
}
__name(chooseForm, "chooseForm");

// src/checks/check-fault.ts
function findCheckFault(check, isKnown) {
  return faultOfUse(check) ?? faultOfOptions(check) ?? (isKnown ? faultOfExpected(check) : void 0);
}
__name(findCheckFault, "findCheckFault");
function faultOfUse({ operator: name3, type, not: not2 }) {
  const { types, negation } = operators[name3];
  if (type !== void 0 && !types.includes(type)) {
    const others = operatorNames.filter(
      (one) => operators[one].types.includes(type)
    );
    return {
      key: "operator",
      message: `"${name3}" is no operator for the type ${type}`,
      hint: `${type} has ${others.join(", ")}`
    };
  }
  if (not2 && negation !== true)
    return { key: "not", message: `"${name3}" cannot be turned round`, hint: `write "${negation}" instead` };
  return void 0;
}
__name(faultOfUse, "faultOfUse");
function faultOfOptions(check) {
  const { options: options2 } = operators[check.operator];
  const useless = optionNames.find((name3) => check[name3] !== void 0 && !options2.includes(name3));
  if (useless !== void 0)
    return {
      key: useless,
      message: `"${useless}" means nothing to "${check.operator}"`,
      hint: options2.length > 0 ? `it knows ${options2.join(", ")}` : "it knows no options"
    };
  if (check.format === void 0 || isDateFormat(check.format)) return void 0;
  const hint = "write iso, epochMillis, epochSeconds, or a pattern such as dd.MM.yyyy HH:mm:ss";
  return { key: "format", message: `"${check.format}" is no format of dates`, hint };
}
__name(faultOfOptions, "faultOfOptions");
function faultOfExpected(check) {
  const { operator: name3, expected } = check;
  const operator = operators[name3];
  if (expected === void 0)
    return operator.isFlag ? void 0 : { key: "operator", message: `"${name3}" without anything to compare with`, hint: 'add "expected: …"' };
  if (name3 === "equals" && expected === null) return void 0;
  const wanted = wantedTypes(operator, check);
  if (!wanted.some((type) => isExpected(type, expected, check.format)))
    return {
      key: "expected",
      message: `"${name3}" needs ${wanted.map((type) => `a ${type}`).join(" or ")} to compare with, got ${typeOf(expected)}`
    };
  const fault = operator.faultOf?.(expected, check);
  return fault === void 0 ? void 0 : { key: "expected", message: fault };
}
__name(faultOfExpected, "faultOfExpected");
function wantedTypes({ types, expects }, { type, format: format2 }) {
  if (type !== void 0) return [expects(type)];
  if (format2 !== void 0 && types.includes("date")) return [expects("date")];
  return [...new Set(types.map(expects))];
}
__name(wantedTypes, "wantedTypes");
function isExpected(type, expected, format2) {
  return type === "date" ? parseExpectedDate(expected, 0, format2) !== void 0 : isOfType(expected, type);
}
__name(isExpected, "isExpected");

// src/tasks/condition/list-files.ts
function listFiles(value, path = []) {
  if (typeof value !== "object" || value === null) return [];
  if (holdsPrograms(value)) {
    const { files = [] } = value;
    return files.map((one) => ({ ...one, path: [...path, ...one.path] }));
  }
  const entries = Array.isArray(value) ? value.map((one, index) => [index, one]) : Object.entries(value);
  return entries.flatMap(([key, inner]) => listFiles(inner, [...path, key]));
}
__name(listFiles, "listFiles");

// src/tasks/condition/written-text.ts
var PLAIN = /^[A-Za-z_.][\w.:/@-]*(?: [\w.:/@-]+)*$/;
var LOOKS_LIKE_ANOTHER_TYPE = /^(?:true|false|null|~|\.inf|\.nan)$/i;
function writtenText(value) {
  if (value === void 0) return "";
  if (typeof value === "string")
    return PLAIN.test(value) && !LOOKS_LIKE_ANOTHER_TYPE.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writtenText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Template || value instanceof Program) return value.source;
  if (holdsPrograms(value) && "name" in value) return String(value.name);
  const entries = Object.entries(value).map(([key, inner]) => `${writtenText(key)}: ${writtenText(inner)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
__name(writtenText, "writtenText");

// src/tasks/condition/normalize.ts
function create(name3, test, programs, files = []) {
  return { name: name3, ...test, files, [PROGRAMS]: programs };
}
__name(create, "create");
function normalizePredicate(program) {
  return create(program.source, { test: "predicate", program }, listPrograms(program));
}
__name(normalizePredicate, "normalizePredicate");
function normalizeAny(test, conditions, name3) {
  const given = name3 ?? `${test} of ${conditions.map((one) => one.name).join(", ")}`;
  return create(given, { test, conditions }, listPrograms(conditions, [test]), listFiles(conditions, [test]));
}
__name(normalizeAny, "normalizeAny");
function normalizeNot({
  name: name3,
  not: not2
}) {
  return create(
    name3 ?? `not ${not2.name}`,
    { test: "not", condition: not2 },
    listPrograms(not2, ["not"]),
    listFiles(not2, ["not"])
  );
}
__name(normalizeNot, "normalizeNot");
function normalizeSchema({
  name: name3,
  schema,
  jq
}) {
  const about = jq ? `${jq.source} ` : "";
  const by = typeof schema === "string" ? schema : String(schema.title ?? schema.$id ?? "given here");
  return create(
    name3 ?? `${about}schema ${by}`,
    { test: "schema", program: jq, schema },
    listPrograms(jq ?? [], ["jq"]),
    typeof schema === "string" ? [{ file: schema, path: ["schema"] }] : []
  );
}
__name(normalizeSchema, "normalizeSchema");
var OPTIONS = ["type", "not", ...optionNames];
function optionsOf(written) {
  const entries = Object.entries(written).filter(([key]) => OPTIONS.includes(key));
  return Object.fromEntries(entries);
}
__name(optionsOf, "optionsOf");
function normalizeFull(written, context) {
  const { jq, js, name: name3 } = written;
  const program = jq ?? js ?? new Program({ text: "." });
  if (jq === void 0 === (js === void 0)) {
    const message = jq ? 'both "jq" and "js"' : "a condition without a left side";
    const hint = jq ? "write one of them" : EXAMPLE;
    report2(context, { path: jq ? ["js"] : [], message, hint, at: "key" });
  }
  const side = { program, path: [jq ? "jq" : "js"], at: "value" };
  const { expected } = written;
  if (written.operator === void 0 && expected === void 0)
    return normalizeBare(written, { context, side });
  const operator = written.operator ?? "equals";
  const check = createCheck(operator, expected, optionsOf(written));
  reportFault(check, { context, pathOf: /* @__PURE__ */ __name((key) => [key], "pathOf") });
  const operands = listPrograms(expected, ["expected"]);
  const words = [program.source, check.not ? "not" : "", operator, writtenText(expected)];
  return create(
    name3 ?? words.filter((word) => word !== "").join(" "),
    { test: "operators", program, operators: [check] },
    [side, ...operands],
    listFiles(expected, ["expected"])
  );
}
__name(normalizeFull, "normalizeFull");
function normalizeBare(written, { context, side }) {
  const useless = OPTIONS.find((key) => key !== "not" && written[key] !== void 0);
  if (useless !== void 0)
    report2(context, {
      path: [useless],
      message: `"${useless}" without an operator`,
      hint: 'add "operator: …"'
    });
  const { program } = side;
  const predicate2 = create(written.name ?? program.source, { test: "predicate", program }, [side]);
  if (!written.not) return predicate2;
  return create(written.name ?? `not ${program.source}`, { test: "not", condition: predicate2 }, [side]);
}
__name(normalizeBare, "normalizeBare");
function normalizePath(written, context) {
  const path = pathOf(written, context);
  const program = new Program({ text: path ?? "." });
  if (path === void 0) return normalizePredicate(program);
  const right = written[path];
  const isMap2 = isOperatorMap(right);
  const outer = optionsOf(written);
  const inner = isMap2 ? optionsOf(right) : {};
  const given = isMap2 ? operatorNames.filter((one) => right[one] !== void 0).map((one) => [one, right[one]]) : [["equals", right]];
  if (given.length === 0)
    report2(context, {
      path: [path],
      message: "a map without an operator",
      hint: "write { equals: … } for a map"
    });
  const checks = given.map(([operator, expected]) => createCheck(operator, expected, { ...outer, ...inner }));
  for (const check of checks)
    reportFault(check, {
      context,
      pathOf: /* @__PURE__ */ __name((key) => {
        if (key === "expected" || key === "operator") return isMap2 ? [path, check.operator] : [path];
        return key in inner ? [path, key] : [key];
      }, "pathOf")
    });
  return create(
    written.name ?? `${path}: ${writtenText(right)}`,
    // of the schema
    { test: "operators", program, operators: checks },
    [{ program, path: [path], at: "key" }, ...listPrograms(right, [path])],
    listFiles(right, [path])
  );
}
__name(normalizePath, "normalizePath");
function isOperatorMap(right) {
  return typeof right === "object" && right !== null && Object.getPrototypeOf(right) === Object.prototype;
}
__name(isOperatorMap, "isOperatorMap");
function pathOf(written, context) {
  const keys = Object.keys(written).filter(
    (key) => key !== "name" && !OPTIONS.includes(key)
  );
  const paths = keys.filter((key) => key.startsWith("."));
  const unknown = keys.filter((key) => !key.startsWith("."));
  for (const key of unknown) reportUnknown(key, context);
  if (unknown.length > 0 || paths.length === 1) return paths[0];
  const message = paths.length === 0 ? "a condition without a path" : `a condition with ${paths.length} paths`;
  report2(context, { path: paths.slice(1, 2), message, hint: EXAMPLE, at: "key" });
  return paths[0];
}
__name(pathOf, "pathOf");
var EXAMPLE = 'write one jq path a condition, such as ".record.value.id: 42"';
var FORMS2 = ["name", "jq", "js", "operator", "expected", "any", "all", "schema", ...OPTIONS];
function reportUnknown(key, context) {
  const hint = didYouMean(key, FORMS2) ?? 'a path begins with a dot, such as ".record.value.id: 42"';
  report2(context, {
    path: [key],
    message: `unknown key "${key}"`,
    hint,
    code: "SCHEMA_UNKNOWN_KEY",
    at: "key"
  });
}
__name(reportUnknown, "reportUnknown");
function createCheck(operator, expected, options2) {
  const { beforehand } = operators[operator];
  const isCondition = beforehand === "condition" && typeof expected === "object";
  return isCondition ? { operator, ...options2, condition: expected } : { operator, ...options2, ...expected === void 0 ? {} : { expected } };
}
__name(createCheck, "createCheck");
function reportFault(check, { context, pathOf: at2 }) {
  const isKnown = check.condition === void 0 && listPrograms(check.expected).length === 0;
  const fault = findCheckFault(check, isKnown);
  if (!fault) return;
  const { key, message, hint } = fault;
  const isValue = key === "expected" || key === "operator" || key === "type" || key === "format";
  report2(context, { path: at2(key), message, hint, at: isValue ? "value" : "key" });
}
__name(reportFault, "reportFault");
function report2(context, { path, message, ...params }) {
  if (context.issues.some(({ code }) => code !== "custom")) return;
  context.issues.push({ code: "custom", path: [...path], message, params, input: void 0 });
}
__name(report2, "report");

// src/tasks/condition/condition.ts
var name = external_exports.string().min(1).optional().describe("shown in reports; default its source text");
var options = {
  type: external_exports.enum(checkTypes).optional().describe("the type that both sides must have; default that of the expected value"),
  not: external_exports.boolean().optional().describe("turns the operator round"),
  ignoreCase: external_exports.boolean().optional().describe("of texts, at any depth"),
  trim: external_exports.boolean().optional().describe("white space around texts is nothing"),
  tolerance: external_exports.number().min(0).optional().describe("how far apart numbers may be"),
  format: external_exports.string().min(1).optional().describe(
    "of dates on the left side: iso, epochMillis, epochSeconds, or a pattern such as dd.MM.yyyy HH:mm"
  )
};
var condition = external_exports.lazy(() => anyForm);
var conditionList = external_exports.array(condition);
var predicate = jqProgram().describe("a jq predicate: every output must be true").transform(normalizePredicate);
function rightSide(operator) {
  const { isFlag, beforehand } = operators[operator];
  if (beforehand === "condition") return isFlag ? external_exports.union([external_exports.boolean(), condition]) : condition;
  return isFlag ? input(external_exports.boolean()) : freeform();
}
__name(rightSide, "rightSide");
function aboutOf(operator) {
  const { about, types } = operators[operator];
  return `of ${types.join(", ")}: holds when ${about}`;
}
__name(aboutOf, "aboutOf");
var ofElements = ["exists", "forAll"];
function inFull(operator, expected) {
  return external_exports.strictObject({
    name,
    jq: jqProgram().optional().describe("the left side"),
    js: jsProgram().optional().describe("the left side, as a JavaScript expression"),
    operator,
    expected: expected.optional().describe("the right side"),
    ...options
  }).describe("a check in full").transform(normalizeFull);
}
__name(inFull, "inFull");
var full = inFull(
  external_exports.enum(operatorNames).optional().describe("default equals; without a right side either: is true"),
  freeform()
);
var fullOfElements = inFull(
  external_exports.enum(ofElements).describe("with a condition on the elements of a list"),
  rightSide("exists")
);
var operatorMap = external_exports.strictObject({
  ...Object.fromEntries(
    operatorNames.map((one) => [one, rightSide(one).optional().describe(aboutOf(one))])
  ),
  ...options
}).describe("one operator or several, all of which must hold");
var equalValue = external_exports.union([
  external_exports.string(),
  external_exports.number(),
  external_exports.bigint().meta({ type: "integer" }),
  external_exports.boolean(),
  external_exports.null(),
  external_exports.array(external_exports.unknown())
]).transform(findTemplates);
var rightOfPath = chooseForm(
  "Right side",
  [equalValue, operatorMap],
  (value) => isJsonObject(value) ? operatorMap : void 0
);
var byPath = external_exports.object({ name, ...options }).catchall(rightOfPath).describe("one jq path: equality with a value, or a map of operators").transform(normalizePath);
var list = external_exports.array(condition).min(1);
var any = external_exports.strictObject({ name, any: list }).describe("at least one holds").transform(({ any: conditions, name: given }) => normalizeAny("any", conditions, given));
var all = external_exports.strictObject({ name, all: list }).describe("all hold").transform(({ all: conditions, name: given }) => normalizeAny("all", conditions, given));
var not = external_exports.strictObject({ name, not: condition }).describe("does not hold").transform(normalizeNot);
var bySchema = external_exports.strictObject({
  name,
  schema: external_exports.union([external_exports.string().min(1), external_exports.record(external_exports.string(), external_exports.custom())]).describe("a file with a JSON Schema, or the schema itself"),
  jq: jqProgram().optional().describe("what must be valid; default the value of the record, the body of the response, the row")
}).describe("it is valid by a JSON Schema").transform(normalizeSchema);
var anyForm = chooseForm(
  "Condition",
  [predicate, byPath, full, fullOfElements, bySchema, any, all, not],
  (value) => {
    if (typeof value === "string") return predicate;
    return isJsonObject(value) ? formOf(value) : void 0;
  }
);
function formOf(value) {
  if ("any" in value) return any;
  if ("all" in value) return all;
  if ("not" in value && typeof value.not !== "boolean") return not;
  if ("schema" in value) return bySchema;
  const isFull = ["jq", "js", "operator", "expected"].some((key) => key in value);
  if (!isFull) return byPath;
  return ofElements.includes(value.operator) && typeof value.expected !== "boolean" ? fullOfElements : full;
}
__name(formOf, "formOf");

// src/tasks/compare.ts
import { readFile } from "node:fs/promises";

// src/expr/resolve.ts
async function resolve2(value, context, jq) {
  const [resolved] = await resolveEach(value, [context], jq);
  return resolved;
}
__name(resolve2, "resolve");
async function resolveEach(value, contexts, jq) {
  const results = /* @__PURE__ */ new Map();
  for (const template of listTemplates(value)) {
    if (!results.has(template)) results.set(template, await evaluateTemplate(template, contexts, jq));
  }
  return contexts.map(
    (_, index) => results.size === 0 ? value : replaceTemplates(value, (template) => results.get(template)?.[index])
  );
}
__name(resolveEach, "resolveEach");
function isContainer2(value) {
  return typeof value === "object" && value !== null && !holdsPrograms(value) && !(value instanceof Program);
}
__name(isContainer2, "isContainer");
function listTemplates(value) {
  if (value instanceof Template) return [value];
  return isContainer2(value) ? Object.values(value).flatMap(listTemplates) : [];
}
__name(listTemplates, "listTemplates");
function replaceTemplates(value, resultOf) {
  if (value instanceof Template) return resultOf(value);
  if (!isContainer2(value)) return value;
  if (Array.isArray(value)) return value.map((one) => replaceTemplates(one, resultOf));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaceTemplates(inner, resultOf)])
  );
}
__name(replaceTemplates, "replaceTemplates");
async function evaluateTemplate(template, contexts, jq) {
  const columns = [];
  for (const part of template.parts)
    columns.push(typeof part === "string" ? part : await evaluateProgram(part, contexts, jq));
  const [only] = columns;
  const isAlone = columns.length === 1 && typeof only === "object";
  return contexts.map((_, index) => {
    const value = isAlone ? only[index] ?? null : columns.map((column) => typeof column === "string" ? column : renderText(column[index] ?? null)).join("");
    return checkResult(template, value);
  });
}
__name(evaluateTemplate, "evaluateTemplate");
function renderText(value) {
  return typeof value === "string" ? value : renderJson(value);
}
__name(renderText, "renderText");
async function evaluateProgram(program, contexts, jq) {
  if (program.fault !== void 0) throw failure(program, program.fault);
  const given = contexts.map((context) => typeof context === "function" ? context() : context);
  const outcomes = await jq.evaluate(program, given);
  return given.map((context, index) => soleResult(program, outcomes[index], context));
}
__name(evaluateProgram, "evaluateProgram");
function soleResult(program, outcome, context) {
  const { outputs = [], error } = outcome ?? {};
  const [result] = outputs;
  if (error !== void 0) throw failure(program, error, context);
  if (result === void 0) throw failure(program, "it gave no result", context);
  if (outputs.length > 1) {
    const hint = "write [ ] around it for a list, or first( ) for the first";
    throw failure(program, `it gave ${outputs.length} results, not one`, context, hint);
  }
  return result;
}
__name(soleResult, "soleResult");
function failure(program, why, context, hint) {
  const keys = context && `the context has ${listKeys(context)}`;
  return new RunError("EXPRESSION_FAILED", `the expression "${program.source}" failed: ${why}`, {
    ...program.span ? { span: program.span } : {},
    hint: [hint, keys].filter((one) => one !== void 0).join("; ") || void 0
  });
}
__name(failure, "failure");
function listKeys(context) {
  return Object.entries(context).map(([key, value]) => isJsonObject(value) ? `.${key} ${listInner(value)}` : `.${key}`).join(", ");
}
__name(listKeys, "listKeys");
var MOST_KEYS = 12;
function listInner(value) {
  const keys = Object.keys(value);
  const shown2 = keys.slice(0, MOST_KEYS).join(", ");
  return `{${shown2}${keys.length > MOST_KEYS ? ", …" : ""}}`;
}
__name(listInner, "listInner");
function checkResult(template, value) {
  if (template.schema === void 0) return value;
  const read = readResult(template.schema, value);
  if (read.success) return read.data;
  const program = template.parts.find((part) => part instanceof Program);
  const wanted = [...new Set(read.error.issues.flatMap(describeIssue2))].join(" or ");
  throw new RunError(
    "EXPRESSION_FAILED",
    `"${template.source}" gave ${renderJson(value)}, expected ${wanted}`,
    {
      ...program?.span ? { span: program.span } : {}
    }
  );
}
__name(checkResult, "checkResult");
function describeIssue2(issue) {
  const at2 = issue.path.length === 0 ? "" : ` at .${issue.path.map(String).join(".")}`;
  switch (issue.code) {
    case "invalid_union":
      return issue.errors.flatMap((issues) => issues.flatMap(describeIssue2)).map((one) => `${one}${at2}`);
    case "invalid_type":
      return [`${issue.expected}${at2}`];
    case "invalid_value":
      return issue.values.map((allowed) => `${JSON.stringify(allowed)}${at2}`);
    default:
      return [`${issue.message.replace(/^(?:Invalid|Too \w+): (?:expected )?/, "")}${at2}`];
  }
}
__name(describeIssue2, "describeIssue");

// src/tasks/define-task.ts
var TaskSkipped = class {
  static {
    __name(this, "TaskSkipped");
  }
  because;
  constructor(because) {
    this.because = because;
  }
};
function defineTask(kind) {
  return kind;
}
__name(defineTask, "defineTask");

// src/tasks/scenario-files.ts
import { realpathSync, statSync } from "node:fs";
import { isAbsolute, relative as relative3, resolve as resolve3, sep } from "node:path";
function faultOfFile(written, { directory, repository }) {
  const path = resolve3(directory, written);
  if (isAbsolute(written) || !isInside(repository, path))
    return `the file "${written}" is outside of the repository`;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return `the file "${written}" does not exist`;
  if (!stats.isFile()) return `"${written}" is no file`;
  return isInside(realpathSync(repository), realpathSync(path)) ? void 0 : `the file "${written}" is outside of the repository`;
}
__name(faultOfFile, "faultOfFile");
function resolveFile(written, files) {
  const fault = faultOfFile(written, files);
  if (fault === void 0) return resolve3(files.directory, written);
  throw new RunError("FILE_NOT_READABLE", fault, {
    hint: `paths are relative to the scenario's file and stay inside ${files.repository}`
  });
}
__name(resolveFile, "resolveFile");
function isInside(directory, path) {
  const inside = relative3(directory, path);
  return inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
__name(isInside, "isInside");

// src/tasks/compare.ts
var fileReference = external_exports.strictObject({ file: external_exports.string().min(1).describe("a JSON file") });
var spec = external_exports.strictObject({
  actual: freeform().describe("what came"),
  expected: external_exports.union([fileReference, freeform()]).describe("what was expected, or { file: golden.json }"),
  ignore: external_exports.array(jqProgram()).optional().describe("jq paths that are taken out of both sides"),
  ordered: external_exports.boolean().optional().describe("the order of lists counts; default false"),
  mode: external_exports.enum(["equal", "contains"]).optional().describe("contains: the actual value may have more keys and elements; default equal"),
  tolerance: external_exports.number().min(0).optional().describe("how far apart numbers may be")
});
var MOST_NAMED = 3;
var compare2 = defineTask({
  kind: "compare",
  summary: "compares two values and reports the differences, path by path",
  emits: void 0,
  spec,
  files: /* @__PURE__ */ __name(({ expected }) => isFile(expected) ? [{ file: expected.file, path: ["expected", "file"] }] : [], "files"),
  async run(given, context) {
    const actual = await resolve2(given.actual, () => context.expressionContext(), context.jq);
    const expected = isFile(given.expected) ? await readGolden(given.expected.file, context) : await resolve2(given.expected, () => context.expressionContext(), context.jq);
    const [left, right] = await withoutIgnored([actual, expected], given.ignore ?? [], context);
    return { checks: [compareSides(left ?? null, right ?? null, { given, context })] };
  }
});
function isFile(expected) {
  return fileReference.safeParse(expected).success;
}
__name(isFile, "isFile");
async function readGolden(file, context) {
  const text14 = await readFile(resolveFile(file, context.files), "utf8");
  try {
    return parseJson(text14);
  } catch (cause) {
    throw new RunError("FILE_NOT_READABLE", `"${file}" is no JSON: ${describeError(cause)}`, { cause });
  }
}
__name(readGolden, "readGolden");
async function withoutIgnored(sides2, ignore, { jq }) {
  if (ignore.length === 0) return sides2;
  const program = ignore.map((path) => `del(${path.text})`).join(" | ");
  const outcomes = await jq.evaluate(program, sides2);
  return outcomes.map(({ outputs, error }, index) => {
    if (error !== void 0)
      throw new RunError(
        "EXPRESSION_FAILED",
        `cannot take ${ignore.join(", ")} out of the ${index === 0 ? "actual" : "expected"} value: ${error}`
      );
    return outputs[0] ?? null;
  });
}
__name(withoutIgnored, "withoutIgnored");
function compareSides(actual, expected, { given, context }) {
  const { ordered = false, mode = "equal", tolerance } = given;
  const how = { unordered: !ordered, partial: mode === "contains", ...compact({ tolerance }) };
  const passed = isSameValue(actual, expected, how);
  const difference = passed ? void 0 : findDifferences(actual, expected, how);
  const named = difference?.slice(0, MOST_NAMED).map(({ path, expected: wanted, actual: found }) => {
    if (found === void 0) return `${path} is missing`;
    return wanted === void 0 ? `${path} is there unexpectedly` : `${path}: expected ${renderJson(wanted)}, got ${renderJson(found)}`;
  });
  const more = (difference?.length ?? 0) > MOST_NAMED ? `; and ${(difference?.length ?? 0) - MOST_NAMED} more` : "";
  return {
    name: mode === "contains" ? "actual contains expected" : "actual equals expected",
    status: passed ? "passed" : "failed",
    operator: mode === "contains" ? "contains" : "equals",
    expected,
    actual,
    evaluated: 1,
    failed: passed ? 0 : 1,
    ...compact({
      message: named && `${named.join("; ")}${more}`,
      difference: difference && [...difference],
      span: context.spanOf(["compare", "expected"])
    })
  };
}
__name(compareSides, "compareSides");

// src/formats/codec/within.ts
function within(step2, inner) {
  try {
    return inner();
  } catch (cause) {
    throw placed(step2, cause);
  }
}
__name(within, "within");
function placed(step2, cause) {
  if (!(cause instanceof Unfit)) return cause;
  return new Unfit(`${renderStep(step2)}${joint(cause.message)}${cause.message}`, cause.hint);
}
__name(placed, "placed");
function renderStep(step2) {
  if (typeof step2 === "number") return `[${step2}]`;
  return /^[A-Za-z_]\w*$/.test(step2) ? `.${step2}` : `[${JSON.stringify(step2)}]`;
}
__name(renderStep, "renderStep");
function joint(message) {
  return /^(?:\.[A-Za-z_]|\[)/.test(message) ? "" : ": ";
}
__name(joint, "joint");

// src/formats/avro/decimal.ts
var DIGITS_OF_DOUBLE = 15;
function showDecimal(bytes2, { scale }) {
  const text14 = renderDecimal(parseTwosComplement(bytes2), scale);
  return text14.replace(/[-.]/g, "").replace(/^0+/, "").length <= DIGITS_OF_DOUBLE ? Number(text14) : text14;
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
  const digits2 = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  return `${unscaled < 0n ? "-" : ""}${digits2.slice(0, -scale)}.${digits2.slice(-scale)}`;
}
__name(renderDecimal, "renderDecimal");
var DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
function parseDecimal(value, scale) {
  const isDecimal = typeof value === "number" || typeof value === "bigint" || typeof value === "string";
  const [, sign, whole, fraction = "", exponent = "0"] = isDecimal && DECIMAL.exec(String(value)) || [];
  if (whole === void 0) throw new Unfit(`expected a decimal number, got ${showKind(value)}`);
  const digits2 = BigInt(`${sign}${whole}${fraction}`);
  const shift = scale + Number(exponent) - fraction.length;
  if (shift >= 0) return digits2 * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  if (digits2 % divisor === 0n) return digits2 / divisor;
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
function renderInstant(count2, unit) {
  const perSecond = PER_SECOND[unit];
  if (unit === "millis" && count2 < MOST_FAST_MS && count2 > -MOST_FAST_MS)
    return new Date(Number(count2)).toISOString();
  const fraction = (count2 % perSecond + perSecond) % perSecond;
  const seconds = (count2 - fraction) / perSecond;
  if (seconds > MOST_SECONDS || seconds < -MOST_SECONDS) return void 0;
  const toSecond = new Date(Number(seconds) * 1e3).toISOString().slice(0, -".000Z".length);
  return `${toSecond}.${renderFraction(fraction, perSecond)}Z`;
}
__name(renderInstant, "renderInstant");
var INSTANT = /^([+-]?\d{4,6}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9})\d*)?)?)?(Z|[+-]\d\d:\d\d)?$/;
function parseInstant(text14, unit) {
  const [, date2, minutes = "00:00", seconds = "00", fraction = "", zone = "Z"] = INSTANT.exec(text14) ?? [];
  const ms = date2 === void 0 ? Number.NaN : Date.parse(`${date2}T${minutes}:${seconds}${zone}`);
  if (Number.isNaN(ms)) return void 0;
  return BigInt(ms / 1e3) * PER_SECOND[unit] + parseFraction(fraction, PER_SECOND[unit]);
}
__name(parseInstant, "parseInstant");
function renderTimeOfDay(count2, unit) {
  const isInDay = count2 >= 0n && count2 < SECONDS_A_DAY * PER_SECOND[unit];
  return isInDay ? renderInstant(count2, unit)?.slice("1970-01-01T".length, -"Z".length) : void 0;
}
__name(renderTimeOfDay, "renderTimeOfDay");
function parseTimeOfDay(text14, unit) {
  return /^\d\d:/.test(text14) && !/Z|[+-]/.test(text14) ? parseInstant(`1970-01-01T${text14}`, unit) : void 0;
}
__name(parseTimeOfDay, "parseTimeOfDay");
function renderDate(days) {
  return renderInstant(BigInt(days) * SECONDS_A_DAY * PER_SECOND.millis, "millis")?.replace(/T.*/, "");
}
__name(renderDate, "renderDate");
function parseDate2(text14) {
  const ms = text14.includes(":") ? void 0 : parseInstant(text14, "millis");
  return ms === void 0 ? void 0 : Number(ms / PER_SECOND.millis / SECONDS_A_DAY);
}
__name(parseDate2, "parseDate");
function renderFraction(fraction, perSecond) {
  return fraction.toString().padStart(perSecond.toString().length - 1, "0");
}
__name(renderFraction, "renderFraction");
function parseFraction(digits2, perSecond) {
  const places = perSecond.toString().length - 1;
  return BigInt(digits2.slice(0, places).padEnd(places, "0"));
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
  const count2 = parseLogicalText(value, logical);
  if (count2 !== void 0) return count2;
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
function parseLogicalText(text14, logical) {
  switch (logical.name) {
    case "date": {
      const days = parseDate2(text14);
      return days === void 0 ? void 0 : BigInt(days);
    }
    case "time":
      return parseTimeOfDay(text14, logical.unit);
    case "timestamp":
    case "local-timestamp":
      return parseInstant(text14, logical.unit);
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
function defaultOfRecord(record2, written) {
  if (!isJsonObject(written)) return written;
  return Object.fromEntries(
    record2.fields.map((field) => {
      const given = written[field.name] ?? field.default;
      if (given === void 0)
        throw new Unfit(`the default of record "${record2.name}" has no "${field.name}"`);
      return [field.name, defaultOf(field.type, given)];
    })
  );
}
__name(defaultOfRecord, "defaultOfRecord");
function branchOf(branches, written) {
  const isNull3 = written === null;
  const branch = branches.find(({ kind }) => kind === "null" === isNull3) ?? branches[0];
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
    for (const { name: name3, read, position, as } of fields) {
      current = name3;
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
    const count2 = Number(cursor.long());
    if (count2 === 0) return;
    if (count2 < 0) cursor.long();
    if (Math.abs(count2) > cursor.left + MOST_EMPTY_ELEMENTS)
      throw new Unfit(`a block of ${Math.abs(count2)} elements`);
    for (const end = index + Math.abs(count2); index < end; index++) yield index;
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
  const count2 = depth >= DEEPEST ? 0 : randomWhole(random, 0, 3);
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
      return Array.from({ length: count2 }, () => inner(type.items));
    case "map":
      return Object.fromEntries(
        Array.from({ length: count2 }, () => [randomText(random), inner(type.values)])
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
  const digits2 = Math.min(precision, 9);
  const unscaled = randomWhole(random, 0, 10 ** digits2 - 1).toString().padStart(scale + 1, "0");
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
function writeRecord(value, record2, sink) {
  if (!isJsonObject(value))
    throw new Unfit(`expected a map for record "${record2.name}", got ${showKind(value)}`);
  const names2 = record2.fields.map(({ name: name3 }) => name3);
  const unknown = Object.keys(value).find((key) => !names2.includes(key));
  if (unknown !== void 0)
    throw new Unfit(`record "${record2.name}" has no field "${unknown}"`, didYouMean(unknown, names2));
  for (const field of record2.fields) {
    const given = Object.hasOwn(value, field.name) ? value[field.name] : void 0;
    const written = given === void 0 ? fallback(field) : given;
    if (written === void 0) throw new Unfit(`record "${record2.name}" needs the field "${field.name}"`);
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
  const all2 = branches.map((branch, index) => ({ index, branch, plain: value }));
  const plain = all2.filter(({ branch }) => branch.kind === "null" === (value === null));
  const isBinary = /* @__PURE__ */ __name(({ branch }) => branch.kind === "bytes" || branch.kind === "fixed", "isBinary");
  const [name3] = isJsonObject(value) && Object.keys(value).length === 1 ? Object.keys(value) : [];
  const named = all2.filter(({ branch }) => name3 !== void 0 && [nameOf(branch), shortName(nameOf(branch))].includes(name3)).map((candidate) => ({ ...candidate, plain: value[name3 ?? ""] ?? null }));
  return [...plain.filter((one) => !isBinary(one)), ...plain.filter(isBinary), ...named];
}
__name(candidates, "candidates");

// src/formats/avro/language.ts
var avroLanguage = {
  kind: "AVRO",
  compile({ text: text14, dependencies }, { logicalTypes }) {
    const names2 = /* @__PURE__ */ new Map();
    for (const dependency of dependencies) parseAvro(dependency.text, { names: names2, logicalTypes });
    return compileAvro(parseAvro(text14, { names: names2, logicalTypes }));
  },
  referenceName(_file, text14) {
    return nameOf(parseAvro(text14));
  }
};
function compileAvro(type) {
  const readers2 = /* @__PURE__ */ new Map();
  return {
    type,
    recordName: "name" in type ? type.name : void 0,
    encode: /* @__PURE__ */ __name((value) => writeAvro(value, type), "encode"),
    decode(bytes2, _isFramed, reader) {
      const seenAs = reader?.type ?? type;
      const read = readers2.get(seenAs) ?? compileAvroReader(type, seenAs);
      readers2.set(seenAs, read);
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
function missingReference({ name: name3, subject, version }, { url }) {
  return new RunError(
    "SCHEMA_NOT_FOUND",
    `the schema registry at ${url} has no version ${version} of subject "${subject}", which a schema refers to as "${name3}"`
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
  const text14 = decodeUtf8(bytes2);
  try {
    return parseJson(text14);
  } catch (cause) {
    throw new Unfit(`not JSON: ${describeError(cause)}`);
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
var EMAIL = /* @__PURE__ */ __name((input2) => {
  const matches2 = input2.match(EMAIL_ADDRESS);
  if (!matches2)
    return false;
  const name3 = matches2[1];
  const host = matches2[2];
  if (!name3 || !host || name3.length > 64 || host.length > 253)
    return false;
  if (name3[0] !== '"' && (name3[0] === "." || name3.endsWith(".") || name3.includes(".."))) {
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
var DURATION = /* @__PURE__ */ __name((input2) => /^P(?:\d+W|(?:(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?|T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)))$/.test(input2), "DURATION");
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
function isLeapYear(year2) {
  return year2 % 4 === 0 && (year2 % 100 !== 0 || year2 % 400 === 0);
}
__name(isLeapYear, "isLeapYear");
function date(str) {
  const matches2 = str.match(DATE);
  if (!matches2)
    return false;
  const yearPart = matches2[1];
  const monthPart = matches2[2];
  const dayPart = matches2[3];
  if (!yearPart || !monthPart || !dayPart)
    return false;
  const year2 = +yearPart;
  const month = +monthPart;
  const day = +dayPart;
  const maxDay = month == 2 && isLeapYear(year2) ? 29 : DAYS[month];
  return month >= 1 && month <= 12 && day >= 1 && maxDay !== void 0 && day <= maxDay;
}
__name(date, "date");
function time(full2, str) {
  const matches2 = str.match(TIME);
  if (!matches2)
    return false;
  const hourPart = matches2[1];
  const minutePart = matches2[2];
  const secondPart = matches2[3];
  if (!hourPart || !minutePart || !secondPart)
    return false;
  const hour = +hourPart;
  const minute = +minutePart;
  const second = +secondPart;
  const timeZone = matches2[5];
  const offsetSign = matches2[6];
  const offsetHour = +(matches2[7] ?? 0);
  const offsetMinute = +(matches2[8] ?? 0);
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59 || full2 && timeZone === void 0) {
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
    const matches2 = $oneOf.filter((subSchema, i) => {
      const subEvaluated = Object.create(evaluated);
      const result = validate(instance, subSchema, draft, lookup, shortCircuit, $recursiveAnchor === true ? recursiveAnchor : null, instanceLocation, `${keywordLocation}/${i}`, subEvaluated);
      errors.push(...result.errors);
      if (result.valid) {
        subEvaluateds.push(subEvaluated);
      }
      return result.valid;
    }).length;
    if (matches2 === 1) {
      errors.length = errorsLength;
    } else {
      errors.splice(errorsLength, 0, {
        instanceLocation,
        keyword: "oneOf",
        keywordLocation,
        error: `Instance does not match exactly one subschema (${matches2} matches).`
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
    let stop3 = false;
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
          stop3 = shortCircuit;
          errors.push({
            instanceLocation,
            keyword: "properties",
            keywordLocation,
            error: `Property "${key}" does not match schema.`
          }, ...result.errors);
          if (stop3)
            break;
        }
      }
    }
    if (!stop3 && $patternProperties !== void 0) {
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
            stop3 = shortCircuit;
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
    if (!stop3 && $additionalProperties !== void 0) {
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
          stop3 = shortCircuit;
          errors.push({
            instanceLocation,
            keyword: "additionalProperties",
            keywordLocation,
            error: `Property "${key}" does not match additional properties schema.`
          }, ...result.errors);
        }
      }
    } else if (!stop3 && $unevaluatedProperties !== void 0) {
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
    let stop3 = false;
    if ($prefixItems !== void 0) {
      const keywordLocation = `${schemaLocation}/prefixItems`;
      const length2 = Math.min($prefixItems.length, length);
      for (; i < length2; i++) {
        const result = validate(instance[i], $prefixItems[i], draft, lookup, shortCircuit, recursiveAnchor, `${instanceLocation}/${i}`, `${keywordLocation}/${i}`);
        evaluated[i] = true;
        if (!result.valid) {
          stop3 = shortCircuit;
          errors.push({
            instanceLocation,
            keyword: "prefixItems",
            keywordLocation,
            error: `Items did not match schema.`
          }, ...result.errors);
          if (stop3)
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
            stop3 = shortCircuit;
            errors.push({
              instanceLocation,
              keyword: "items",
              keywordLocation,
              error: `Items did not match schema.`
            }, ...result.errors);
            if (stop3)
              break;
          }
        }
      } else {
        for (; i < length; i++) {
          const result = validate(instance[i], $items, draft, lookup, shortCircuit, recursiveAnchor, `${instanceLocation}/${i}`, keywordLocation);
          evaluated[i] = true;
          if (!result.valid) {
            stop3 = shortCircuit;
            errors.push({
              instanceLocation,
              keyword: "items",
              keywordLocation,
              error: `Items did not match schema.`
            }, ...result.errors);
            if (stop3)
              break;
          }
        }
      }
      if (!stop3 && $additionalItems !== void 0) {
        const keywordLocation2 = `${schemaLocation}/additionalItems`;
        for (; i < length; i++) {
          const result = validate(instance[i], $additionalItems, draft, lookup, shortCircuit, recursiveAnchor, `${instanceLocation}/${i}`, keywordLocation2);
          evaluated[i] = true;
          if (!result.valid) {
            stop3 = shortCircuit;
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
    if (!stop3 && $unevaluatedItems !== void 0) {
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
  for (const { name: name3, schema: other } of references) {
    const id = new URL(name3, String(own.$id)).href;
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
    const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? typeOf2(schema)];
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
    const parts2 = [
      typeof $ref === "string" ? this.#at($ref) : void 0,
      this.#pick(Array.isArray(oneOf) ? oneOf : anyOf),
      ...Array.isArray(allOf) ? allOf : []
    ];
    return parts2.filter((part) => part !== void 0).map((part) => this.#plain(part, steps + 1)).reduce(merge2, own);
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
    const all2 = isJsonObject(properties) ? properties : {};
    const names2 = [.../* @__PURE__ */ new Set([...Object.keys(all2), ...needed])];
    const there = depth >= DEEPEST2 ? needed : names2;
    return Object.fromEntries(there.map((name3) => [name3, this.sample(all2[name3] ?? {}, depth + 1)]));
  }
  #list({ items, prefixItems, minItems, maxItems }, depth) {
    const fixed = Array.isArray(prefixItems) ? prefixItems : [];
    const least = numberOr(minItems, 0);
    const most = depth >= DEEPEST2 ? least : numberOr(maxItems, Math.max(least, 3));
    const count2 = Math.max(fixed.length, randomWhole(this.#random, least, most));
    return Array.from({ length: count2 }, (_, index) => this.sample(fixed[index] ?? items ?? {}, depth + 1));
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
    const step2 = numberOr(multipleOf, 1);
    const least = Math.max(
      numberOr(minimum, Number.NEGATIVE_INFINITY),
      numberOr(exclusiveMinimum, Number.NEGATIVE_INFINITY) + step2
    );
    const from2 = Number.isFinite(least) ? least : Math.min(0, numberOr(maximum, 1e3) - 1e3);
    const most = Math.min(
      numberOr(maximum, from2 + 1e3),
      numberOr(exclusiveMaximum, Number.POSITIVE_INFINITY) - step2
    );
    return randomWhole(this.#random, Math.ceil(from2 / step2), Math.floor(most / step2)) * step2;
  }
};
function typeOf2(schema) {
  if ("properties" in schema || "required" in schema) return "object";
  return "items" in schema || "prefixItems" in schema ? "array" : "string";
}
__name(typeOf2, "typeOf");
function merge2(one, other) {
  const required = [one.required, other.required].flatMap(
    (names2) => Array.isArray(names2) ? names2 : []
  );
  const [mine, theirs] = [one.properties, other.properties].map((map) => isJsonObject(map) ? map : {});
  return { ...one, ...other, properties: { ...mine, ...theirs }, required };
}
__name(merge2, "merge");
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
  compile({ text: text14, dependencies }) {
    const schema = parseSchema(text14);
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
function parseSchema(text14) {
  const schema = decodeJson(encodeUtf8(text14));
  if (isJsonObject(schema) || typeof schema === "boolean") return schema;
  throw new Unfit("a JSON schema is an object, true or false");
}
__name(parseSchema, "parseSchema");

// src/formats/string.ts
var string = definePlainFormat({
  about: "UTF-8 text; numbers and booleans are written as their text",
  encode: /* @__PURE__ */ __name((value) => encodeUtf8(textOf2(value)), "encode"),
  decode: decodeUtf8
});
function textOf2(value) {
  if (typeof value !== "object") return String(value);
  throw new Unfit(`expected text, got ${showKind(value)}`, 'write "json" for maps and lists');
}
__name(textOf2, "textOf");

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
  const text14 = readUtf8(bytes2);
  return text14 === void 0 || text14.includes("\0") ? renderBase64(bytes2) : structureOf(text14) ?? text14;
}
__name(decodeUnframed, "decodeUnframed");
var OPENS_STRUCTURE = /^\s*[[{]/;
function structureOf(text14) {
  if (!OPENS_STRUCTURE.test(text14)) return void 0;
  try {
    return parseJson(text14);
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
async function readLocalSchema(language, { file, schema, references = [] }, { readFile: readFile5 }) {
  const text14 = file === void 0 ? schema : await readText(file, readFile5);
  if (text14 === void 0) return void 0;
  const local = [];
  for (const path of references.filter((one) => typeof one === "string")) {
    const dependency = await readText(path, readFile5);
    const uses = local.map(({ name: name3 }) => name3);
    local.push({ name: language.referenceName(path, dependency), text: dependency, uses });
  }
  const imports = await language.readImports?.({ text: text14, file }, readFile5);
  return {
    text: text14,
    origin: file ?? "the schema of the scenario",
    local: [...local, ...imports?.dependencies ?? []],
    uses: [...local.map(({ name: name3 }) => name3), ...imports?.uses ?? []],
    registered: references.filter((one) => typeof one !== "string")
  };
}
__name(readLocalSchema, "readLocalSchema");
async function readText(path, readFile5) {
  try {
    return await readFile5(path);
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
  const enlist = /* @__PURE__ */ __name(async (name3, text14) => {
    if (register) return await registry.register(name3, text14, signal);
    const found = await registry.lookUp(name3, text14, signal);
    if (found) return found;
    throw new RunError(
      "SCHEMA_NOT_FOUND",
      `the schema registry at ${registry.url} does not have ${schema.origin} under subject "${name3}"`,
      {
        hint: 'add "register: true" to the format to register it'
      }
    );
  }, "enlist");
  const known = /* @__PURE__ */ new Map();
  for (const { name: name3, text: text14, uses = [] } of schema.local) {
    const references = uses.flatMap((use) => known.get(use) ?? []);
    const { version } = await enlist(name3, { kind, text: text14, references });
    known.set(name3, { name: name3, subject: name3, version });
  }
  return await enlist(subject, {
    kind,
    text: schema.text,
    references: [...schema.registered, ...schema.uses.flatMap((name3) => known.get(name3) ?? [])]
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
  const { options: options2, sources } = use;
  const local = await readLocalSchema(language, options2, sources);
  const isFramed = (options2.framing ?? (sources.registry ? "confluent" : "none")) === "confluent";
  if (isFramed || !local) requireRegistry(sources.registry);
  const finder = createSchemaFinder(language, use, local);
  const hasReader = local !== void 0 || options2.subject !== void 0 || !isFramed;
  const writers = new Once();
  const readers2 = new Once();
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
        hasReader ? readers2.prepare(topic, () => finder.findReader(topic, signal)) : void 0,
        schemaId === void 0 ? void 0 : written.prepare(schemaId, () => finder.findById(schemaId, signal))
      ].filter((one) => one !== void 0);
      return pending.length === 0 ? void 0 : Promise.all(pending).then(() => void 0);
    },
    decode(bytes2, { topic }) {
      const reader = hasReader ? prepared(readers2.get(topic)) : void 0;
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
function createSchemaFinder(language, { options: options2, part, sources: { registry } }, local) {
  const compile2 = /* @__PURE__ */ __name((origin, source) => compileSchema(language, { origin, source, options: options2 }), "compile");
  const compileLocal = /* @__PURE__ */ __name(async (given, signal) => {
    const dependencies = await dependenciesOf(given, registry, signal);
    return await compile2(given.origin, { text: given.text, dependencies });
  }, "compileLocal");
  const findRegistered = /* @__PURE__ */ __name(async (topic, signal) => {
    const known = requireRegistry(registry);
    const subject = subjectOf({ options: options2, part, topic, recordName: void 0 });
    const { version = "latest" } = options2;
    const schema = await known.schemaOf(subject, version, signal);
    if (!schema) throw missingSubject(known, subject, version);
    const dependencies = await resolveReferences(schema.references, known, signal);
    const compiled = await compile2(`version ${schema.version} of subject "${subject}"`, {
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
      const subject = subjectOf({ options: options2, part, topic, recordName: compiled.recordName });
      const { id } = await enlistSchema(
        local,
        { kind: language.kind, subject, register: options2.register === true },
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
        return await language.compile({ text: schema.text, dependencies }, options2);
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
  options: options2
}) {
  try {
    return await language.compile(source, options2);
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
var text6 = external_exports.string().min(1);
var reference = external_exports.union([
  text6.describe("a schema file"),
  external_exports.strictObject({ name: text6, subject: text6, version: external_exports.int().min(1) })
]);
var inlineSchema = external_exports.custom((value) => value !== null && value !== void 0).transform((value) => {
  return typeof value === "string" ? value : renderJson(value);
});
var schemaOptions = {
  file: text6.optional().describe("the schema, in a file"),
  schema: inlineSchema.optional().describe("the schema itself"),
  references: external_exports.array(reference).min(1).optional().describe(
    "what the schema refers to: files, or subjects with their version; those first that others need"
  ),
  subject: text6.optional().describe("in the schema registry; default: by the strategy"),
  version: external_exports.union([external_exports.literal("latest"), external_exports.int().min(1)]).optional().describe("of the subject; default latest"),
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
      "show times, decimals and the like as what they mean (default), or as the numbers underneath"
    )
  }).superRefine(checkSchemaOptions),
  bare: {},
  open: /* @__PURE__ */ __name((options2, part, sources) => openSchemaCodec(avroLanguage, { options: options2, part, sources }), "open")
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
    decode: /* @__PURE__ */ __name((bytes2, { headers: headers2 }) => ({ value: decodeEvent(bytes2, headers2) }), "decode")
  }), "open")
});
function requireEvent(value) {
  if (!isJsonObject(value)) throw new Unfit(`expected a map of attributes and data, got ${showKind(value)}`);
  const event = { specversion: "1.0", ...value };
  const missing = REQUIRED.find((name3) => typeof event[name3] !== "string" || event[name3] === "");
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
  const headers2 = Object.entries(attributes).map(
    ([name3, value]) => header(`${PREFIX}${name3}`, textOf3(name3, value))
  );
  return { bytes: dataBytes(data, binary, isJson), headers: [header(CONTENT_TYPE, contentType), ...headers2] };
}
__name(encodeBinary, "encodeBinary");
function dataBytes(data, binary, isJson) {
  if (binary === void 0) return isJson ? json.encode(data) : string.encode(data);
  const bytes2 = typeof binary === "string" ? parseBase64(binary) : void 0;
  if (!bytes2) throw new Unfit(`.data_base64: expected base64 text, got ${showKind(binary)}`);
  return bytes2;
}
__name(dataBytes, "dataBytes");
function textOf3(name3, value) {
  if (typeof value === "object")
    throw new Unfit(`.${name3}: an attribute is a scalar, got ${showKind(value)}`);
  return String(value);
}
__name(textOf3, "textOf");
function header(key, value) {
  return { key, value: encodeUtf8(value) };
}
__name(header, "header");
function decodeEvent(bytes2, headers2) {
  const texts = new Map(
    headers2.map(({ key, value }) => [key.toLowerCase(), value === null ? "" : readUtf8(value) ?? ""])
  );
  const contentType = texts.get(CONTENT_TYPE);
  if (texts.has(`${PREFIX}specversion`)) return decodeBinary(bytes2, texts, contentType);
  const event = decodeJson(bytes2);
  const missing = isJsonObject(event) ? REQUIRED.find((name3) => !(name3 in event)) : "specversion";
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
  const text14 = readUtf8(bytes2);
  return text14 === void 0 ? { data_base64: renderBase64(bytes2) } : { data: text14 };
}
__name(decodeData, "decodeData");
function isJsonType(contentType) {
  return /^[^;]*[/+]json\s*(?:;|$)/i.test(contentType);
}
__name(isJsonType, "isJsonType");

// src/formats/json-schema.ts
var jsonSchema = defineFormat({
  about: "JSON text that a JSON Schema allows; behind the schema id of Confluent's wire format when there is a schema registry",
  options: external_exports.strictObject(schemaOptions).superRefine(checkSchemaOptions),
  bare: {},
  open: /* @__PURE__ */ __name((options2, part, sources) => openSchemaCodec(jsonSchemaLanguage, { options: options2, part, sources }), "open")
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
var import_msgpack = __toESM(require_dist2(), 1);
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
    const text14 = decodeUtf8(bytes2);
    if (!UUID3.test(text14)) throw new Unfit(`${showValue(text14)} is not a UUID`);
    return text14;
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
  async open(options2, part, sources) {
    const { protobufLanguage } = await import("./part-formats-protobuf-language.js");
    return await openSchemaCodec(protobufLanguage, { options: options2, part, sources });
  }
});

// src/formats/windowed.ts
var START_BYTES = 8;
var windowed = defineFormat({
  about: "the windowed keys of Kafka Streams, as { key, start }; start in epoch milliseconds",
  options: external_exports.enum(Object.keys(plainFormats)).describe("the format of the key in it"),
  open(name3) {
    const inner = plainFormats[name3];
    return {
      encode(value) {
        if (!isJsonObject(value)) throw new Unfit(`expected { key, start }, got ${showKind(value)}`);
        const { key = null, start: start2 = null } = value;
        if (key === null) throw new Unfit("a window has a key");
        const bytes2 = within("key", () => inner.encode(key));
        const framed = Buffer.alloc(bytes2.length + START_BYTES);
        framed.set(bytes2);
        framed.writeBigInt64BE(
          within("start", () => wholeNumber(start2, 64)),
          bytes2.length
        );
        return { bytes: framed };
      },
      decode(bytes2) {
        const split = bytes2.length - START_BYTES;
        if (split < 0)
          throw new Unfit(`${bytes2.length} bytes, where the start of the window alone takes ${START_BYTES}`);
        const start2 = viewFixed(bytes2.subarray(split), START_BYTES).getBigInt64(0);
        return { value: { key: inner.decode(bytes2.subarray(0, split)), start: exactNumber(start2) } };
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
var bareNames = names.filter((name3) => formats[name3].bare !== void 0);
var withOptions = Object.entries(formats).flatMap(
  ([name3, { about, options: options2 }]) => options2 ? [external_exports.strictObject({ [name3]: options2 }).describe(about)] : []
);
var formatSpec = external_exports.union([
  // zod wants a non-empty tuple of names
  external_exports.enum(bareNames),
  ...withOptions
]).describe("how the bytes of keys or values are written and read; default auto");
var recordFormat = external_exports.strictObject({ key: formatSpec.optional(), value: formatSpec.optional() });
async function openFormat(spec6, part, sources) {
  const name3 = nameFormat(spec6);
  const format2 = formats[name3];
  const options2 = typeof spec6 === "object" ? spec6[name3] : format2.bare;
  return await format2.open(options2, part, sources);
}
__name(openFormat, "openFormat");
function nameFormat(spec6) {
  if (typeof spec6 !== "object") return spec6 ?? "auto";
  return names.find((name3) => name3 in spec6) ?? "auto";
}
__name(nameFormat, "nameFormat");
function filesOfFormat(format2) {
  return Object.entries(format2 ?? {}).flatMap(([part, spec6]) => {
    if (typeof spec6 !== "object") return [];
    const name3 = nameFormat(spec6);
    const { file, references = [] } = spec6[name3] ?? {};
    const at2 = ["format", part, name3];
    return [
      ...file === void 0 ? [] : [{ file, path: [...at2, "file"] }],
      ...references.flatMap(
        (one, index) => typeof one === "string" ? [{ file: one, path: [...at2, "references", index] }] : []
      )
    ];
  });
}
__name(filesOfFormat, "filesOfFormat");

// src/model/qualified-name.ts
function qualifiedName(cluster, name3) {
  return cluster === void 0 ? name3 : `${cluster}:${name3}`;
}
__name(qualifiedName, "qualifiedName");
function plainTopic(topic) {
  return topic.slice(topic.indexOf(":") + 1);
}
__name(plainTopic, "plainTopic");

// src/tasks/cluster-topic.ts
var clusterName = external_exports.string().min(1).describe("one of kafka.clusters; default: the first");
function topicAt(cluster, topic) {
  if (cluster === void 0) return topic;
  return topic instanceof Template ? new Template(qualifiedName(cluster, topic.source), topic.schema) : qualifiedName(cluster, topic);
}
__name(topicAt, "topicAt");

// src/tasks/consume/rules.ts
var DEFAULT_LIMIT_MS = 6e4;
var DEFAULT_SETTLE_MS = 300;
function windowRules({ stop: stop3, fail: fail3, expect }, { startedAtMs, sinceMs }) {
  const hasWindow = stop3?.after !== void 0 || stop3?.atEnd === true;
  const required = requiredRecords({ stop: stop3, expect });
  const enough = stop3?.records ?? (hasWindow ? void 0 : enoughRecords(expect));
  const limitMs = fail3?.after ?? (stop3?.after === void 0 ? DEFAULT_LIMIT_MS : void 0);
  return {
    required,
    enough: enough === 0 ? void 0 : enough,
    atMost: countRange(expect?.count).max,
    settleMs: isWholeJudged(expect) ? stop3?.settle ?? DEFAULT_SETTLE_MS : 0,
    deadlineAtMs: limitMs === void 0 || sinceMs === void 0 ? void 0 : sinceMs + limitMs,
    closesAtMs: stop3?.after === void 0 ? void 0 : startedAtMs + stop3.after,
    closesAtDeadline: !hasWindow && (enough === void 0 || enough > required || enough === 0),
    ...limitMs === void 0 ? {} : { limitMs }
  };
}
__name(windowRules, "windowRules");
function requiredRecords({ stop: stop3, expect }) {
  const { min } = countRange(expect?.count);
  const inSequence = expect?.sequence?.equals.length ?? 1;
  return Math.max(stop3?.records ?? 0, min ?? (stop3?.records === void 0 ? inSequence : 0));
}
__name(requiredRecords, "requiredRecords");
function enoughRecords(expect) {
  const { min, max } = countRange(expect?.count);
  if (min !== void 0 || max !== void 0) return max;
  const { sequence } = expect ?? {};
  if (sequence === void 0) return 1;
  return sequence.mode === "inOrder" ? void 0 : sequence.equals.length;
}
__name(enoughRecords, "enoughRecords");
function isWholeJudged(expect) {
  const { count: count2, unique, ordered, sequence } = expect ?? {};
  return [count2, unique, ordered, sequence].some((one) => one !== void 0);
}
__name(isWholeJudged, "isWholeJudged");
function countRange(count2) {
  if (count2 === void 0) return {};
  return typeof count2 === "number" ? { min: count2, max: count2 } : { min: count2.min ?? 0, max: count2.max };
}
__name(countRange, "countRange");
function allowsNone(count2) {
  const { min } = countRange(count2);
  return min === 0;
}
__name(allowsNone, "allowsNone");

// src/tasks/consume/topic-selector.ts
var PATTERN = /^(?:([^/:]+):)?\/(.+)\/$/;
function selectTopics(written) {
  return {
    names: written.filter((text14) => patternOf(text14) === void 0),
    patterns: written.flatMap((text14) => {
      const [, cluster, pattern] = PATTERN.exec(text14) ?? [];
      return pattern === void 0 ? [] : [{ text: text14, cluster, name: new RegExp(`^(?:${pattern})$`, "u") }];
    })
  };
}
__name(selectTopics, "selectTopics");
function patternOf(text14) {
  return PATTERN.exec(text14)?.[2];
}
__name(patternOf, "patternOf");
function selects({ names: names2, patterns }, topic) {
  const colon = topic.indexOf(":");
  const owner = colon < 0 ? void 0 : topic.slice(0, colon);
  const isMatch = /* @__PURE__ */ __name(({ cluster, name: name3 }) => cluster === owner && name3.test(plainTopic(topic)), "isMatch");
  return names2.includes(topic) || patterns.some(isMatch);
}
__name(selects, "selects");
function describeTopics({ names: names2, patterns }) {
  return [...names2, ...patterns.map(({ text: text14 }) => text14)].map((one) => `"${one}"`).join(", ");
}
__name(describeTopics, "describeTopics");

// src/tasks/consume/conclude.ts
var WORTH_TELLING_LAG_MS = 20;
var LONGEST_GRACE_MS = 5e3;
async function conclude(reader, spec6, context) {
  const checks = (await Promise.all(reader.expectations.map((one) => one.outcomes()))).flat();
  const failure2 = await missingTopic(reader, spec6) ?? endFailure(reader, spec6);
  const facts = consumeFacts(reader, spec6);
  if (reader.latest) context.reach(reader.latest.atMs);
  const outcome = {
    failure: failure2 && {
      message: failure2.message,
      span: context.spanOf(["consume", ...failure2.path])
    },
    detail: failure2 ? describeSeen(reader, facts) : void 0,
    checks,
    allowsNone: allowsNone(spec6.expect?.count),
    consume: facts,
    latencyMs: reader.latencies,
    seen: {
      misses: reader.sieve.misses.all,
      unreadable: reader.sieve.unreadable,
      compare: /* @__PURE__ */ __name((records) => reader.compare(records), "compare")
    },
    nextOffsets: reader.progress.nextOffsets
  };
  if (reader.window.end?.why === "deadline")
    return { ...outcome, afterwards: /* @__PURE__ */ __name(() => lookForLate(reader, { facts, outcome, context }), "afterwards") };
  await reader[Symbol.asyncDispose]();
  return outcome;
}
__name(conclude, "conclude");
async function missingTopic(reader, spec6) {
  if (spec6.missing === "allow" || reader.sieve.read > 0) return void 0;
  const [missing] = await reader.missingTopics();
  if (missing === void 0 || reader.window.end?.why === "deadline") return void 0;
  return {
    message: `topic "${missing}" does not exist`,
    path: [spec6.topic === void 0 ? "topics" : "topic"]
  };
}
__name(missingTopic, "missingTopic");
function endFailure(reader, spec6) {
  const { end, matched } = reader.window;
  const path = spec6.expect?.count === void 0 ? ["stop"] : ["expect", "count"];
  const { min, max } = countRange(spec6.expect?.count);
  switch (end?.why) {
    case "deadline":
      return {
        message: "Consumer reached the Timeout fail condition",
        path: spec6.fail ? ["fail", "after"] : []
      };
    case "undecodable":
      return { message: describeUnreadable(reader), path: spec6.format ? ["format"] : [] };
    case "too-many": {
      const match2 = reader.latest;
      const limit = min === max ? `exactly ${max}` : `at most ${max}`;
      return {
        message: `expected ${limit} matching records, got one more: ${match2 ? place(match2.view) : ""}`,
        path
      };
    }
    case "too-few": {
      const wanted = requiredRecords(spec6);
      return { message: `expected ${plural(wanted)} before the window ended, got ${matched}`, path };
    }
    default:
      return void 0;
  }
}
__name(endFailure, "endFailure");
function describeUnreadable(reader) {
  const [first] = reader.sieve.unreadable;
  return first ? `record ${place({ ...first.record, offset: exactNumber(first.record.offset) })} could not be read: ${first.reason}` : "";
}
__name(describeUnreadable, "describeUnreadable");
function consumeFacts(reader, spec6) {
  const { end, matched } = reader.window;
  const lagMs = roundMs(reader.loopLagMs);
  return {
    awaited: requiredRecords(spec6),
    matched,
    read: reader.sieve.read,
    filtered: reader.sieve.filtered,
    undecodable: reader.sieve.undecodable,
    ...reader.limitMs === void 0 ? {} : { limitMs: reader.limitMs },
    elapsedMs: roundMs((end?.atMs ?? reader.sinceMs) - reader.sinceMs),
    offsets: reader.progress.all.map(({ topic, partition, from: from2, to }) => ({
      topic,
      partition,
      from: exactNumber(from2),
      to: exactNumber(to)
    })),
    ...lagMs > WORTH_TELLING_LAG_MS ? { loopLagMs: lagMs } : {}
  };
}
__name(consumeFacts, "consumeFacts");
function describeSeen(reader, facts) {
  const topics = describeTopics(reader.topics);
  const limit = facts.limitMs === void 0 ? "" : `, limit ${renderDuration(facts.limitMs)}`;
  return [
    `awaited ${plural(facts.awaited)} on ${topics}${limit}, elapsed ${Math.round(facts.elapsedMs)} ms`,
    `${facts.matched} of ${plural(facts.awaited)}; ${facts.read} read, ${facts.filtered} filtered out${facts.undecodable > 0 ? `, ${facts.undecodable} could not be read` : ""}`,
    ...facts.loopLagMs === void 0 ? [] : [
      `flowproof's own process was up to ${Math.round(facts.loopLagMs)} ms late in this window: the machine was busy`
    ]
  ];
}
__name(describeSeen, "describeSeen");
async function lookForLate(reader, {
  facts,
  outcome,
  context
}) {
  var _stack = [];
  try {
    const _reader = __using(_stack, reader, true);
    const limitMs = facts.limitMs ?? 0;
    const deadlineMs = reader.sinceMs + limitMs;
    const match2 = await reader.findLate(deadlineMs + Math.min(2 * limitMs, LONGEST_GRACE_MS)).catch((cause) => {
      if (context.signal.aborted) return void 0;
      throw cause;
    });
    if (!match2) return {};
    const record2 = reader.viewMatch(match2, reader.sinceMs);
    const late = { record: record2, latencyMs: record2.latencyMs ?? 0, byMs: roundMs(match2.atMs - deadlineMs) };
    const sentence = `it came after ${Math.round(late.latencyMs)} ms, ${Math.round(late.byMs)} ms late: ${place(record2)}`;
    return { consume: { ...facts, late }, detail: [...outcome.detail ?? [], sentence] };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(lookForLate, "lookForLate");
function place({
  topic,
  partition,
  offset
}) {
  return `${topic}[${partition}]@${offset}`;
}
__name(place, "place");
function plural(count2) {
  return `${count2} record${count2 === 1 ? "" : "s"}`;
}
__name(plural, "plural");

// src/formats/record/view.ts
function viewHeaders(headers2) {
  return headers2.map(({ key, value }) => {
    if (value === null) return { key, value };
    const text14 = readUtf8(value);
    return text14 === void 0 ? { key, value: renderBase64(value), encoding: "base64" } : { key, value: text14 };
  });
}
__name(viewHeaders, "viewHeaders");
function recordContext(view) {
  const header2 = Object.fromEntries(view.headers.map(({ key, value }) => [key, value]));
  return { ...view, header: header2 };
}
__name(recordContext, "recordContext");

// src/tasks/consume/arrivals.ts
var MOST_QUEUED_BYTES = 64 * 1024 * 1024;
var RECORD_BYTES = 200;
var Arrivals = class {
  static {
    __name(this, "Arrivals");
  }
  #clock;
  #signal;
  #queue = [];
  #queuedBytes = 0;
  #room;
  #wake = /* @__PURE__ */ __name(() => void 0, "#wake");
  #isInterrupted = false;
  #moment;
  #onAbort = /* @__PURE__ */ __name(() => this.#wake(), "#onAbort");
  constructor(clock, signal) {
    this.#clock = clock;
    this.#signal = signal;
    signal.addEventListener("abort", this.#onAbort);
  }
  /** Takes a fetch; in order of arrival. A promise when very much waits to be read: it resolves when there is room again. */
  push(fetched) {
    this.#queue.push(fetched);
    this.#queuedBytes += sizeOf(fetched);
    this.#wake();
    if (this.#queuedBytes <= MOST_QUEUED_BYTES) return void 0;
    this.#room ??= Promise.withResolvers();
    return this.#room.promise;
  }
  /** Makes a pending `next` return, as the moment to wait for has changed. */
  interrupt() {
    this.#isInterrupted = true;
    this.#wake();
  }
  /**
   * The next fetch that arrived up to `momentMs`, or that the moment has passed; without a moment, the next fetch. The
   * same moment may be asked for again and again; it is best asked for before it comes.
   * @throws the signal's reason when it is aborted
   */
  async next(momentMs) {
    this.#arm(momentMs);
    for (; ; ) {
      this.#signal.throwIfAborted();
      const next = this.#take(momentMs);
      if (next) return next;
      await new Promise((resolve4) => {
        this.#wake = resolve4;
      });
    }
  }
  [Symbol.dispose]() {
    this.#moment?.timer[Symbol.dispose]();
    this.#signal.removeEventListener("abort", this.#onAbort);
  }
  #take(momentMs) {
    const first = this.#queue[0];
    const readUntilMs = this.#moment?.readUntilMs;
    if (first && (momentMs === void 0 || first.arrivedAtMs <= (readUntilMs ?? momentMs))) {
      this.#queue.shift();
      this.#makeRoom(first);
      return {
        kind: "arrival",
        arrival: { fetched: first, atMs: Math.min(first.arrivedAtMs, momentMs ?? first.arrivedAtMs) }
      };
    }
    if (readUntilMs !== void 0 && momentMs !== void 0) return { kind: "passed", momentMs };
    if (!this.#isInterrupted) return void 0;
    this.#isInterrupted = false;
    return { kind: "interrupted" };
  }
  #makeRoom(taken) {
    this.#queuedBytes -= sizeOf(taken);
    if (!this.#room || this.#queuedBytes > MOST_QUEUED_BYTES / 2) return;
    this.#room.resolve();
    this.#room = void 0;
  }
  #arm(momentMs) {
    if (this.#moment?.atMs === momentMs) return;
    this.#moment?.timer[Symbol.dispose]();
    this.#moment = momentMs === void 0 ? void 0 : this.#startTimer(momentMs);
  }
  #startTimer(atMs) {
    const isPast = this.#clock.nowMs() > atMs;
    const moment = {
      atMs,
      timer: this.#clock.at(atMs, () => {
        void this.#clock.poll().then(() => {
          Object.assign(moment, { readUntilMs: isPast ? atMs : this.#clock.nowMs() });
          this.#wake();
        });
      })
    };
    return moment;
  }
};
function sizeOf({ records }) {
  return records.reduce(
    (sum, { key, value }) => sum + RECORD_BYTES + (key?.length ?? 0) + (value?.length ?? 0),
    0
  );
}
__name(sizeOf, "sizeOf");

// src/tasks/consume/expect/latency.ts
var RANKS = [
  ["p50", 0.5],
  ["p95", 0.95],
  ["max", 1]
];
function expectLatency(spec6, context) {
  const latenciesMs = [];
  return {
    async offer(records) {
      for (const { latencyMs } of records) if (typeof latencyMs === "number") latenciesMs.push(latencyMs);
    },
    outcomes() {
      const sorted2 = latenciesMs.toSorted((a, b) => a - b);
      return RANKS.flatMap(([name3, share]) => {
        const limitMs = spec6[name3];
        if (limitMs === void 0) return [];
        const actualMs = sorted2.length === 0 ? void 0 : roundMs(nearestRank(sorted2, share));
        return [outcomeOf({ name: name3, limitMs, actualMs, count: sorted2.length, context })];
      });
    }
  };
}
__name(expectLatency, "expectLatency");
function outcomeOf({
  name: name3,
  limitMs,
  actualMs,
  count: count2,
  context
}) {
  const isMet = actualMs !== void 0 && actualMs <= limitMs;
  return {
    name: `latency ${name3}`,
    status: actualMs === void 0 ? "notEvaluated" : isMet ? "passed" : "failed",
    operator: "lessOrEqual",
    expected: limitMs,
    evaluated: count2,
    failed: isMet ? 0 : 1,
    ...compact({
      actual: actualMs,
      message: isMet ? void 0 : `expected at most ${renderDuration(limitMs)}, got ${actualMs} ms over ${count2} records`,
      span: context.spanOf(["consume", "expect", "latency", name3])
    })
  };
}
__name(outcomeOf, "outcomeOf");

// src/tasks/consume/expect/expectation.ts
function placeOf({ topic, partition, offset }) {
  return `${String(topic)}[${String(partition)}]@${String(offset)}`;
}
__name(placeOf, "placeOf");
function recordOf({ topic, partition, offset }) {
  return { topic: String(topic), partition: Number(partition), offset };
}
__name(recordOf, "recordOf");

// src/tasks/consume/expect/ordered.ts
function expectOrdered(spec6, context) {
  const { by, per = "partition", direction = "ascending", strict = false } = spec6;
  const last = /* @__PURE__ */ new Map();
  let evaluated = 0;
  let failed2 = 0;
  let first;
  const note2 = /* @__PURE__ */ __name((record2, value) => {
    evaluated++;
    const group2 = groupOf(record2, per);
    const before2 = last.get(group2);
    last.set(group2, { value, record: record2 });
    const fault = before2 && faultOf3(before2.value, value, { direction, strict });
    if (!before2 || fault === void 0) return;
    failed2++;
    first ??= {
      actual: value,
      record: recordOf(record2),
      message: `${renderJson(value)} in ${placeOf(record2)} ${fault} ${renderJson(before2.value)} in ${placeOf(before2.record)}`
    };
  }, "note");
  return {
    async offer(records) {
      const contexts = context.expressionContexts(records.map((record2) => ({ record: record2 })));
      const outcomes = await context.jq.evaluate(by, contexts);
      for (const [index, record2] of records.entries()) note2(record2, outcomes[index]?.outputs[0] ?? null);
    },
    outcomes: /* @__PURE__ */ __name(() => [
      {
        name: `ordered by ${by} per ${per}`,
        status: failed2 > 0 ? "failed" : evaluated > 0 ? "passed" : "notEvaluated",
        operator: strict ? `strictly ${direction}` : direction,
        evaluated,
        failed: failed2,
        ...first,
        ...compact({ span: context.spanOf(["consume", "expect", "ordered"]) })
      }
    ], "outcomes")
  };
}
__name(expectOrdered, "expectOrdered");
function groupOf({ topic, partition, key }, per) {
  if (per === "all") return "";
  return renderJson(per === "key" ? key ?? null : [topic ?? null, partition ?? null]);
}
__name(groupOf, "groupOf");
function faultOf3(before2, value, { direction, strict }) {
  const order = compare3(before2, value);
  if (order === void 0) return "cannot be compared with";
  if (order === 0) return strict ? "is not different from" : void 0;
  const goesUp = order < 0;
  if (goesUp === (direction === "ascending")) return void 0;
  return direction === "ascending" ? "comes after the greater" : "comes after the smaller";
}
__name(faultOf3, "faultOf");
function compare3(a, b) {
  const isNumber2 = /* @__PURE__ */ __name((value) => typeof value === "number" || typeof value === "bigint", "isNumber");
  const areComparable = isNumber2(a) && isNumber2(b) || typeof a === "string" && typeof b === "string";
  if (!areComparable) return void 0;
  const [left, right] = [a, b];
  return left < right ? -1 : left > right ? 1 : 0;
}
__name(compare3, "compare");

// src/tasks/consume/expect/sequence.ts
import { isDeepStrictEqual } from "node:util";
var MOST_KEPT = 1e4;
var MOST_SHOWN = 20;
function expectSequence(spec6, context) {
  const { of, equals: equals2, mode = "exact" } = spec6;
  const values = [];
  const holds = /* @__PURE__ */ __name(() => HOLDS[mode](values, equals2), "holds");
  return {
    async offer(records) {
      const contexts = context.expressionContexts(records.map((record2) => ({ record: record2 })));
      const outcomes = await context.jq.evaluate(of, contexts);
      if (values.length < MOST_KEPT) values.push(...outcomes.map(({ outputs }) => outputs[0] ?? null));
    },
    isComplete: /* @__PURE__ */ __name(() => mode === "inOrder" && holds(), "isComplete"),
    outcomes: /* @__PURE__ */ __name(() => {
      const passed = holds();
      const status = passed ? "passed" : values.length > 0 ? "failed" : "notEvaluated";
      return [
        {
          name: `sequence of ${of}`,
          status,
          operator: mode === "exact" ? "equals" : mode === "inOrder" ? "contains in order" : "same elements",
          expected: equals2,
          actual: values.slice(0, MOST_SHOWN),
          evaluated: values.length,
          failed: passed ? 0 : 1,
          ...compact({
            message: passed ? void 0 : describe2(values, equals2),
            span: context.spanOf(["consume", "expect", "sequence"])
          })
        }
      ];
    }, "outcomes")
  };
}
__name(expectSequence, "expectSequence");
var HOLDS = {
  exact: /* @__PURE__ */ __name((values, equals2) => isDeepStrictEqual(values, equals2), "exact"),
  inOrder(values, equals2) {
    let next = 0;
    for (const value of values) if (next < equals2.length && isDeepStrictEqual(value, equals2[next])) next++;
    return next === equals2.length;
  },
  anyOrder: /* @__PURE__ */ __name((values, equals2) => isDeepStrictEqual(sorted(values), sorted(equals2)), "anyOrder")
};
function sorted(values) {
  return values.map((value) => renderJson(value)).toSorted();
}
__name(sorted, "sorted");
function describe2(values, equals2) {
  const show = /* @__PURE__ */ __name((list2) => `${renderJson(list2.slice(0, MOST_SHOWN))}${list2.length > MOST_SHOWN ? ` and ${list2.length - MOST_SHOWN} more` : ""}`, "show");
  return `expected ${show(equals2)}, got ${show(values)}`;
}
__name(describe2, "describe");

// src/tasks/consume/expect/unique.ts
function expectUnique(of, context) {
  const places = /* @__PURE__ */ new Map();
  let evaluated = 0;
  let failed2 = 0;
  let first;
  const note2 = /* @__PURE__ */ __name((record2, value) => {
    evaluated++;
    const key = renderJson(value);
    const earlier2 = places.get(key);
    if (earlier2 === void 0) {
      places.set(key, placeOf(record2));
      return;
    }
    failed2++;
    first ??= {
      actual: value,
      record: recordOf(record2),
      message: `${key} came twice: in ${earlier2} and in ${placeOf(record2)}`
    };
  }, "note");
  return {
    async offer(records) {
      const contexts = context.expressionContexts(records.map((record2) => ({ record: record2 })));
      const outcomes = await context.jq.evaluate(of, contexts);
      for (const [index, record2] of records.entries()) {
        const [value] = outcomes[index]?.outputs ?? [];
        if (value !== void 0) note2(record2, value);
      }
    },
    outcomes: /* @__PURE__ */ __name(() => [
      {
        name: `unique: ${of}`,
        status: failed2 > 0 ? "failed" : evaluated > 0 ? "passed" : "notEvaluated",
        operator: "unique",
        evaluated,
        failed: failed2,
        ...first,
        ...compact({ span: context.spanOf(["consume", "expect", "unique"]) })
      }
    ], "outcomes")
  };
}
__name(expectUnique, "expectUnique");

// src/checks/apply-operator.ts
function applyOperator(written, actual, circumstances) {
  const check = normalize(written);
  const operator = operators[check.operator];
  if ((actual ?? null) === null && !operator.takesNothing)
    return check.not ? { passed: true } : failed(check, actual);
  const type = typeFor(operator, check, { actual, known: circumstances.known });
  if (!areSidesRight(check, actual, { type, nowMs: circumstances.nowMs }))
    return failed(check, actual, { areTypesWrong: true });
  const expected = check.expected ?? null;
  const fault = operator.faultOf?.(expected, check);
  if (fault !== void 0) return { passed: false, message: `${failed(check, actual).message}: ${fault}` };
  const holds = operator.test(actual, expected, { ...check, ...circumstances, type: type ?? "any" });
  if (holds !== check.not) return { passed: true };
  const difference = check.not ? [] : differencesOf(operator, check, actual);
  return { ...failed(check, actual), ...difference.length > 0 ? { difference } : {} };
}
__name(applyOperator, "applyOperator");
function areSidesRight({ operator: name3, expected = null, format: format2 }, actual, { type, nowMs }) {
  const operator = operators[name3];
  const value = actual ?? null;
  if (value !== null && (type === void 0 || !isOfType(value, type, format2))) return false;
  const wanted = operator.expects(type ?? "any");
  return wanted === "date" ? parseExpectedDate(expected, nowMs, format2) !== void 0 : isOfType(expected, wanted);
}
__name(areSidesRight, "areSidesRight");
function differencesOf({ differences }, check, actual) {
  const isStructured = typeof actual === "object" && actual !== null;
  return isStructured ? differences?.(actual, check.expected ?? null, check) ?? [] : [];
}
__name(differencesOf, "differencesOf");
function normalize(check) {
  const not2 = check.not === true;
  if (check.operator === "equals" && (check.expected ?? null) === null)
    return { ...check, not: not2, operator: "isNull", expected: true };
  if (!("isFlag" in operators[check.operator])) return { ...check, not: not2 };
  const isTurned = check.expected === false;
  return { ...check, not: isTurned ? !not2 : not2, expected: isTurned ? true : check.expected ?? true };
}
__name(normalize, "normalize");
function typeFor({ types, typeFrom = "actual" }, { type, format: format2, expected }, { actual, known }) {
  if (type !== void 0) return type;
  if (format2 !== void 0 && types.includes("date")) return "date";
  if (types.length === 1) return types[0];
  if (known) return "list";
  const decisive = (typeFrom === "expected" ? expected : actual) ?? null;
  return types.find((one) => isOfType(decisive, one));
}
__name(typeFor, "typeFor");
function failed(check, actual, { areTypesWrong = false } = {}) {
  const { phrase, isFlag } = operators[check.operator];
  const { expected = null } = check;
  const isYes = isFlag && expected === true;
  const types = areTypesWrong ? typeNames(check, actual) : { left: "", right: "" };
  const wanted = isYes ? "" : `${showValue3(expected)}${types.right}`;
  const words = [check.not ? "not" : "", phrase, wanted].filter((word) => word !== "").join(" ");
  return { passed: false, message: `expected ${words}, got ${showValue3(actual)}${types.left}` };
}
__name(failed, "failed");
function typeNames({ operator, type, format: format2, expected = null }, actual) {
  const isDateWanted = type === "date" || format2 !== void 0 || operators[operator].types[0] === "date";
  const isDate = /* @__PURE__ */ __name((moment) => isDateWanted && moment !== void 0, "isDate");
  const left = actual ?? null;
  return {
    left: actual === void 0 ? "" : ` (${isDate(parseDate(left, format2)) ? "date" : typeOf(left)})`,
    right: ` (${isDate(parseExpectedDate(expected, 0, format2)) ? "date" : typeOf(expected)})`
  };
}
__name(typeNames, "typeNames");
var LONGEST3 = 200;
function showValue3(value) {
  if (value === void 0) return "nothing: the path is missing";
  const text14 = renderJson(value);
  return text14.length > LONGEST3 ? `${text14.slice(0, LONGEST3)}…` : text14;
}
__name(showValue3, "showValue");

// src/tasks/condition/judge-operators.ts
async function judgeOperators({ program, operators: checks }, cases, tools) {
  const left = await leftSides(program, cases, tools.jq);
  const columns = await Promise.all(checks.map((check) => judgeCheck(check, { left, cases, tools })));
  return cases.map((_, index) => {
    const each = columns.flatMap((column) => column[index] ?? []);
    return each.find((one) => !one.passed) ?? each[0] ?? { passed: true, operator: "equals" };
  });
}
__name(judgeOperators, "judgeOperators");
async function leftSides(program, cases, jq) {
  const inputs = cases.map(({ input: input2 }) => input2);
  const outcomes = await jq.evaluate(program, inputs);
  const nulls = [...outcomes.keys()].filter((index) => isNull2(outcomes[index]));
  const found = await jq.exists(
    program,
    nulls.map((index) => inputs[index] ?? null)
  );
  const missing = new Set(nulls.filter((_, index) => !found[index]));
  return outcomes.map((outcome, index) => missing.has(index) ? { value: void 0 } : leftSide(outcome));
}
__name(leftSides, "leftSides");
function isNull2(outcome) {
  return outcome?.error === void 0 && outcome?.outputs.length === 1 && outcome.outputs[0] === null;
}
__name(isNull2, "isNull");
function leftSide({ outputs, error }) {
  if (error !== void 0) return { value: void 0, fault: `an error: ${error}` };
  if (outputs.length > 1)
    return {
      value: outputs,
      fault: `${outputs.length} results, where one was expected: ${showValue3(outputs)}`
    };
  return { value: outputs[0] };
}
__name(leftSide, "leftSide");
async function judgeCheck(written, column) {
  const { left, cases, tools } = column;
  const contexts = cases.map(({ context }) => context);
  const { condition: condition2, ...rest } = written;
  const resolved = await resolveEach(rest, contexts, tools.jq);
  const checks = resolved.map(
    (check) => condition2 ? { ...check, expected: condition2.name } : check
    // its templates are resolved
  );
  const nowMs = tools.clock.wallMs();
  const known = await findOut(written, { ...column, checks });
  return left.map(({ value, fault }, index) => {
    const check = checks[index] ?? { operator: written.operator };
    const operator = check.not === true ? `not ${check.operator}` : check.operator;
    const sides2 = { operator, expected: check.expected, actual: value };
    const beforehand = known[index];
    const trouble = fault ?? (typeof beforehand === "string" ? `no answer: ${beforehand}` : void 0);
    if (trouble !== void 0)
      return {
        ...sides2,
        passed: false,
        message: `expected ${operator} ${showExpected(check)}, got ${trouble}`
      };
    const circumstances = { nowMs, known: typeof beforehand === "string" ? void 0 : beforehand };
    return { ...sides2, ...applyOperator(check, value, circumstances) };
  });
}
__name(judgeCheck, "judgeCheck");
function showExpected({ expected }) {
  return expected === void 0 ? "" : showValue3(expected);
}
__name(showExpected, "showExpected");
async function findOut({ condition: condition2, operator: name3 }, column) {
  const { beforehand } = operators[name3];
  if (beforehand === "search") return searchEach(column);
  return beforehand === "condition" && condition2 ? judgeElements(condition2, column) : [];
}
__name(findOut, "findOut");
async function judgeElements(condition2, { left, cases, tools }) {
  const lists = left.map(({ value, fault }) => Array.isArray(value) && fault === void 0 ? value : []);
  const elements = lists.flatMap(
    (list2, index) => list2.map((input2) => ({ input: input2, context: cases[index]?.context ?? {} }))
  );
  const verdicts = (await tools.judgeCases(condition2, elements, tools)).values();
  return lists.map((list2) => list2.map(() => verdicts.next().value?.passed === true));
}
__name(judgeElements, "judgeElements");
async function searchEach({
  left,
  checks,
  tools
}) {
  const found = [];
  const patterns = new Set(checks.map(({ expected }) => expected));
  for (const pattern of patterns) {
    const indexes = [...checks.keys()].filter((index) => checks[index]?.expected === pattern);
    const verdicts = await search(pattern, { left, indexes, check: checks[indexes[0] ?? 0], jq: tools.jq });
    for (const [at2, index] of indexes.entries())
      found[index] = typeof verdicts === "string" ? verdicts : [verdicts[at2] === true];
  }
  return found;
}
__name(searchEach, "searchEach");
async function search(pattern, about) {
  const { check, indexes, left, jq } = about;
  const isPattern3 = typeof pattern === "string" && operators.matches.faultOf?.(pattern, check ?? {}) === void 0;
  if (!isPattern3) return [];
  const texts = indexes.map((index) => left[index]?.value);
  const plain = texts.map((text14) => typeof text14 === "string" ? plainText(text14, { trim: check?.trim }) : "");
  return jq.search(pattern, patternFlags(check ?? {}), plain);
}
__name(search, "search");

// src/tasks/condition/judge-schema.ts
var SUBJECTS = {
  record: ".record.value",
  response: ".response.body",
  row: ".row",
  result: ".result"
};
async function judgeSchema(condition2, cases, { jq, formats: formats2 }) {
  const validate3 = await validatorOf(condition2, formats2);
  const inputs = cases.map(({ input: input2 }) => input2);
  const outcomes = await jq.evaluate(condition2.program ?? subjectOf2(inputs[0] ?? null), inputs);
  return outcomes.map(({ outputs, error }) => {
    const sides2 = { operator: "schema", expected: nameOf3(condition2), actual: outputs[0] };
    const expected = `expected to be valid by ${nameOf3(condition2)}`;
    if (error !== void 0)
      return { ...sides2, passed: false, message: `${expected}, got an error: ${error}` };
    if (outputs.length === 0) return { ...sides2, passed: false, message: `${expected}, got no result` };
    const [violation] = outputs.flatMap(validate3);
    if (!violation) return { ...sides2, passed: true };
    const got = showValue3(outputs.length === 1 ? outputs[0] : outputs);
    return { ...sides2, passed: false, message: `${expected}, got ${got}: ${describe3(violation)}` };
  });
}
__name(judgeSchema, "judgeSchema");
function subjectOf2(input2) {
  const found = Object.entries(SUBJECTS).find(([what]) => isJsonObject(input2) && what in input2);
  return found?.[1] ?? ".";
}
__name(subjectOf2, "subjectOf");
function nameOf3({ schema }) {
  return typeof schema === "string" ? `"${schema}"` : "the schema";
}
__name(nameOf3, "nameOf");
function describe3({ path, message }) {
  return path === "" ? message : `${path}: ${message}`;
}
__name(describe3, "describe");
var validators = /* @__PURE__ */ new WeakMap();
function validatorOf(condition2, formats2) {
  const known = validators.get(condition2) ?? createValidator(condition2, formats2);
  validators.set(condition2, known);
  return known;
}
__name(validatorOf, "validatorOf");
async function createValidator({ schema }, formats2) {
  if (typeof schema !== "string") return compileJsonSchema(schema);
  return compileJsonSchema(parseSchema2(schema, await formats2.readFile(schema)));
}
__name(createValidator, "createValidator");
function parseSchema2(file, text14) {
  try {
    return parseJson(text14);
  } catch (cause) {
    throw new RunError("FILE_NOT_READABLE", `"${file}" is no JSON: ${describeError(cause)}`, { cause });
  }
}
__name(parseSchema2, "parseSchema");

// src/tasks/condition/judge.ts
function judge(condition2, contexts, surroundings) {
  const cases = contexts.map((context) => ({ input: context, context }));
  return judgeCases(condition2, cases, surroundings);
}
__name(judge, "judge");
async function judgeCases(condition2, cases, surroundings) {
  switch (condition2.test) {
    case "predicate": {
      const inputs = cases.map(({ input: input2 }) => input2);
      return (await surroundings.jq.evaluate(condition2.program, inputs)).map(judgePredicate);
    }
    case "operators":
      return judgeOperators(condition2, cases, { ...surroundings, judgeCases });
    case "schema":
      return judgeSchema(condition2, cases, surroundings);
    case "not": {
      const inner = await judgeCases(condition2.condition, cases, surroundings);
      return inner.map((one) => turnRound(one, condition2));
    }
    default: {
      const each = await Promise.all(condition2.conditions.map((one) => judgeCases(one, cases, surroundings)));
      return cases.map(
        (_, index) => combine(
          condition2,
          each.flatMap((of) => of[index] ?? [])
        )
      );
    }
  }
}
__name(judgeCases, "judgeCases");
function judgePredicate({ outputs, error }) {
  const sides2 = { operator: "is true", expected: true };
  const wrong = outputs.find((output) => output !== true);
  if (wrong !== void 0)
    return { ...sides2, passed: false, actual: wrong, message: `expected true, got ${showValue3(wrong)}` };
  if (error !== void 0)
    return { ...sides2, passed: false, message: `expected true, got an error: ${error}` };
  return outputs.length === 0 ? { ...sides2, passed: false, message: "expected true, got no result" } : { ...sides2, passed: true, actual: true };
}
__name(judgePredicate, "judgePredicate");
function turnRound(inner, { condition: condition2 }) {
  const { message: _message, difference: _difference, ...sides2 } = inner;
  const operator = `not ${inner.operator}`;
  if (!inner.passed) return { ...sides2, operator, passed: true };
  const actual = inner.actual === void 0 ? "" : `: got ${showValue3(inner.actual)}`;
  return { ...sides2, operator, passed: false, message: `expected not to hold: ${condition2.name}${actual}` };
}
__name(turnRound, "turnRound");
function combine({ test, conditions }, each) {
  const isFailed = /* @__PURE__ */ __name((one) => one?.passed !== true, "isFailed");
  const failed2 = conditions.filter((_, index) => isFailed(each[index]));
  const passed = test === "all" ? failed2.length === 0 : failed2.length < conditions.length;
  if (passed) return { passed, operator: test };
  const reasons = conditions.flatMap(
    ({ name: name3 }, index) => isFailed(each[index]) ? [`${name3}: ${each[index]?.message ?? "it does not hold"}`] : []
  );
  const first = each.find(isFailed);
  return {
    passed,
    operator: test,
    expected: first?.expected,
    actual: first?.actual,
    message: `${test === "any" ? "none holds" : "not all hold"}: ${reasons.join("; ")}`
  };
}
__name(combine, "combine");

// src/tasks/check-tally.ts
var CheckTally = class {
  static {
    __name(this, "CheckTally");
  }
  #checks;
  #counts;
  #spanOf;
  constructor(checks, spanOf) {
    this.#checks = checks;
    this.#counts = checks.map(() => ({ evaluated: 0, failed: 0, shown: void 0 }));
    this.#spanOf = spanOf;
  }
  /** Evaluates every check on every context, in order. */
  async add(contexts, surroundings) {
    if (contexts.length === 0) return;
    const judged = await Promise.all(this.#checks.map((check) => judge(check, contexts, surroundings)));
    for (const [index, judgements] of judged.entries()) {
      const count2 = this.#counts[index];
      if (count2) note(count2, judgements, contexts);
    }
  }
  /** One entry a check, in their order. */
  outcomes() {
    return this.#checks.map((check, index) => {
      const { evaluated, failed: failed2, shown: shown2 } = this.#counts[index] ?? {
        evaluated: 0,
        failed: 0,
        shown: void 0
      };
      const status = shown2 === void 0 ? "notEvaluated" : failed2 > 0 ? "failed" : "passed";
      const { expected, actual, message, difference } = shown2?.judgement ?? {};
      return {
        name: check.name,
        status,
        operator: shown2?.judgement.operator ?? operatorOf(check),
        evaluated,
        failed: failed2,
        ...compact({
          expected,
          actual,
          message,
          difference: difference && [...difference],
          record: placeOf2(shown2?.context),
          span: this.#spanOf(index)
        })
      };
    });
  }
};
function note(count2, judgements, contexts) {
  const failures = judgements.filter((one) => !one.passed).length;
  const firstFailed = judgements.findIndex((one) => !one.passed);
  const index = firstFailed >= 0 ? firstFailed : judgements.length - 1;
  const judgement = judgements[index];
  if (judgement && (count2.failed === 0 || !count2.shown))
    count2.shown = { judgement, context: contexts[index] ?? {} };
  count2.evaluated += judgements.length;
  count2.failed += failures;
}
__name(note, "note");
function describeFailedCheck(check) {
  if (check.status === "notEvaluated") return `check "${check.name}" was never evaluated: no record`;
  const share = check.evaluated > 1 ? ` (${check.failed} of ${check.evaluated})` : "";
  return `check "${check.name}" failed: ${check.message ?? "it does not hold"}${share}`;
}
__name(describeFailedCheck, "describeFailedCheck");
function operatorOf(check) {
  if (check.test !== "operators") return check.test === "predicate" ? "is true" : check.test;
  return check.operators[0]?.operator ?? "equals";
}
__name(operatorOf, "operatorOf");
function placeOf2(context) {
  const record2 = context?.record;
  if (!isJsonObject(record2)) return void 0;
  const { topic, partition, offset } = record2;
  return typeof topic === "string" && typeof partition === "number" && (typeof offset === "number" || typeof offset === "bigint") ? { topic, partition, offset } : void 0;
}
__name(placeOf2, "placeOf");

// src/tasks/record-collection.ts
var MOST_KEPT2 = 1e4;
var RecordCollection = class {
  static {
    __name(this, "RecordCollection");
  }
  #records = [];
  #table = /* @__PURE__ */ new Map();
  #count = 0;
  add(record2) {
    this.#count++;
    if (this.#records.length < MOST_KEPT2) this.#records.push(record2);
    const { key = null, value = null } = record2;
    if (key === null) return;
    const name3 = typeof key === "object" ? renderJson(key) : String(key);
    if (this.#table.size < MOST_KEPT2 || this.#table.has(name3)) this.#table.set(name3, value);
  }
  get count() {
    return this.#count;
  }
  /** Those that are kept, in order. */
  get records() {
    return this.#records;
  }
  /** What is known now; later records do not change it. */
  view() {
    return { records: [...this.#records], table: Object.fromEntries(this.#table), count: this.#count };
  }
};

// src/tasks/consume/expect/whole.ts
function expectWhole(conditions, context) {
  const collection = new RecordCollection();
  return {
    async offer(records) {
      for (const record2 of records) collection.add(record2);
    },
    async outcomes() {
      const tally = new CheckTally(
        conditions,
        (index) => context.spanOf(["consume", "expect", "checks", index])
      );
      await tally.add(context.expressionContexts([collection.view()]), context);
      return tally.outcomes();
    }
  };
}
__name(expectWhole, "expectWhole");

// src/tasks/consume/expect/open-expectations.ts
function openExpectations({ expect = {} }, context) {
  const { unique, ordered, sequence, latency, checks } = expect;
  return [
    unique && expectUnique(unique, context),
    ordered && expectOrdered(ordered, context),
    sequence && expectSequence(sequence, context),
    latency && expectLatency(latency, context),
    checks && expectWhole(checks, context)
  ].filter((one) => one !== void 0);
}
__name(openExpectations, "openExpectations");

// src/tasks/consume/limit.ts
function openLimit(options2) {
  const { since, context } = options2;
  if (since === void 0) return fromMoment(context.startedAtMs);
  return typeof since === "string" ? fromTask(since, options2) : new RecordLimit(since, options2);
}
__name(openLimit, "openLimit");
function fromMoment(sinceMs) {
  return {
    isKnown: true,
    sinceMs,
    known: /* @__PURE__ */ __name(async () => void 0, "known"),
    prepare: /* @__PURE__ */ __name(async () => void 0, "prepare"),
    meet: /* @__PURE__ */ __name(() => sinceMs, "meet"),
    [Symbol.dispose]: () => void 0
  };
}
__name(fromMoment, "fromMoment");
function fromTask(task, { limitMs, window, context, onChange }) {
  let sinceMs;
  const known = context.momentOf(task).then((momentMs) => {
    sinceMs = momentMs;
    if (limitMs !== void 0) window.startDeadline(momentMs + limitMs);
  });
  known.then(onChange, onChange);
  return {
    get isKnown() {
      return sinceMs !== void 0;
    },
    get sinceMs() {
      return sinceMs ?? context.startedAtMs;
    },
    known: /* @__PURE__ */ __name(() => known, "known"),
    prepare: /* @__PURE__ */ __name(async () => void 0, "prepare"),
    meet: /* @__PURE__ */ __name(() => sinceMs, "meet"),
    [Symbol.dispose]: () => void 0
  };
}
__name(fromTask, "fromTask");
var RecordLimit = class {
  static {
    __name(this, "RecordLimit");
  }
  isKnown = true;
  sinceMs;
  #options;
  #on;
  #following;
  /** Moments of records that have no counterpart yet, by value. */
  #awaited = /* @__PURE__ */ new Map();
  #keys = /* @__PURE__ */ new Map();
  /** The evaluation of what the other task brought so far. */
  #caughtUp = Promise.resolve();
  constructor(since, options2) {
    this.#options = options2;
    this.#on = since.on;
    this.sinceMs = options2.context.startedAtMs;
    this.#following = options2.context.follow(since.task, (event) => {
      this.#caughtUp = this.#caughtUp.then(() => this.#await(event));
    });
  }
  async known() {
    await this.#caughtUp;
  }
  async prepare(records) {
    await this.#caughtUp;
    const keys = await this.#evaluate(records);
    this.#keys = new Map(records.map((record2, index) => [record2, keys[index]]));
  }
  meet(record2) {
    const key = this.#keys.get(record2);
    const moments = key === void 0 ? void 0 : this.#awaited.get(key);
    const momentMs = moments?.shift();
    if (key !== void 0 && moments?.length === 0) this.#awaited.delete(key);
    this.#setDeadline();
    return momentMs;
  }
  [Symbol.dispose]() {
    this.#following[Symbol.dispose]();
  }
  async #await({ value, atMs }) {
    const [key] = await this.#evaluate([value]);
    if (key === void 0) return;
    this.#awaited.set(key, [...this.#awaited.get(key) ?? [], atMs]);
    this.#setDeadline();
    this.#options.onChange();
  }
  /** Values as text, undefined where there is none. */
  async #evaluate(records) {
    const { context } = this.#options;
    const contexts = context.expressionContexts(records.map((record2) => ({ record: record2 })));
    const outcomes = await context.jq.evaluate(this.#on, contexts);
    return outcomes.map(({ outputs: [value] }) => keyOf(value));
  }
  #setDeadline() {
    const { limitMs, window } = this.#options;
    if (limitMs === void 0) return;
    const moments = [...this.#awaited.values()].flatMap(([first]) => first ?? []);
    window.setDeadline(moments.length === 0 ? void 0 : Math.min(...moments) + limitMs);
  }
};
function keyOf(value) {
  return value === void 0 || value === null ? void 0 : renderJson(value);
}
__name(keyOf, "keyOf");

// src/tasks/consume/progress.ts
var Progress = class {
  static {
    __name(this, "Progress");
  }
  #partitions;
  #from = /* @__PURE__ */ new Map();
  #next = /* @__PURE__ */ new Map();
  #matched = /* @__PURE__ */ new Map();
  /** @param partitions those that are read; undefined: all */
  constructor(partitions) {
    this.#partitions = partitions;
  }
  start(from2) {
    this.#from = from2;
  }
  note({ topic, partition, nextOffset }) {
    put(this.#next, topic, partition, nextOffset);
  }
  match({ topic, partition, offset }) {
    put(this.#matched, topic, partition, offset + 1n);
  }
  hasSeen(topic) {
    return this.#next.has(topic);
  }
  hasReached(goal) {
    const all2 = [...goal].flatMap(
      ([topic, offsets]) => offsets.map((offset, partition) => ({ topic, partition, offset }))
    );
    return all2.filter(({ partition }) => this.#partitions?.includes(partition) ?? true).every(({ topic, partition, offset }) => this.#position(topic, partition) >= offset);
  }
  /** One entry a partition. */
  get all() {
    const topics = /* @__PURE__ */ new Set([...this.#from.keys(), ...this.#next.keys()]);
    return [...topics].flatMap((topic) => {
      const moved = [...this.#next.get(topic)?.keys() ?? []].map((partition) => partition + 1);
      const count2 = Math.max(this.#from.get(topic)?.length ?? 0, ...moved);
      return Array.from({ length: count2 }, (_, partition) => ({
        topic,
        partition,
        from: this.#from.get(topic)?.[partition] ?? 0n,
        to: this.#position(topic, partition)
      }));
    });
  }
  /** Offset after the last match; the start where there is none. */
  get nextOffsets() {
    const next = /* @__PURE__ */ new Map();
    for (const { topic, partition, from: from2 } of this.all) {
      const offsets = next.get(topic) ?? [];
      offsets[partition] = this.#matched.get(topic)?.get(partition) ?? from2;
      next.set(topic, offsets);
    }
    return next;
  }
  #position(topic, partition) {
    return this.#next.get(topic)?.get(partition) ?? this.#from.get(topic)?.[partition] ?? 0n;
  }
};
function put(map, topic, ...[partition, offset]) {
  const partitions = map.get(topic) ?? /* @__PURE__ */ new Map();
  map.set(topic, partitions.set(partition, offset));
}
__name(put, "put");

// src/formats/record/explain-unreadable.ts
var SHOWN_BYTES = 16;
var MOST_TRIED_BYTES = 65536;
function explainUnreadable(unreadable) {
  const { bytes: bytes2, format: format2 } = unreadable;
  const others = readableAs(bytes2).filter((name3) => name3 !== format2);
  const framed = looksFramed(bytes2) ? `; it starts like the Confluent wire format with schema id ${schemaIdOf(bytes2)}` : "";
  return `${nameUnreadable(unreadable)} (${showBytes2(bytes2)})${framed}; it can be read as ${others.join(", ")}`;
}
__name(explainUnreadable, "explainUnreadable");
function nameUnreadable({ part, format: format2, reason: reason2 }) {
  return `the ${part} is not ${format2}: ${reason2}`;
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
  const able = Object.keys(plainFormats).filter((name3) => {
    try {
      plainFormats[name3].decode(bytes2);
      return name3 !== "string" || !bytes2.includes(0);
    } catch (cause) {
      if (cause instanceof Unfit) return false;
      throw cause;
    }
  });
  return able.includes("string") ? able.filter((name3) => !ANY_BYTES.includes(name3)) : able;
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
        (record2) => PARTS.flatMap((part) => {
          const bytes2 = record2[part];
          return (bytes2 && codecs[part].prepareDecode?.(bytes2, siteOf(record2, part), signal)) ?? [];
        })
      );
      return pending.length === 0 ? void 0 : Promise.all(pending).then(() => void 0);
    },
    view(record2) {
      const decoded = { key: NOTHING, value: NOTHING };
      for (const part of PARTS) {
        const bytes2 = record2[part];
        if (bytes2 === null) continue;
        try {
          decoded[part] = codecs[part].decode(bytes2, siteOf(record2, part));
        } catch (cause) {
          const unreadable = { part, bytes: bytes2, format: names2[part], reason: reasonOf(cause) };
          const isExplained = explained++ < MOST_EXPLAINED;
          return { unreadable: isExplained ? explainUnreadable(unreadable) : nameUnreadable(unreadable) };
        }
      }
      return { view: viewDecoded(record2, decoded) };
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
function siteOf({ topic, headers: headers2 }, part) {
  return { part, topic, headers: headers2 };
}
__name(siteOf, "siteOf");
function viewDecoded(record2, { key, value }) {
  return {
    topic: record2.topic,
    partition: record2.partition,
    offset: exactNumber(record2.offset),
    timestamp: exactNumber(record2.timestampMs),
    key: key.value,
    value: value.value,
    headers: viewHeaders(record2.headers),
    ...key.schemaId === void 0 ? {} : { keySchemaId: key.schemaId },
    ...value.schemaId === void 0 ? {} : { valueSchemaId: value.schemaId }
  };
}
__name(viewDecoded, "viewDecoded");

// src/tasks/condition/match.ts
async function match(conditions, contexts, surroundings) {
  const judged = await Promise.all(conditions.map((condition2) => judge(condition2, contexts, surroundings)));
  return contexts.map((_, index) => {
    const first = judged.findIndex((of) => !of[index]?.passed);
    const met = judged.filter((of) => of[index]?.passed).length;
    if (first < 0) return { matched: true, met };
    const message = judged[first]?.[index]?.message ?? "it does not hold";
    return { matched: false, met, failed: { name: conditions[first]?.name ?? "", message } };
  });
}
__name(match, "match");

// src/tasks/consume/near-misses.ts
var KEPT = 5;
var NearMisses = class {
  static {
    __name(this, "NearMisses");
  }
  /** The nearest first; of equally near ones the latest. */
  #nearest = [];
  get all() {
    return this.#nearest;
  }
  add(miss) {
    const last = this.#nearest[KEPT - 1];
    if (last && miss.met < last.met) return;
    const at2 = this.#nearest.findIndex((one) => one.met <= miss.met);
    this.#nearest = this.#nearest.toSpliced(at2 < 0 ? this.#nearest.length : at2, 0, miss).slice(0, KEPT);
  }
};

// src/tasks/consume/sieve.ts
var NO_MATCH = { matched: false, met: 0 };
var MOST_UNREADABLE = 20;
var RecordSieve = class _RecordSieve {
  static {
    __name(this, "RecordSieve");
  }
  misses = new NearMisses();
  /** Records that were given to it, and how many of them were let through no further. */
  read = 0;
  filtered = 0;
  undecodable = 0;
  /** The first ones. */
  unreadable = [];
  #spec;
  #context;
  #format;
  constructor(spec6, context, format2) {
    this.#spec = spec6;
    this.#context = context;
    this.#format = format2;
  }
  static async open(spec6, context) {
    return new _RecordSieve(spec6, context, await openReader(spec6.format, context.formats));
  }
  async sift(records) {
    const { candidates: candidates2, unreadable } = await this.#view(records);
    const own = this.#spec.sameTrace === true ? candidates2.filter((one) => this.#isOwn(one)) : candidates2;
    const verdicts = await this.#judge(own);
    const matched = own.filter((_, index) => verdicts[index]?.matched);
    const of = this.#spec.where?.length ?? 0;
    for (const [index, { view }] of own.entries()) {
      const { met, failed: failed2 } = verdicts[index] ?? NO_MATCH;
      if (failed2) this.misses.add({ record: view, met, of, failed: failed2 });
    }
    this.read += records.length;
    this.filtered += candidates2.length - matched.length;
    this.undecodable += unreadable.length;
    this.unreadable.push(...unreadable.slice(0, MOST_UNREADABLE - this.unreadable.length));
    return { matched, unreadable };
  }
  /** Would these records, which are not of the window, match? Those that can be read, each with what it lacks. */
  async compare(records) {
    const { candidates: candidates2 } = await this.#view(records);
    const verdicts = await this.#judge(candidates2);
    return candidates2.map(({ view }, index) => ({ record: view, ...verdicts[index] ?? NO_MATCH }));
  }
  /** `sameTrace`: does its trace begin with a record of this scenario? https://www.w3.org/TR/trace-context/#traceparent-header */
  #isOwn({ view }) {
    return view.headers.some(
      ({ key, value }) => key === "traceparent" && value?.split("-")[1] === this.#context.traceId
    );
  }
  async #view(records) {
    const candidates2 = [];
    const unreadable = [];
    await this.#format.prepare(records, this.#context.signal);
    for (const record2 of records) {
      const viewed = this.#format.view(record2);
      if ("view" in viewed)
        candidates2.push({ record: record2, view: viewed.view, context: recordContext(viewed.view) });
      else unreadable.push({ record: record2, reason: viewed.unreadable });
    }
    return { candidates: candidates2, unreadable };
  }
  #judge(candidates2) {
    const contexts = this.#context.expressionContexts(candidates2.map(({ context }) => ({ record: context })));
    return match(this.#spec.where ?? [], contexts, this.#context);
  }
};

// src/tasks/consume/follow-topics.ts
var LOOK_EVERY_MS = 200;
async function matchingTopics(selector, { kafka }, signal) {
  if (selector.patterns.length === 0) return [];
  const all2 = await kafka.listTopics(signal);
  return all2.filter((topic) => !selector.names.includes(topic) && selects(selector, topic));
}
__name(matchingTopics, "matchingTopics");
async function followTopics(selector, {
  known,
  surroundings,
  signal,
  onFound
}) {
  if (selector.patterns.length === 0) return;
  const seen = new Set(known);
  while (!signal.aborted) {
    await sleep(surroundings.clock, LOOK_EVERY_MS, signal).catch(() => void 0);
    if (signal.aborted) return;
    const now = await matchingTopics(selector, surroundings, signal).catch(() => []);
    const fresh = now.filter((topic) => !seen.has(topic));
    for (const topic of fresh) seen.add(topic);
    if (fresh.length > 0) onFound(fresh);
  }
}
__name(followTopics, "followTopics");

// src/tasks/consume/source.ts
async function openSource(options2, context) {
  const { from: from2, isOnTape } = options2;
  const start2 = startOf(options2, context);
  if (isOnTape && from2 === "scenario-start") return openTape(options2, { context, from: start2 });
  if (isOnTape && typeof from2 === "object" && "behind" in from2)
    return openTape(options2, { context, from: mergeLater(start2, from2.behind) });
  const names2 = [...options2.topics.names, ...await matchingTopics(options2.topics, context, context.signal)];
  const positions = await positionsOf(from2, names2, context);
  const isAhead = typeof from2 === "object" && "offset" in from2 && from2.offset > 0;
  const ends = isAhead ? await context.kafka.offsets(names2, "end", context.signal) : positions;
  return openWatch(options2, { context, names: names2, from: positions, readFrom: earlier(positions, ends) });
}
__name(openSource, "openSource");
function startOf({ topics }, { startPositions }) {
  return new Map([...startPositions].filter(([topic]) => selects(topics, topic)));
}
__name(startOf, "startOf");
async function positionsOf(from2, names2, { kafka, signal, startedAtWallMs }) {
  if (from2 === "scenario-start") return kafka.offsets(names2, { timeMs: startedAtWallMs }, signal);
  if (typeof from2 === "object" && "timeMs" in from2) return kafka.offsets(names2, from2, signal);
  const start2 = await kafka.offsets(names2, "start", signal);
  if (from2 === "beginning") return start2;
  if ("behind" in from2) return mergeLater(start2, from2.behind);
  if (from2.offset >= 0) return fromOffset(start2, from2.offset);
  return fromEnd(start2, await kafka.offsets(names2, "end", signal), from2.offset);
}
__name(positionsOf, "positionsOf");
function openTape(options2, { context, from: from2 }) {
  const tape = context.tape[options2.isolation];
  const subscription = tape.subscribe(options2.topics, accepting(options2, from2));
  if (!context.repeats) tape.release(options2.topics);
  return { from: from2, [Symbol.asyncDispose]: async () => subscription[Symbol.dispose]() };
}
__name(openTape, "openTape");
function openWatch(options2, {
  context,
  names: names2,
  from: from2,
  readFrom
}) {
  if (!context.repeats) context.tape[options2.isolation].release(options2.topics);
  const ended = new AbortController();
  const watches = [];
  const onFetch = accepting(options2, from2);
  const watch = /* @__PURE__ */ __name((topics, positions) => {
    if (topics.length === 0) return;
    const one = context.kafka.watch({ topics, positions, isolation: options2.isolation, onFetch });
    one.done.catch((cause) => context.fail(cause));
    watches.push(one);
  }, "watch");
  watch(names2, readFrom);
  void followTopics(options2.topics, {
    known: names2,
    surroundings: context,
    signal: AbortSignal.any([context.signal, ended.signal]),
    onFound: /* @__PURE__ */ __name((topics) => watch(topics, /* @__PURE__ */ new Map()), "onFound")
  });
  return {
    from: from2,
    async [Symbol.asyncDispose]() {
      ended.abort();
      await Promise.all(watches.map((one) => one[Symbol.asyncDispose]()));
    }
  };
}
__name(openWatch, "openWatch");
function accepting({ partitions, onFetch }, from2) {
  return (fetched) => {
    if (partitions && !partitions.includes(fetched.partition)) return void 0;
    const position = from2.get(fetched.topic)?.[fetched.partition] ?? 0n;
    const isInside2 = fetched.records.every((record2) => record2.offset >= position);
    return onFetch(
      isInside2 ? fetched : { ...fetched, records: fetched.records.filter((record2) => record2.offset >= position) }
    );
  };
}
__name(accepting, "accepting");
function earlier(a, b) {
  const least = /* @__PURE__ */ __name((topic, offsets) => offsets.map((offset, partition) => {
    const other = b.get(topic)?.[partition];
    return other !== void 0 && other < offset ? other : offset;
  }), "least");
  return new Map([...a].map(([topic, offsets]) => [topic, least(topic, offsets)]));
}
__name(earlier, "earlier");
function mergeLater(a, b) {
  const merge3 = /* @__PURE__ */ __name((topic, offsets) => offsets.map((offset, partition) => {
    const other = b.get(topic)?.[partition] ?? 0n;
    return other > offset ? other : offset;
  }), "merge");
  return new Map([...b, ...[...a].map(([topic, offsets]) => [topic, merge3(topic, offsets)])]);
}
__name(mergeLater, "mergeLater");
function fromOffset(start2, offset) {
  const asked = BigInt(offset);
  return new Map(
    [...start2].map(([topic, offsets]) => [topic, offsets.map((first) => first > asked ? first : asked)])
  );
}
__name(fromOffset, "fromOffset");
function fromEnd(start2, end, back) {
  const position = /* @__PURE__ */ __name((topic, partition, first) => {
    const asked = (end.get(topic)?.[partition] ?? first) + BigInt(back);
    return asked > first ? asked : first;
  }, "position");
  return new Map(
    [...start2].map(([topic, offsets]) => [
      topic,
      offsets.map((first, partition) => position(topic, partition, first))
    ])
  );
}
__name(fromEnd, "fromEnd");

// src/tasks/consume/window.ts
var ConsumeWindow = class {
  static {
    __name(this, "ConsumeWindow");
  }
  #matched = 0;
  #settledAtMs;
  /** When the last required record arrived. */
  #requiredAtMs;
  #end;
  #rules;
  constructor(rules) {
    this.#rules = rules;
  }
  /** Matching records that counted. */
  get matched() {
    return this.#matched;
  }
  /** How and when it ended, once it has. */
  get end() {
    return this.#end;
  }
  /** The next moment at which it ends if nothing else arrives; absent: only a record or the end offsets end it. */
  get nextMomentMs() {
    if (this.#end) return void 0;
    const { closesAtMs, closesAtDeadline, deadlineAtMs } = this.#rules;
    const closesWith = closesAtDeadline && this.#settledAtMs === void 0 ? deadlineAtMs : void 0;
    const moments = [this.#pendingDeadline, this.#settledAtMs, closesAtMs, closesWith].filter(
      (at2) => at2 !== void 0
    );
    return moments.length > 0 ? Math.min(...moments) : void 0;
  }
  /** The deadline of the records that are still awaited has changed; undefined: nothing says by when. */
  setDeadline(atMs) {
    this.#rules = { ...this.#rules, deadlineAtMs: atMs };
  }
  /** The moment that `since` names has become known: all awaited records are held to its deadline, those that came too. */
  startDeadline(atMs) {
    this.setDeadline(atMs);
    if (this.#requiredAtMs !== void 0 && this.#requiredAtMs > atMs && this.#rules.required > 0)
      this.#finish("deadline", atMs);
  }
  /** What came is all that is awaited, however many records that are: ends the task after settling. */
  satisfy(atMs) {
    if (this.#end) return;
    if (this.#rules.settleMs > 0) this.#settledAtMs ??= atMs + this.#rules.settleMs;
    else this.#finish("enough", atMs);
  }
  /** A matching record that arrived at `atMs`, in order of arrival. Says whether it counted: not after the end. */
  offer(atMs) {
    this.#endBefore(atMs);
    if (this.#end) return false;
    this.#matched += 1;
    const { enough, atMost, required } = this.#rules;
    if (this.#matched === required) this.#requiredAtMs = atMs;
    if (atMost !== void 0 && this.#matched > atMost) this.#finish("too-many", atMs);
    else if (enough !== void 0 && this.#matched === enough) this.satisfy(atMs);
    return true;
  }
  /** Every record that arrived up to `atMs` has been offered: ends the window if a moment has come by then. */
  advance(atMs) {
    this.#endBefore(atMs);
    if (!this.#end && this.nextMomentMs === atMs) this.#endAt(atMs);
  }
  /** Every record below the end offsets read at the task's start has been offered (`stop.atEnd`). */
  reachEnd(atMs) {
    this.#endBefore(atMs);
    if (!this.#end) this.#finish(this.#matched < this.#rules.required ? "too-few" : "closed", atMs);
  }
  /** A record that arrived at `atMs` could not be read, and the task fails on that. */
  offerUndecodable(atMs) {
    this.#endBefore(atMs);
    if (!this.#end) this.#finish("undecodable", atMs);
  }
  /** The deadline judges the required records only, and never settling. */
  get #pendingDeadline() {
    return this.#matched < this.#rules.required ? this.#rules.deadlineAtMs : void 0;
  }
  #endBefore(atMs) {
    const next = this.nextMomentMs;
    if (next !== void 0 && next < atMs) this.#endAt(next);
  }
  #endAt(atMs) {
    if (this.#settledAtMs === atMs) this.#finish("enough", atMs);
    else if (this.#pendingDeadline === atMs) this.#finish("deadline", atMs);
    else this.#finish(this.#matched < this.#rules.required ? "too-few" : "closed", atMs);
  }
  #finish(why, atMs) {
    this.#end = { why, atMs };
  }
};

// src/tasks/consume/reader.ts
var SAME_TURN_MS = 20;
var ConsumeReader = class _ConsumeReader {
  static {
    __name(this, "ConsumeReader");
  }
  window;
  limitMs;
  topics;
  sieve;
  expectations;
  progress;
  #spec;
  #context;
  #arrivals;
  #limit;
  #latenciesMs = [];
  /** Counted, but not told to anyone yet, as it is not known where their latency counts from. */
  #untold = [];
  #latest;
  /** The first match after the window's end. */
  #late;
  #source;
  #goal;
  constructor(spec6, context, sieve) {
    const { startedAtMs, clock, signal } = context;
    const sinceMs = spec6.fail?.since === void 0 ? startedAtMs : void 0;
    const { limitMs, ...rules } = windowRules(spec6, { startedAtMs, sinceMs });
    this.#spec = spec6;
    this.#context = context;
    this.sieve = sieve;
    const { topic = "", topics = [topic], cluster } = spec6;
    this.topics = context.selector ?? selectTopics(topics.map((one) => qualifiedName(cluster, one)));
    this.window = new ConsumeWindow(rules);
    this.limitMs = limitMs;
    this.expectations = openExpectations(spec6, context);
    this.progress = new Progress(spec6.partitions);
    this.#arrivals = new Arrivals(clock, signal);
    this.#limit = openLimit({
      since: spec6.fail?.since,
      limitMs,
      window: this.window,
      context,
      onChange: /* @__PURE__ */ __name(() => this.#arrivals.interrupt(), "onChange")
    });
  }
  /** Opens the source; records that arrived since the scenario started are there at once. */
  static async open(spec6, context) {
    const reader = new _ConsumeReader(spec6, context, await RecordSieve.open(spec6, context));
    const { stop: stop3, partitions, isolation = "read_committed" } = spec6;
    if (stop3?.atEnd === true)
      reader.#goal = await context.kafka.offsets(reader.topics.names, "end", context.signal);
    reader.#source = await openSource(
      {
        topics: reader.topics,
        isOnTape: context.selector !== void 0,
        partitions,
        isolation,
        from: startOf2(spec6, context),
        onFetch: /* @__PURE__ */ __name((fetched) => reader.#arrivals.push(fetched), "onFetch")
      },
      context
    );
    reader.progress.start(reader.#source.from);
    return reader;
  }
  /** Reads until the window has ended. @throws the signal's reason when it is aborted, TaskSkipped */
  async run() {
    this.#checkGoal(this.#context.clock.nowMs());
    while (!this.window.end) {
      const next = await this.#arrivals.next(this.window.nextMomentMs);
      if (next.kind === "passed") this.window.advance(next.momentMs);
      else if (next.kind === "arrival") await this.#take(next.arrival);
      else await this.#checkLimit();
    }
    if (!this.#limit.isKnown) await Promise.race([this.#limit.known(), rejectOnAbort(this.#context.signal)]);
    await this.#tell();
  }
  /** The first record after the window's end that would have matched, waited for until a moment. */
  async findLate(untilMs) {
    while (!this.#late) {
      const next = await this.#arrivals.next(untilMs);
      if (next.kind === "passed") return void 0;
      if (next.kind !== "arrival") continue;
      const { matched } = await this.sieve.sift(next.arrival.fetched.records);
      const [first] = matched;
      if (first) this.#late = { ...first, atMs: next.arrival.atMs };
    }
    return this.#late;
  }
  /** Would these records, which are not of the window, match? Those that can be read, each with what it lacks. */
  compare(records) {
    return this.sieve.compare(records);
  }
  /** Where the limit counts from, as far as one moment can say it. */
  get sinceMs() {
    return this.#limit.sinceMs;
  }
  get latest() {
    return this.#latest;
  }
  get latencies() {
    return summarizeLatencies(this.#latenciesMs);
  }
  /**
   * The worst delay of our own event loop from the moment on that the limit counts from, in milliseconds. A stall that
   * made us read the trigger's acknowledgement late counts too: it is noticed in the same turn.
   */
  get loopLagMs() {
    return this.#context.lag.worstSince(this.sinceMs - SAME_TURN_MS);
  }
  /** The topics, of those with a name, that have never been seen. */
  async missingTopics() {
    const { names: names2 } = this.topics;
    const there = await this.#context.kafka.offsets(names2, "start", this.#context.signal);
    return names2.filter((topic) => !there.has(topic) && !this.progress.hasSeen(topic));
  }
  async [Symbol.asyncDispose]() {
    this.#limit[Symbol.dispose]();
    this.#arrivals[Symbol.dispose]();
    await this.#source?.[Symbol.asyncDispose]();
  }
  /** A view with its moment and, where it is known from when it counts, its latency. */
  viewMatch({ view, atMs }, sinceMs) {
    const latencyMs = sinceMs === void 0 ? void 0 : Math.max(0, roundMs(atMs - sinceMs));
    return {
      ...view,
      momentMs: this.#context.sinceRunStart(atMs),
      ...latencyMs === void 0 ? {} : { latencyMs }
    };
  }
  async #take({ fetched, atMs }) {
    const { matched, unreadable } = await this.sieve.sift(fetched.records);
    this.progress.note(fetched);
    const failsAt = this.#spec.undecodable === "skip" ? void 0 : unreadable[0]?.record.offset;
    await this.#limit.prepare(matched.map(({ context }) => context));
    for (const candidate of matched) {
      if (failsAt !== void 0 && candidate.record.offset > failsAt) break;
      this.#offer({ ...candidate, atMs });
    }
    if (failsAt !== void 0) this.window.offerUndecodable(atMs);
    if (this.#limit.isKnown) await this.#tell();
    if (this.expectations.some((one) => one.isComplete?.())) this.window.satisfy(atMs);
    this.#checkGoal(atMs);
  }
  #offer(match2) {
    if (!this.window.offer(match2.atMs)) {
      this.#late ??= match2;
      return;
    }
    this.#latest = match2;
    this.progress.match(match2.record);
    this.#untold.push({ ...match2, sinceMs: this.#limit.meet(match2.context) });
  }
  async #checkLimit() {
    if (this.#limit.isKnown) await this.#tell();
    else await Promise.race([this.#limit.known(), Promise.resolve()]);
  }
  /** Tells the report, the checks, the children and the expectations of the matches that counted. */
  async #tell() {
    const counted = this.#untold;
    this.#untold = [];
    if (counted.length === 0) return;
    const views = counted.map((match2) => this.viewMatch(match2, match2.sinceMs ?? this.#commonSince));
    for (const record2 of views) {
      if (record2.latencyMs !== void 0) this.#latenciesMs.push(record2.latencyMs);
      this.#context.emit({ type: "record-consumed", record: record2 });
    }
    const contexts = views.map(recordContext);
    for (const expectation2 of this.expectations) await expectation2.offer(contexts);
    await this.#context.publish(
      contexts.map((value, index) => ({ what: "record", value, atMs: counted[index]?.atMs ?? 0 }))
    );
  }
  /** Of matches that counted before it was known: the one moment there is, unless each record has its own. */
  get #commonSince() {
    return typeof this.#spec.fail?.since === "object" ? void 0 : this.#limit.sinceMs;
  }
  /** `stop.atEnd`: have all partitions been read up to the end offsets of the task's start? */
  #checkGoal(atMs) {
    if (this.#goal && this.progress.hasReached(this.#goal)) this.window.reachEnd(atMs);
  }
};
function startOf2({ from: from2 = "scenario-start" }, context) {
  if (typeof from2 === "string" || "offset" in from2) return from2;
  if ("behind" in from2) return { behind: context.offsetsAfter(from2.behind) ?? /* @__PURE__ */ new Map() };
  if ("ago" in from2) return { timeMs: context.clock.wallMs() - from2.ago };
  return { timeMs: from2.time };
}
__name(startOf2, "startOf");
function rejectOnAbort(signal) {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
__name(rejectOnAbort, "rejectOnAbort");

// src/model/instant.ts
var ISO2 = external_exports.iso.datetime({ offset: true });
var instant = external_exports.union([external_exports.string(), external_exports.int().min(0)]).transform((value, context) => {
  if (typeof value === "number") return value;
  const iso = ISO2.safeParse(value);
  if (iso.success) return Date.parse(iso.data);
  context.addIssue({
    code: "custom",
    message: `"${value}" is not a moment`,
    params: { hint: "write ISO 8601 with a zone, such as 2026-01-02T03:04:05Z, or epoch milliseconds" }
  });
  return external_exports.NEVER;
}).meta({ title: "Moment", examples: ["2026-01-02T03:04:05Z", 1652012999698] });

// src/tasks/consume/spec.ts
var text7 = external_exports.string().min(1);
var count = input(external_exports.int().min(0));
var topicName = text7.superRefine((name3, context) => {
  const pattern = patternOf(name3);
  if (pattern === void 0 || isPattern2(pattern)) return;
  context.addIssue({
    code: "custom",
    message: `"${name3}" is no regular expression`,
    params: { hint: "what stands between the slashes is a JavaScript pattern, such as /orders-.+/" }
  });
}).describe("a name, or /pattern/ of whole names");
function isPattern2(text14) {
  try {
    return new RegExp(text14, "u").flags === "u";
  } catch {
    return false;
  }
}
__name(isPattern2, "isPattern");
var from = external_exports.union([
  external_exports.enum(["scenario-start", "beginning"]),
  external_exports.strictObject({ offset: input(external_exports.int()).describe("below zero: that many before the end offset") }),
  external_exports.strictObject({
    time: input(instant).describe("the first record at or after a time: ISO 8601, or epoch milliseconds")
  }),
  external_exports.strictObject({ ago: input(duration).describe("records of the last so long") }),
  external_exports.strictObject({ behind: text7.describe("after the record that this consume task matched last") })
]).describe("default scenario-start: the end offsets taken before the first task started");
var stop = external_exports.strictObject({
  records: input(external_exports.int().min(1)).optional().describe("ends after this many matching records; fewer fail"),
  after: input(duration).optional().describe("closes the window, since the task's start"),
  atEnd: external_exports.boolean().optional().describe("ends at the end offsets read when the task started"),
  settle: input(duration).optional().describe("with `expect`: how long to go on after the last awaited record; default 300ms")
});
var fail = external_exports.strictObject({
  after: input(duration).describe(
    "the deadline of the last awaited record; default 60s unless stop.after is given"
  ),
  since: external_exports.union([
    text7,
    external_exports.strictObject({
      task: text7,
      on: jqProgram().describe("pairs each record with that of the other task that has the same value")
    })
  ]).optional().describe("the task whose latest acknowledgement (or END) it counts from; default this task's start")
});
var expectation = external_exports.strictObject({
  count: external_exports.union([count, external_exports.strictObject({ min: count.optional(), max: count.optional() })]).optional().describe("how many matching records: exactly, or from min to max; 0 asserts silence for stop.after"),
  unique: jqProgram().optional().describe("no two records give the same value"),
  ordered: external_exports.strictObject({
    by: jqProgram().describe("the value that goes up, or down"),
    per: external_exports.enum(["partition", "key", "all"]).optional().describe("default partition"),
    direction: external_exports.enum(["ascending", "descending"]).optional().describe("default ascending"),
    strict: external_exports.boolean().optional().describe("equal neighbours fail; default false")
  }).optional().describe("the records come in the order of a value"),
  sequence: external_exports.strictObject({
    of: jqProgram().describe("the value of each record"),
    equals: external_exports.array(freeform()).min(1).describe("the values that are expected"),
    mode: external_exports.enum(["exact", "inOrder", "anyOrder"]).optional().describe("exact (default); inOrder lets others stand between; anyOrder looks at no order")
  }).optional().describe("the values that the records give one after the other"),
  latency: external_exports.strictObject({
    p50: input(duration).optional(),
    p95: input(duration).optional(),
    max: input(duration).optional()
  }).optional().describe("limits of latencies, by nearest rank"),
  checks: conditionList.optional().describe("conditions over .records, .table and .count")
});
var consumeSpec = external_exports.strictObject({
  topic: input(topicName).optional(),
  topics: external_exports.array(input(topicName)).min(1).optional().describe("several topics"),
  cluster: clusterName.optional(),
  from: from.optional(),
  partitions: external_exports.array(external_exports.int().min(0)).min(1).optional().describe("default all"),
  where: conditionList.optional().describe("all of them must hold for a record to match"),
  sameTrace: external_exports.boolean().optional().describe("only records whose traceparent header belongs to this scenario"),
  format: recordFormat.optional().describe("default auto"),
  isolation: external_exports.enum(["read_committed", "read_uncommitted"]).optional().describe("default read_committed"),
  undecodable: external_exports.enum(["fail", "skip"]).optional().describe("default fail; skipped ones are counted and shown"),
  missing: external_exports.enum(["fail", "allow"]).optional().describe("a topic that never existed while the task ran; default fail"),
  stop: stop.optional().describe("when the task ends"),
  fail: fail.optional().describe("by when the awaited records must be there"),
  expect: expectation.optional().describe("about the whole; judged when the task ends")
}).superRefine(({ topic, topics, stop: ending, expect }, context) => {
  if (topic === void 0 === (topics === void 0)) {
    context.addIssue({
      code: "custom",
      message: topic === void 0 ? "no topic to consume" : 'both "topic" and "topics"',
      params: { hint: 'write one of the two: "topic: name" or "topics: [a, b]"' }
    });
  }
  if (expect?.count === 0 && ending?.after === void 0 && ending?.atEnd !== true) {
    context.addIssue({
      code: "custom",
      path: ["expect", "count"],
      message: "silence, but for how long",
      params: { hint: 'add "stop: { after: 1s }"' }
    });
  }
});

// src/tasks/consume.ts
var consume = defineTask({
  kind: "consume",
  summary: "watches topics for records and judges what comes, and when",
  emits: "record",
  spec: consumeSpec,
  topics: /* @__PURE__ */ __name(({ topic, topics = topic ? [topic] : [], cluster }) => ({
    consumed: topics.map((one) => topicAt(cluster, one)),
    produced: []
  }), "topics"),
  files: /* @__PURE__ */ __name(({ format: format2 }) => filesOfFormat(format2), "files"),
  references: /* @__PURE__ */ __name(({ from: start2, fail: limit }) => [
    ...typeof start2 === "object" && "behind" in start2 ? [{ task: start2.behind, path: ["from", "behind"], needs: "ended" }] : [],
    ...limit?.since === void 0 ? [] : typeof limit.since === "string" ? [{ task: limit.since, path: ["fail", "since"], needs: "moment" }] : [{ task: limit.since.task, path: ["fail", "since", "task"], needs: "moment" }]
  ], "references"),
  limitMs: /* @__PURE__ */ __name(({ fail: fail3 }) => fail3?.since === void 0 && typeof fail3?.after === "number" ? fail3.after : void 0, "limitMs"),
  async run(given, context) {
    const evaluated = await resolve2(given, () => context.expressionContext(), context.jq);
    const reader = await ConsumeReader.open(evaluated, context);
    try {
      await reader.run();
      return await conclude(reader, evaluated, context);
    } catch (cause) {
      await reader[Symbol.asyncDispose]();
      throw cause;
    }
  }
});

// src/tasks/csv.ts
import { createReadStream } from "node:fs";

// node_modules/csv-parse/lib/index.js
import { Transform } from "stream";

// node_modules/csv-parse/lib/utils/is_object.js
var is_object = /* @__PURE__ */ __name(function(obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
}, "is_object");

// node_modules/csv-parse/lib/api/CsvError.js
var CsvError = class _CsvError extends Error {
  static {
    __name(this, "CsvError");
  }
  constructor(code, message, options2, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== void 0) {
      Error.captureStackTrace(this, _CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value) ? value.toString(options2.encoding) : value == null ? value : JSON.parse(JSON.stringify(value));
      }
    }
  }
};

// node_modules/csv-parse/lib/api/normalize_columns_array.js
var normalize_columns_array = /* @__PURE__ */ __name(function(columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === void 0 || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal"
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`
      ]);
    }
  }
  return normalizedColumns;
}, "normalize_columns_array");

// node_modules/csv-parse/lib/utils/ResizeableBuffer.js
var ResizeableBuffer = class {
  static {
    __name(this, "ResizeableBuffer");
  }
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
};
var ResizeableBuffer_default = ResizeableBuffer;

// node_modules/csv-parse/lib/api/init_state.js
var init_state = /* @__PURE__ */ __name(function(options2) {
  const timchars = [
    // Basic Latin
    32,
    // [Space](https://www.fileformat.info/info/unicode/char/0020/index.htm)
    9,
    // [CHARACTER TABULATION (HT)](https://www.fileformat.info/info/unicode/char/0009/index.htm)
    10,
    // [LINE FEED (LF)](https://www.fileformat.info/info/unicode/char/000a/index.htm)
    13,
    // [CARRIAGE RETURN (CR)](https://www.fileformat.info/info/unicode/char/000d/index.htm)
    12,
    // [FORM FEED (FF)](https://www.fileformat.info/info/unicode/char/000c/index.htm)
    11,
    // [LINE TABULATION (VT)](https://www.fileformat.info/info/unicode/char/000b/index.htm)
    // Latin-1 Supplement
    160,
    // [NO-BREAK SPACE (NBSP)](https://www.fileformat.info/info/unicode/char/00a0/index.htm)
    // Ogham
    5760,
    // [OGHAM SPACE MARK](https://www.fileformat.info/info/unicode/char/1680/index.htm)
    // General Punctuation
    8192,
    // [EN QUAD](https://www.fileformat.info/info/unicode/char/2000/index.htm)
    8193,
    // [EM QUAD](https://www.fileformat.info/info/unicode/char/2001/index.htm)
    8194,
    // [EN SPACE](https://www.fileformat.info/info/unicode/char/2002/index.htm)
    8195,
    // [EM SPACE](https://www.fileformat.info/info/unicode/char/2003/index.htm)
    8196,
    // [THREE-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2004/index.htm)
    8197,
    // [FOUR-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2005/index.htm)
    8198,
    // [SIX-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2006/index.htm)
    8199,
    // [FIGURE SPACE](https://www.fileformat.info/info/unicode/char/2007/index.htm)
    8200,
    // [PUNCTUATION SPACE](https://www.fileformat.info/info/unicode/char/2008/index.htm)
    8201,
    // [THIN SPACE](https://www.fileformat.info/info/unicode/char/2009/index.htm)
    8202,
    // [HAIR SPACE](https://www.fileformat.info/info/unicode/char/200a/index.htm)
    8232,
    // [LINE SEPARATOR](https://www.fileformat.info/info/unicode/char/2028/index.htm)
    8233,
    // [PARAGRAPH SEPARATOR](https://www.fileformat.info/info/unicode/char/2029/index.htm)
    8239,
    // [NARROW NO-BREAK SPACE (NNBSP)](https://www.fileformat.info/info/unicode/char/202f/index.htm)
    8287,
    // [MEDIUM MATHEMATICAL SPACE (MMSP)](https://www.fileformat.info/info/unicode/char/205f/index.htm)
    12288,
    // [IDEOGRAPHIC SPACE](https://www.fileformat.info/info/unicode/char/3000/index.htm)
    65279
    // [ZERO WIDTH NO-BREAK SPACE (BOM)](https://www.fileformat.info/info/unicode/char/feff/index.htm)
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options2.encoding
    );
    if (codepoint !== 63 && encoded.length === 1 && encoded[0] === 63) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options2.cast_function,
    commenting: false,
    delimiterBufPrevious: void 0,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: void 0,
    enabled: options2.from_line === 1,
    escaping: false,
    escapeIsQuote: Buffer.isBuffer(options2.escape) && Buffer.isBuffer(options2.quote) && Buffer.compare(options2.escape, options2.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options2.columns) ? options2.columns.length : void 0,
    field: new ResizeableBuffer_default(20),
    firstLineToHeaders: options2.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options2.comment !== null ? options2.comment.length : 0,
      ...options2.delimiter ? options2.delimiter.map((delimiter) => delimiter.length) : [],
      // Auto discovery of delimiter is limited to 1 character
      options2.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options2.quote !== null ? options2.quote.length : 0,
      ...timchars.map((t) => t.length)
    ),
    previousBuf: void 0,
    quoting: false,
    stop: false,
    rawBuffer: new ResizeableBuffer_default(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength: options2.record_delimiter.length === 0 ? 0 : Math.max(...options2.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options2.encoding)[0],
      Buffer.from("	", options2.encoding)[0]
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars,
    timcharFirstBytes
  };
}, "init_state");

// node_modules/csv-parse/lib/utils/underscore.js
var underscore = /* @__PURE__ */ __name(function(str) {
  return str.replace(/([A-Z])/g, function(_, match2) {
    return "_" + match2.toLowerCase();
  });
}, "underscore");

// node_modules/csv-parse/lib/api/normalize_options.js
var normalize_options = /* @__PURE__ */ __name(function(opts) {
  const options2 = {};
  for (const opt in opts) {
    options2[underscore(opt)] = opts[opt];
  }
  if (options2.encoding === void 0 || options2.encoding === true) {
    options2.encoding = "utf8";
  } else if (options2.encoding === null || options2.encoding === false) {
    options2.encoding = null;
  } else if (typeof options2.encoding !== "string" && options2.encoding !== null) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options2.encoding)}`
      ],
      options2
    );
  }
  if (options2.bom === void 0 || options2.bom === null || options2.bom === false) {
    options2.bom = false;
  } else if (options2.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options2.bom)}`
      ],
      options2
    );
  }
  options2.cast_function = null;
  if (options2.cast === void 0 || options2.cast === null || options2.cast === false || options2.cast === "") {
    options2.cast = void 0;
  } else if (typeof options2.cast === "function") {
    options2.cast_function = options2.cast;
    options2.cast = true;
  } else if (options2.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options2.cast)}`
      ],
      options2
    );
  }
  if (options2.cast_date === void 0 || options2.cast_date === null || options2.cast_date === false || options2.cast_date === "") {
    options2.cast_date = false;
  } else if (options2.cast_date === true) {
    options2.cast_date = function(value) {
      const date2 = Date.parse(value);
      return !isNaN(date2) ? new Date(date2) : value;
    };
  } else if (typeof options2.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options2.cast_date)}`
      ],
      options2
    );
  }
  options2.cast_first_line_to_header = void 0;
  if (options2.columns === true) {
    options2.cast_first_line_to_header = void 0;
  } else if (typeof options2.columns === "function") {
    options2.cast_first_line_to_header = options2.columns;
    options2.columns = true;
  } else if (Array.isArray(options2.columns)) {
    options2.columns = normalize_columns_array(options2.columns);
  } else if (options2.columns === void 0 || options2.columns === null || options2.columns === false) {
    options2.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options2.columns)}`
      ],
      options2
    );
  }
  if (options2.group_columns_by_name === void 0 || options2.group_columns_by_name === null || options2.group_columns_by_name === false) {
    options2.group_columns_by_name = false;
  } else if (options2.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options2.group_columns_by_name)}`
      ],
      options2
    );
  } else if (options2.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated."
      ],
      options2
    );
  }
  if (options2.comment === void 0 || options2.comment === null || options2.comment === false || options2.comment === "") {
    options2.comment = null;
  } else {
    if (typeof options2.comment === "string") {
      options2.comment = Buffer.from(options2.comment, options2.encoding);
    }
    if (!Buffer.isBuffer(options2.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options2.comment)}`
        ],
        options2
      );
    }
  }
  if (options2.comment_no_infix === void 0 || options2.comment_no_infix === null || options2.comment_no_infix === false) {
    options2.comment_no_infix = false;
  } else if (options2.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options2.comment_no_infix)}`
      ],
      options2
    );
  }
  if (options2.delimiter_auto === void 0 || options2.delimiter_auto === null || options2.delimiter_auto === false) {
    options2.delimiter_auto = false;
  } else if (options2.delimiter_auto === true) {
    options2.delimiter_auto = {};
  } else if (!is_object(options2.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options2.delimiter_auto)}`
      ],
      options2
    );
  }
  if (options2.delimiter_auto) {
    if (options2.delimiter_auto.preferred === void 0)
      options2.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["	".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4
      };
    else if (!is_object(options2.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options2.delimiter_auto.preferred)}`
        ],
        options2
      );
    }
    if (options2.delimiter_auto.score === void 0)
      options2.delimiter_auto.score = (info, options3) => {
        return (info.total - info.std) * (options3.preferred[info.char_code] || 1);
      };
    else if (typeof options2.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options2.delimiter_auto.score)}`
        ],
        options2
      );
    }
    if (options2.delimiter_auto.size === void 0)
      options2.delimiter_auto.size = 2048;
    else if (typeof options2.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options2.delimiter_auto.size)}`
        ],
        options2
      );
    }
  }
  const delimiter_json = JSON.stringify(options2.delimiter);
  if (options2.delimiter_auto !== false) {
    options2.delimiter = [];
  }
  if (!Array.isArray(options2.delimiter)) {
    if (options2.delimiter === void 0 || options2.delimiter === null || options2.delimiter === false) {
      options2.delimiter = Buffer.from(",", options2.encoding);
    }
    options2.delimiter = [options2.delimiter];
  }
  options2.delimiter = options2.delimiter.map(function(delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options2.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`
        ],
        options2
      );
    }
    return delimiter;
  });
  if (options2.escape === void 0 || options2.escape === true) {
    options2.escape = Buffer.from('"', options2.encoding);
  } else if (typeof options2.escape === "string") {
    options2.escape = Buffer.from(options2.escape, options2.encoding);
  } else if (options2.escape === null || options2.escape === false) {
    options2.escape = null;
  }
  if (options2.escape !== null) {
    if (!Buffer.isBuffer(options2.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options2.escape)}`
      );
    }
  }
  if (options2.from === void 0 || options2.from === null) {
    options2.from = 1;
  } else {
    if (typeof options2.from === "string" && /\d+/.test(options2.from)) {
      options2.from = parseInt(options2.from);
    }
    if (Number.isInteger(options2.from)) {
      if (options2.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options2.from)}`
      );
    }
  }
  if (options2.from_line === void 0 || options2.from_line === null) {
    options2.from_line = 1;
  } else {
    if (typeof options2.from_line === "string" && /\d+/.test(options2.from_line)) {
      options2.from_line = parseInt(options2.from_line);
    }
    if (Number.isInteger(options2.from_line)) {
      if (options2.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`
      );
    }
  }
  if (options2.ignore_last_delimiters === void 0 || options2.ignore_last_delimiters === null) {
    options2.ignore_last_delimiters = false;
  } else if (typeof options2.ignore_last_delimiters === "number") {
    options2.ignore_last_delimiters = Math.floor(options2.ignore_last_delimiters);
    if (options2.ignore_last_delimiters === 0) {
      options2.ignore_last_delimiters = false;
    }
  } else if (typeof options2.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options2.ignore_last_delimiters)}`
      ],
      options2
    );
  }
  if (options2.ignore_last_delimiters === true && options2.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option"
      ],
      options2
    );
  }
  if (options2.info === void 0 || options2.info === null || options2.info === false) {
    options2.info = false;
  } else if (options2.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options2.info)}`
    );
  }
  if (options2.max_record_size === void 0 || options2.max_record_size === null || options2.max_record_size === false) {
    options2.max_record_size = 0;
  } else if (Number.isInteger(options2.max_record_size) && options2.max_record_size >= 0) {
  } else if (typeof options2.max_record_size === "string" && /\d+/.test(options2.max_record_size)) {
    options2.max_record_size = parseInt(options2.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options2.max_record_size)}`
    );
  }
  if (options2.objname === void 0 || options2.objname === null || options2.objname === false) {
    options2.objname = void 0;
  } else if (Buffer.isBuffer(options2.objname)) {
    if (options2.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options2.encoding === null) {
    } else {
      options2.objname = options2.objname.toString(options2.encoding);
    }
  } else if (typeof options2.objname === "string") {
    if (options2.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
  } else if (typeof options2.objname === "number") {
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options2.objname}`
    );
  }
  if (options2.objname !== void 0) {
    if (typeof options2.objname === "number") {
      if (options2.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field"
        );
      }
    } else {
      if (options2.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index"
        );
      }
    }
  }
  if (options2.on_record === void 0 || options2.on_record === null) {
    options2.on_record = void 0;
  } else if (typeof options2.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options2.on_record)}`
      ],
      options2
    );
  }
  if (options2.on_skip !== void 0 && options2.on_skip !== null && typeof options2.on_skip !== "function") {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options2.on_skip)}`
    );
  }
  if (options2.quote === null || options2.quote === false || options2.quote === "") {
    options2.quote = null;
  } else {
    if (options2.quote === void 0 || options2.quote === true) {
      options2.quote = Buffer.from('"', options2.encoding);
    } else if (typeof options2.quote === "string") {
      options2.quote = Buffer.from(options2.quote, options2.encoding);
    }
    if (!Buffer.isBuffer(options2.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options2.quote)}`
      );
    }
  }
  if (options2.raw === void 0 || options2.raw === null || options2.raw === false) {
    options2.raw = false;
  } else if (options2.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options2.raw)}`
    );
  }
  if (options2.record_delimiter === void 0) {
    options2.record_delimiter = [];
  } else if (typeof options2.record_delimiter === "string" || Buffer.isBuffer(options2.record_delimiter)) {
    if (options2.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options2.record_delimiter)}`
        ],
        options2
      );
    }
    options2.record_delimiter = [options2.record_delimiter];
  } else if (!Array.isArray(options2.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options2.record_delimiter)}`
      ],
      options2
    );
  }
  options2.record_delimiter = options2.record_delimiter.map(function(rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options2
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options2
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options2.encoding);
    }
    return rd;
  });
  if (typeof options2.relax_column_count === "boolean") {
  } else if (options2.relax_column_count === void 0 || options2.relax_column_count === null) {
    options2.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options2.relax_column_count)}`
    );
  }
  if (typeof options2.relax_column_count_less === "boolean") {
  } else if (options2.relax_column_count_less === void 0 || options2.relax_column_count_less === null) {
    options2.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options2.relax_column_count_less)}`
    );
  }
  if (typeof options2.relax_column_count_more === "boolean") {
  } else if (options2.relax_column_count_more === void 0 || options2.relax_column_count_more === null) {
    options2.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options2.relax_column_count_more)}`
    );
  }
  if (typeof options2.relax_quotes === "boolean") {
  } else if (options2.relax_quotes === void 0 || options2.relax_quotes === null) {
    options2.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options2.relax_quotes)}`
    );
  }
  if (typeof options2.skip_empty_lines === "boolean") {
  } else if (options2.skip_empty_lines === void 0 || options2.skip_empty_lines === null) {
    options2.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options2.skip_empty_lines)}`
    );
  }
  if (typeof options2.skip_records_with_empty_values === "boolean") {
  } else if (options2.skip_records_with_empty_values === void 0 || options2.skip_records_with_empty_values === null) {
    options2.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options2.skip_records_with_empty_values)}`
    );
  }
  if (typeof options2.skip_records_with_error === "boolean") {
  } else if (options2.skip_records_with_error === void 0 || options2.skip_records_with_error === null) {
    options2.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options2.skip_records_with_error)}`
    );
  }
  if (options2.rtrim === void 0 || options2.rtrim === null || options2.rtrim === false) {
    options2.rtrim = false;
  } else if (options2.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options2.rtrim)}`
    );
  }
  if (options2.ltrim === void 0 || options2.ltrim === null || options2.ltrim === false) {
    options2.ltrim = false;
  } else if (options2.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options2.ltrim)}`
    );
  }
  if (options2.trim === void 0 || options2.trim === null || options2.trim === false) {
    options2.trim = false;
  } else if (options2.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options2.trim)}`
    );
  }
  if (options2.trim === true && opts.ltrim !== false) {
    options2.ltrim = true;
  } else if (options2.ltrim !== true) {
    options2.ltrim = false;
  }
  if (options2.trim === true && opts.rtrim !== false) {
    options2.rtrim = true;
  } else if (options2.rtrim !== true) {
    options2.rtrim = false;
  }
  if (options2.to === void 0 || options2.to === null) {
    options2.to = -1;
  } else if (options2.to !== -1) {
    if (typeof options2.to === "string" && /\d+/.test(options2.to)) {
      options2.to = parseInt(options2.to);
    }
    if (Number.isInteger(options2.to)) {
      if (options2.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`
      );
    }
  }
  if (options2.to_line === void 0 || options2.to_line === null) {
    options2.to_line = -1;
  } else if (options2.to_line !== -1) {
    if (typeof options2.to_line === "string" && /\d+/.test(options2.to_line)) {
      options2.to_line = parseInt(options2.to_line);
    }
    if (Number.isInteger(options2.to_line)) {
      if (options2.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`
      );
    }
  }
  return options2;
}, "normalize_options");

// node_modules/csv-parse/lib/utils/delimiter_discover.js
var delimiter_discover = /* @__PURE__ */ __name(function(records, options2) {
  if (!options2) {
    ({ delimiter_auto: options2 } = normalize_options({ delimiter_auto: true }));
  }
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records2 = [];
      const parser = transform({ delimiter: [] });
      const push = /* @__PURE__ */ __name((record2) => records2.push(record2), "push");
      const close = /* @__PURE__ */ __name(() => {
      }, "close");
      const error = parser.parse(data, true, push, close);
      if (error !== void 0) throw error;
      return records2;
    })(records);
  }
  const info = Array(127).fill().map(() => ({ lines: [] }));
  records.map(([record2], line) => {
    for (let i = 0, l = record2.length; i < l; i++) {
      const code = record2.charCodeAt(i);
      if (info[code].lines[line] === void 0) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
  info.map((info2, i) => {
    info2.char_code = i;
    info2.std = std(info2.lines);
    info2.total = info2.lines.reduce((acc, val) => acc + val, 0);
    info2.preferred = !!options2.preferred[i];
    info2.score = options2.score(info2, options2);
  });
  const result = info.reduce(
    (acc, info2) => acc.score > info2.score ? acc : info2,
    {}
  );
  return String.fromCharCode(result.char_code);
}, "delimiter_discover");
var std = /* @__PURE__ */ __name(function(array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n
  );
}, "std");

// node_modules/csv-parse/lib/api/index.js
var isRecordEmpty = /* @__PURE__ */ __name(function(record2) {
  return record2.every(
    (field) => field == null || field.toString && field.toString().trim() === ""
  );
}, "isRecordEmpty");
var cr = 13;
var nl = 10;
var boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254])
};
var transform = /* @__PURE__ */ __name(function(original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0
  };
  const options2 = normalize_options(original_options);
  return {
    info,
    original_options,
    options: options2,
    state: init_state(options2),
    __needMoreData: /* @__PURE__ */ __name(function(i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } = this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0 ? Buffer.from("\r\n", encoding).length : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0
      );
      return numOfCharLeft < requiredLength;
    }, "__needMoreData"),
    // Central parser implementation
    parse: /* @__PURE__ */ __name(function(nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote
      } = this.state;
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === void 0) {
          delimiterBuf = nextBuf;
        } else if (delimiterBufPrevious !== void 0 && nextBuf === void 0) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        nextBuf = void 0;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto)
            )
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = void 0;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === void 0) {
        if (nextBuf === void 0) {
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== void 0 && nextBuf === void 0) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          if (end === false) {
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding2 in boms) {
            if (boms[encoding2].compare(buf, 0, boms[encoding2].length) === 0) {
              const bomLength = boms[encoding2].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              const options3 = normalize_options({
                ...this.original_options,
                encoding: encoding2
              });
              for (const key in options3) {
                this.options[key] = options3[key];
              }
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if ((chr === cr || chr === nl) && this.state.wasRowDelimiter === false) {
          this.state.wasRowDelimiter = true;
        }
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          if (escape !== null && this.state.quoting === true && this.__isEscape(buf, pos, chr) && pos + escape.length < bufLen) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable = rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment = comment !== null && this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr
              );
              const isNextChrRecordDelimiter = record_delimiter.length === 0 ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length) : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              if (escape !== null && this.__isEscape(buf, pos, chr) && this.__isQuote(buf, pos + escape.length)) {
                pos += escape.length - 1;
              } else if (!nextChr || isNextChrDelimiter || isNextChrRecordDelimiter || isNextChrComment || isNextChrTrimable) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment"
                    ],
                    this.options,
                    this.__infoField()
                  )
                );
                if (err !== void 0) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                if (relax_quotes === false) {
                  const info2 = this.__infoField();
                  const bom2 = Object.keys(boms).map(
                    (b) => boms[b].equals(this.state.field.toString()) ? b : false
                  ).filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info2.column)} at line ${info2.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom2 ? `(${bom2} bom)` : void 0
                      ],
                      this.options,
                      info2,
                      {
                        field: this.state.field
                      }
                    )
                  );
                  if (err !== void 0) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos
            );
            if (recordDelimiterLength !== 0) {
              const skipCommentLine = this.state.commenting && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
              } else {
                if (this.state.enabled === false && this.info.lines + (this.state.wasRowDelimiter === true ? 1 : 0) >= from_line) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                if (skip_empty_lines === true && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== void 0) return errField;
                this.info.bytes = this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== void 0) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (comment !== null && (comment_no_infix === false || this.state.record.length === 0 && this.state.field.length === 0)) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== void 0) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (max_record_size !== 0 && this.state.record_length + this.state.field.length > max_record_size) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`
                ],
                this.options,
                this.__infoField()
              )
            );
          }
        }
        const lappend = ltrim === false || this.state.quoting === true || this.state.field.length !== 0 || !this.__isCharTrimable(buf, pos);
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
          if (err !== void 0) return err;
        } else {
          if (this.state.wasQuoting === true || this.state.record.length !== 0 || this.state.field.length !== 0) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== void 0) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== void 0) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    }, "parse"),
    __onRecord: /* @__PURE__ */ __name(function(push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info: info2,
        from: from2,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values
      } = this.options;
      const { enabled, record: record2 } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      const recordLength = record2.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record2)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record2);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err = columns === false ? new CsvError(
          "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
          [
            "Invalid Record Length:",
            `expect ${this.state.expectedRecordLength},`,
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record: record2
          }
        ) : new CsvError(
          "CSV_RECORD_INCONSISTENT_COLUMNS",
          [
            "Invalid Record Length:",
            `columns length is ${columns.length},`,
            // rename columns
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record: record2
          }
        );
        if (relax_column_count === true || relax_column_count_less === true && recordLength < this.state.expectedRecordLength || relax_column_count_more === true && recordLength > this.state.expectedRecordLength) {
          this.info.invalid_field_length++;
          this.state.error = err;
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record2)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from2 === 1 || this.info.records >= from2) {
        const { objname } = this.options;
        if (columns !== false) {
          const obj = {};
          for (let i = 0, l = record2.length; i < l; i++) {
            if (columns[i] === void 0 || columns[i].disabled) continue;
            if (group_columns_by_name === true && Object.hasOwn(obj, columns[i].name)) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record2[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record2[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record2[i],
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
          }
          if (raw === true || info2 === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info2 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [obj[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? obj : [obj[objname], obj],
              push
            );
            if (err) {
              return err;
            }
          }
        } else {
          if (raw === true || info2 === true) {
            const extRecord = Object.assign(
              { record: record2 },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info2 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [record2[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? record2 : [record2[objname], record2],
              push
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    }, "__onRecord"),
    __firstLineToColumns: /* @__PURE__ */ __name(function(record2) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers2 = firstLineToHeaders === void 0 ? record2 : firstLineToHeaders.call(null, record2);
        if (!Array.isArray(headers2)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers2)}`
              ],
              this.options,
              this.__infoField(),
              {
                headers: headers2
              }
            )
          );
        }
        const normalizedHeaders = normalize_columns_array(headers2);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    }, "__firstLineToColumns"),
    __resetRecord: /* @__PURE__ */ __name(function() {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = void 0;
      this.state.record = [];
      this.state.record_length = 0;
    }, "__resetRecord"),
    __onField: /* @__PURE__ */ __name(function() {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== void 0) return err;
        field = f;
      }
      this.state.record.push(field);
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    }, "__onField"),
    __resetField: /* @__PURE__ */ __name(function() {
      this.state.field.reset();
      this.state.wasQuoting = false;
    }, "__resetField"),
    __push: /* @__PURE__ */ __name(function(record2, push) {
      const { on_record } = this.options;
      if (on_record !== void 0) {
        const info2 = this.__infoRecord();
        try {
          record2 = on_record.call(null, record2, info2);
        } catch (err) {
          return err;
        }
        if (record2 === void 0 || record2 === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record2);
    }, "__push"),
    // Return a tuple with the error and the casted value
    __cast: /* @__PURE__ */ __name(function(field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      if (isColumns === true && relax_column_count && this.options.columns.length <= this.state.record.length) {
        return [void 0, void 0];
      }
      if (this.state.castField !== null) {
        try {
          const info2 = this.__infoField();
          return [void 0, this.state.castField.call(null, field, info2)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [void 0, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info2 = this.__infoField();
        return [void 0, this.options.cast_date.call(null, field, info2)];
      }
      return [void 0, field];
    }, "__cast"),
    __compareBytes: /* @__PURE__ */ __name(function(sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    }, "__compareBytes"),
    // Helper to test if a character is trimable
    __isCharTrimable: /* @__PURE__ */ __name(function(buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      const first = buf[pos];
      if (first === void 0 || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    }, "__isCharTrimable"),
    __isDelimiter: /* @__PURE__ */ __name(function(buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (ignore_last_delimiters === true && this.state.record.length === this.options.columns.length - 1) {
        return 0;
      } else if (ignore_last_delimiters !== false && typeof ignore_last_delimiters === "number" && this.state.record.length === ignore_last_delimiters - 1) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    }, "__isDelimiter"),
    __isEscape: /* @__PURE__ */ __name(function(buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    }, "__isEscape"),
    __isFloat: /* @__PURE__ */ __name(function(value) {
      return value - parseFloat(value) + 1 >= 0;
    }, "__isFloat"),
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: /* @__PURE__ */ __name(function(buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    }, "__isQuote"),
    __isRecordDelimiter: /* @__PURE__ */ __name(function(chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    }, "__isRecordDelimiter"),
    __autoDiscoverRecordDelimiter: /* @__PURE__ */ __name(function(buf, pos) {
      const { encoding } = this.options;
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding)
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    }, "__autoDiscoverRecordDelimiter"),
    __error: /* @__PURE__ */ __name(function(msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== void 0) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : void 0
            );
          } catch (err2) {
            return err2;
          }
        }
        return void 0;
      } else {
        return err;
      }
    }, "__error"),
    __infoDataSet: /* @__PURE__ */ __name(function() {
      return {
        ...this.info,
        columns: this.options.columns
      };
    }, "__infoDataSet"),
    __infoRecord: /* @__PURE__ */ __name(function() {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : void 0
      };
    }, "__infoRecord"),
    __infoField: /* @__PURE__ */ __name(function() {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records,
        column: isColumns === true ? columns.length > this.state.record.length ? columns[this.state.record.length].name : null : this.state.record.length,
        quoting: this.state.wasQuoting
      };
    }, "__infoField")
  };
}, "transform");

// node_modules/csv-parse/lib/index.js
var Parser2 = class extends Transform {
  static {
    __name(this, "Parser");
  }
  constructor(opts = {}) {
    super({ ...{ readableObjectMode: true }, ...opts, encoding: null });
    this.api = transform({
      on_skip: /* @__PURE__ */ __name((err, chunk) => {
        this.emit("skip", err, chunk);
      }, "on_skip"),
      ...opts
    });
    this.state = this.api.state;
    this.options = this.api.options;
    this.info = this.api.info;
  }
  // Implementation of `Transform._transform`
  _transform(buf, _, callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      buf,
      false,
      (record2) => {
        this.push(record2);
      },
      () => {
        this.push(null);
        this.end();
        this.on("end", this.destroy);
      }
    );
    if (err !== void 0) {
      this.state.stop = true;
    }
    callback(err);
  }
  // Implementation of `Transform._flush`
  _flush(callback) {
    if (this.state.stop === true) {
      return;
    }
    const err = this.api.parse(
      void 0,
      true,
      (record2) => {
        this.push(record2);
      },
      () => {
        this.push(null);
        this.on("end", this.destroy);
      }
    );
    callback(err);
  }
};
var parse = /* @__PURE__ */ __name(function() {
  let data, options2, callback;
  for (const i in arguments) {
    const argument = arguments[i];
    const type = typeof argument;
    if (data === void 0 && (typeof argument === "string" || Buffer.isBuffer(argument))) {
      data = argument;
    } else if (options2 === void 0 && is_object(argument)) {
      options2 = argument;
    } else if (callback === void 0 && type === "function") {
      callback = argument;
    } else {
      throw new CsvError(
        "CSV_INVALID_ARGUMENT",
        ["Invalid argument:", `got ${JSON.stringify(argument)} at index ${i}`],
        options2 || {}
      );
    }
  }
  const parser = new Parser2(options2);
  if (callback) {
    const records = options2 === void 0 || options2.objname === void 0 ? [] : /* @__PURE__ */ Object.create(null);
    parser.on("readable", function() {
      let record2;
      while ((record2 = this.read()) !== null) {
        if (options2 === void 0 || options2.objname === void 0) {
          records.push(record2);
        } else {
          Object.assign(records, {
            [record2[0]]: record2[1]
            // writable: true,
            // enumerable: true,
            // configurable: true
          });
        }
      }
    });
    parser.on("error", function(err) {
      callback(err, void 0, parser.api.__infoDataSet());
    });
    parser.on("end", function() {
      callback(void 0, records, parser.api.__infoDataSet());
    });
  }
  if (data !== void 0) {
    const writer = /* @__PURE__ */ __name(function() {
      parser.write(data);
      parser.end();
    }, "writer");
    if (typeof setImmediate === "function") {
      setImmediate(writer);
    } else {
      setTimeout(writer, 0);
    }
  }
  return parser;
}, "parse");

// node_modules/aws4fetch/dist/aws4fetch.esm.mjs
var encoder = new TextEncoder();
var HOST_SERVICES = {
  appstream2: "appstream",
  cloudhsmv2: "cloudhsm",
  email: "ses",
  marketplace: "aws-marketplace",
  mobile: "AWSMobileHubService",
  pinpoint: "mobiletargeting",
  queue: "sqs",
  "git-codecommit": "codecommit",
  "mturk-requester-sandbox": "mturk-requester",
  "personalize-runtime": "personalize"
};
var UNSIGNABLE_HEADERS = /* @__PURE__ */ new Set([
  "authorization",
  "content-type",
  "content-length",
  "user-agent",
  "presigned-expires",
  "expect",
  "x-amzn-trace-id",
  "range",
  "connection"
]);
var AwsV4Signer = class {
  static {
    __name(this, "AwsV4Signer");
  }
  constructor({ method, url, headers: headers2, body: body2, accessKeyId, secretAccessKey, sessionToken, service: service2, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
    if (url == null) throw new TypeError("url is a required option");
    if (accessKeyId == null) throw new TypeError("accessKeyId is a required option");
    if (secretAccessKey == null) throw new TypeError("secretAccessKey is a required option");
    this.method = method || (body2 ? "POST" : "GET");
    this.url = new URL(url);
    this.headers = new Headers(headers2 || {});
    this.body = body2;
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    let guessedService, guessedRegion;
    if (!service2 || !region) {
      [guessedService, guessedRegion] = guessServiceRegion(this.url, this.headers);
    }
    this.service = service2 || guessedService || "";
    this.region = region || guessedRegion || "us-east-1";
    this.cache = cache || /* @__PURE__ */ new Map();
    this.datetime = datetime || (/* @__PURE__ */ new Date()).toISOString().replace(/[:-]|\.\d{3}/g, "");
    this.signQuery = signQuery;
    this.appendSessionToken = appendSessionToken || this.service === "iotdevicegateway";
    this.headers.delete("Host");
    if (this.service === "s3" && !this.signQuery && !this.headers.has("X-Amz-Content-Sha256")) {
      this.headers.set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD");
    }
    const params = this.signQuery ? this.url.searchParams : this.headers;
    params.set("X-Amz-Date", this.datetime);
    if (this.sessionToken && !this.appendSessionToken) {
      params.set("X-Amz-Security-Token", this.sessionToken);
    }
    this.signableHeaders = ["host", ...this.headers.keys()].filter((header2) => allHeaders || !UNSIGNABLE_HEADERS.has(header2)).sort();
    this.signedHeaders = this.signableHeaders.join(";");
    this.canonicalHeaders = this.signableHeaders.map((header2) => header2 + ":" + (header2 === "host" ? this.url.host : (this.headers.get(header2) || "").replace(/\s+/g, " "))).join("\n");
    this.credentialString = [this.datetime.slice(0, 8), this.region, this.service, "aws4_request"].join("/");
    if (this.signQuery) {
      if (this.service === "s3" && !params.has("X-Amz-Expires")) {
        params.set("X-Amz-Expires", "86400");
      }
      params.set("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
      params.set("X-Amz-Credential", this.accessKeyId + "/" + this.credentialString);
      params.set("X-Amz-SignedHeaders", this.signedHeaders);
    }
    if (this.service === "s3") {
      try {
        this.encodedPath = decodeURIComponent(this.url.pathname.replace(/\+/g, " "));
      } catch (e) {
        this.encodedPath = this.url.pathname;
      }
    } else {
      this.encodedPath = this.url.pathname.replace(/\/+/g, "/");
    }
    if (!singleEncode) {
      this.encodedPath = encodeURIComponent(this.encodedPath).replace(/%2F/g, "/");
    }
    this.encodedPath = encodeRfc3986(this.encodedPath);
    const seenKeys = /* @__PURE__ */ new Set();
    this.encodedSearch = [...this.url.searchParams].filter(([k]) => {
      if (!k) return false;
      if (this.service === "s3") {
        if (seenKeys.has(k)) return false;
        seenKeys.add(k);
      }
      return true;
    }).map((pair) => pair.map((p) => encodeRfc3986(encodeURIComponent(p)))).sort(([k1, v1], [k2, v2]) => k1 < k2 ? -1 : k1 > k2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0).map((pair) => pair.join("=")).join("&");
  }
  async sign() {
    if (this.signQuery) {
      this.url.searchParams.set("X-Amz-Signature", await this.signature());
      if (this.sessionToken && this.appendSessionToken) {
        this.url.searchParams.set("X-Amz-Security-Token", this.sessionToken);
      }
    } else {
      this.headers.set("Authorization", await this.authHeader());
    }
    return {
      method: this.method,
      url: this.url,
      headers: this.headers,
      body: this.body
    };
  }
  async authHeader() {
    return [
      "AWS4-HMAC-SHA256 Credential=" + this.accessKeyId + "/" + this.credentialString,
      "SignedHeaders=" + this.signedHeaders,
      "Signature=" + await this.signature()
    ].join(", ");
  }
  async signature() {
    const date2 = this.datetime.slice(0, 8);
    const cacheKey = [this.secretAccessKey, date2, this.region, this.service].join();
    let kCredentials = this.cache.get(cacheKey);
    if (!kCredentials) {
      const kDate = await hmac("AWS4" + this.secretAccessKey, date2);
      const kRegion = await hmac(kDate, this.region);
      const kService = await hmac(kRegion, this.service);
      kCredentials = await hmac(kService, "aws4_request");
      this.cache.set(cacheKey, kCredentials);
    }
    return buf2hex(await hmac(kCredentials, await this.stringToSign()));
  }
  async stringToSign() {
    return [
      "AWS4-HMAC-SHA256",
      this.datetime,
      this.credentialString,
      buf2hex(await hash(await this.canonicalString()))
    ].join("\n");
  }
  async canonicalString() {
    return [
      this.method.toUpperCase(),
      this.encodedPath,
      this.encodedSearch,
      this.canonicalHeaders + "\n",
      this.signedHeaders,
      await this.hexBodyHash()
    ].join("\n");
  }
  async hexBodyHash() {
    let hashHeader = this.headers.get("X-Amz-Content-Sha256") || (this.service === "s3" && this.signQuery ? "UNSIGNED-PAYLOAD" : null);
    if (hashHeader == null) {
      if (this.body && typeof this.body !== "string" && !("byteLength" in this.body)) {
        throw new Error("body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header");
      }
      hashHeader = buf2hex(await hash(this.body || ""));
    }
    return hashHeader;
  }
};
async function hmac(key, string2) {
  const cryptoKey = await crypto.subtle.importKey(
    "raw",
    typeof key === "string" ? encoder.encode(key) : key,
    { name: "HMAC", hash: { name: "SHA-256" } },
    false,
    ["sign"]
  );
  return crypto.subtle.sign("HMAC", cryptoKey, encoder.encode(string2));
}
__name(hmac, "hmac");
async function hash(content) {
  return crypto.subtle.digest("SHA-256", typeof content === "string" ? encoder.encode(content) : content);
}
__name(hash, "hash");
var HEX_CHARS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f"];
function buf2hex(arrayBuffer) {
  const buffer = new Uint8Array(arrayBuffer);
  let out = "";
  for (let idx = 0; idx < buffer.length; idx++) {
    const n = buffer[idx];
    out += HEX_CHARS[n >>> 4 & 15];
    out += HEX_CHARS[n & 15];
  }
  return out;
}
__name(buf2hex, "buf2hex");
function encodeRfc3986(urlEncodedStr) {
  return urlEncodedStr.replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
}
__name(encodeRfc3986, "encodeRfc3986");
function guessServiceRegion(url, headers2) {
  const { hostname, pathname } = url;
  if (hostname.endsWith(".on.aws")) {
    const match3 = hostname.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);
    return match3 != null ? ["lambda", match3[1] || ""] : ["", ""];
  }
  if (hostname.endsWith(".r2.cloudflarestorage.com")) {
    return ["s3", "auto"];
  }
  if (hostname.endsWith(".backblazeb2.com")) {
    const match3 = hostname.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);
    return match3 != null ? ["s3", match3[1] || ""] : ["", ""];
  }
  const match2 = hostname.replace("dualstack.", "").match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/);
  let service2 = match2 && match2[1] || "";
  let region = match2 && match2[2];
  if (region === "us-gov") {
    region = "us-gov-west-1";
  } else if (region === "s3" || region === "s3-accelerate") {
    region = "us-east-1";
    service2 = "s3";
  } else if (service2 === "iot") {
    if (hostname.startsWith("iot.")) {
      service2 = "execute-api";
    } else if (hostname.startsWith("data.jobs.iot.")) {
      service2 = "iot-jobs-data";
    } else {
      service2 = pathname === "/mqtt" ? "iotdevicegateway" : "iotdata";
    }
  } else if (service2 === "autoscaling") {
    const targetPrefix = (headers2.get("X-Amz-Target") || "").split(".")[0];
    if (targetPrefix === "AnyScaleFrontendService") {
      service2 = "application-autoscaling";
    } else if (targetPrefix === "AnyScaleScalingPlannerFrontendService") {
      service2 = "autoscaling-plans";
    }
  } else if (region == null && service2.startsWith("s3-")) {
    region = service2.slice(3).replace(/^fips-|^external-1/, "");
    service2 = "s3";
  } else if (service2.endsWith("-fips")) {
    service2 = service2.slice(0, -5);
  } else if (region && /-\d$/.test(service2) && !/-\d$/.test(region)) {
    [service2, region] = [region, service2];
  }
  return [HOST_SERVICES[service2] || service2, region || ""];
}
__name(guessServiceRegion, "guessServiceRegion");

// src/tasks/http/send-request.ts
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
var MOST_REDIRECTS = 10;
async function sendRequest(request, signal) {
  const limit = AbortSignal.timeout(Math.max(1, Math.ceil(request.timeoutMs)));
  let current = request;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await exchange2(current, { signal, limit });
    const next = request.followRedirects ? redirectOf(current, answer) : void 0;
    if (!next) return answer;
    answer.body.resume();
    current = next;
  }
  throw new RunError(
    "HTTP_FAILED",
    `${request.method} ${request.url} was redirected more than ${MOST_REDIRECTS} times`
  );
}
__name(sendRequest, "sendRequest");
async function exchange2({ method, url, headers: headers2, body: body2, tls: tls2, timeoutMs }, { signal, limit }) {
  const send = url.startsWith("https:") ? requestHttps : requestHttp;
  try {
    const answer = await new Promise((resolve4, reject) => {
      const request = send(url, {
        method,
        headers: headers2,
        ...tls2,
        signal: AbortSignal.any([signal, limit]),
        agent: false
      });
      request.on("response", resolve4).on("error", reject);
      request.end(body2);
    });
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: decompress(answer, method) };
  } catch (cause) {
    signal.throwIfAborted();
    const why = limit.aborted ? `no answer within ${timeoutMs} ms` : describeCause(cause);
    throw new RunError("HTTP_FAILED", `${method} ${url} failed: ${why}`, { cause });
  }
}
__name(exchange2, "exchange");
function describeCause(cause) {
  if (cause instanceof AggregateError) return describeError(cause.errors[0]);
  return describeError(cause);
}
__name(describeCause, "describeCause");
function decompress(answer, method) {
  const decoder = DECODERS[String(answer.headers["content-encoding"] ?? "").toLowerCase()];
  if (!decoder || method === "HEAD" || answer.statusCode === 204) return answer;
  const decoded = decoder();
  pipeline(answer, decoded, () => void 0);
  return decoded;
}
__name(decompress, "decompress");
var DECODERS = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress
};
function redirectOf(request, { status, headers: headers2 }) {
  const { location: location2 } = headers2;
  if (![301, 302, 303, 307, 308].includes(status) || location2 === void 0) return void 0;
  const url = new URL(location2, request.url);
  const becomesGet = status === 303 ? request.method !== "HEAD" : request.method === "POST" && status < 303;
  const isElsewhere = url.origin !== new URL(request.url).origin;
  const dropped = /* @__PURE__ */ new Set([
    ...becomesGet ? ["content-type", "content-length"] : [],
    ...isElsewhere ? ["authorization", "cookie"] : []
  ]);
  const kept = Object.entries(request.headers).filter(([name3]) => !dropped.has(name3));
  return {
    ...request,
    url: url.href,
    headers: Object.fromEntries(kept),
    ...becomesGet ? { method: "GET", body: void 0 } : {}
  };
}
__name(redirectOf, "redirectOf");

// src/tasks/csv/open-url.ts
var TIMEOUT_MS = 6e4;
async function openUrl(url, access, context) {
  const { href, headers: headers2 } = url.startsWith("s3://") ? await signed(url, access, context) : { href: url, headers: {} };
  if (!/^https?:\/\//.test(href))
    throw new RunError("HTTP_FAILED", `"${url}" is no URL`, { hint: "write https://… or s3://bucket/key" });
  const answer = await sendRequest(
    { method: "GET", url: href, headers: headers2, body: void 0, timeoutMs: TIMEOUT_MS, followRedirects: true },
    context.signal
  );
  if (answer.status === 200) return answer.body;
  answer.body.destroy();
  throw new RunError("HTTP_FAILED", `GET ${url} was answered with status ${answer.status}`, {
    hint: answer.status === 403 ? "check the credentials: accessKeyId and secretAccessKey" : void 0
  });
}
__name(openUrl, "openUrl");
async function signed(url, access, { processEnv }) {
  const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(url) ?? [];
  const region = access.region ?? processEnv.AWS_REGION ?? processEnv.AWS_DEFAULT_REGION ?? "us-east-1";
  const endpoint = access.endpoint ?? processEnv.AWS_ENDPOINT_URL_S3 ?? processEnv.AWS_ENDPOINT_URL;
  const path = key.split("/").map(encodeURIComponent).join("/");
  const href = endpoint ? `${endpoint.replace(/\/$/, "")}/${bucket}/${path}` : `https://${bucket}.s3.${region}.amazonaws.com/${path}`;
  const accessKeyId = access.accessKeyId ?? processEnv.AWS_ACCESS_KEY_ID;
  const secretAccessKey = access.secretAccessKey ?? processEnv.AWS_SECRET_ACCESS_KEY;
  if (bucket === "" || accessKeyId === void 0 || secretAccessKey === void 0)
    return { href: bucket === "" ? url : href, headers: {} };
  const sessionToken = access.sessionToken ?? processEnv.AWS_SESSION_TOKEN;
  const signer = new AwsV4Signer({
    url: href,
    service: "s3",
    region,
    accessKeyId,
    secretAccessKey,
    ...sessionToken === void 0 ? {} : { sessionToken }
  });
  const request = await signer.sign();
  return { href: request.url.href, headers: Object.fromEntries(request.headers) };
}
__name(signed, "signed");

// src/tasks/csv.ts
var text8 = external_exports.string().min(1);
var spec2 = external_exports.strictObject({
  file: input(text8).optional().describe("a file, relative to the scenario's"),
  url: input(text8).optional().describe("https://… or s3://bucket/key"),
  delimiter: input(text8).optional().describe("default a comma"),
  header: external_exports.boolean().optional().describe("the first line has the names of the columns; default true"),
  columns: external_exports.array(text8).min(1).optional().describe("names of the columns; with a header they take the place of its own"),
  s3: external_exports.strictObject({
    endpoint: input(text8).optional().describe("of a store that is not Amazon, such as http://localhost:9000"),
    region: input(text8).optional().describe("default AWS_REGION, else us-east-1"),
    accessKeyId: input(text8).optional().describe("default AWS_ACCESS_KEY_ID"),
    secretAccessKey: input(text8).optional().describe("default AWS_SECRET_ACCESS_KEY"),
    sessionToken: input(text8).optional().describe("default AWS_SESSION_TOKEN")
  }).optional()
}).superRefine(({ file, url }, context) => {
  if (file === void 0 !== (url === void 0)) return;
  context.addIssue({
    code: "custom",
    message: file === void 0 ? "no file and no url" : 'both "file" and "url"',
    params: { hint: 'write one of the two: "file: rows.csv" or "url: https://…"' }
  });
});
var BATCH2 = 200;
var csv = defineTask({
  kind: "csv",
  summary: "streams the rows of a CSV file; children with each run once a row",
  emits: "row",
  spec: spec2,
  files: /* @__PURE__ */ __name(({ file }) => typeof file === "string" ? [{ file, path: ["file"] }] : [], "files"),
  async run(given, context) {
    const {
      file,
      url,
      delimiter = ",",
      header: header2 = true,
      columns,
      s3
    } = await resolve2(given, () => context.expressionContext(), context.jq);
    const name3 = file ?? url ?? "";
    const source = file === void 0 ? await openUrl(name3, { ...s3 }, context) : createReadStream(resolveFile(file, context.files));
    const names2 = columns ? [...columns] : header2;
    const parser = parse({
      delimiter,
      bom: true,
      columns: names2,
      from_line: columns && header2 ? 2 : 1,
      relax_column_count: false
    });
    const rows = pipe(source, parser);
    try {
      await publishRows(rows, context);
    } catch (cause) {
      context.signal.throwIfAborted();
      if (cause instanceof RunError) throw cause;
      const where = cause instanceof CsvError && "lines" in cause ? `:${String(cause.lines)}` : "";
      throw new RunError("CSV_INVALID", `cannot read "${name3}"${where}: ${describeError(cause)}`, { cause });
    } finally {
      source.destroy();
    }
    return { allowsNone: true };
  }
});
function pipe(source, parser) {
  source.on("error", (cause) => parser.destroy(cause));
  return source.pipe(parser);
}
__name(pipe, "pipe");
async function publishRows(rows, context) {
  let batch = [];
  const flush = /* @__PURE__ */ __name(async () => {
    context.signal.throwIfAborted();
    const atMs = context.clock.nowMs();
    await context.publish(batch.map((value) => ({ what: "row", value, atMs })));
    batch = [];
  }, "flush");
  for await (const row of rows) {
    batch.push(toObject(row));
    if (batch.length >= BATCH2) await flush();
  }
  await flush();
}
__name(publishRows, "publishRows");
function toObject(row) {
  return Array.isArray(row) ? Object.fromEntries(row.map((value, index) => [`c${index}`, value])) : row;
}
__name(toObject, "toObject");

// src/tasks/exec.ts
import { spawn } from "node:child_process";
var text9 = external_exports.string().min(1);
var DEFAULT_TIMEOUT_MS = 6e4;
var MOST_OUTPUT = 1 << 20;
var LINES_SHOWN = 20;
var spec3 = external_exports.strictObject({
  command: external_exports.union([input(text9), external_exports.array(input(external_exports.string())).min(1)]).describe("a command line for the shell, or a program with its arguments"),
  stdin: freeform().optional().describe("what it reads: text as it is, anything else as JSON"),
  env: external_exports.record(text9, freeform()).optional().describe("added to the environment that it inherits"),
  cwd: input(text9).optional().describe("its working directory; default: the folder of the scenario's file"),
  timeout: input(duration).optional().describe("it is ended after that, and the task fails; default 60s")
});
var exec = defineTask({
  kind: "exec",
  summary: "runs a command; .result has its code, stdout and stderr",
  emits: "result",
  spec: spec3,
  async run(given, context) {
    const evaluated = await resolve2(given, () => context.expressionContext(), context.jq);
    const { timeout = DEFAULT_TIMEOUT_MS } = evaluated;
    const child = start(evaluated, context);
    const { code, stdout, stderr, timedOut } = await finish(child, timeout, context);
    const result = { code, stdout, stderr, ...parsedOutput(stdout) };
    await context.publish([{ what: "result", value: result, atMs: context.clock.nowMs() }]);
    const lines = stderr.trimEnd().split("\n").slice(-LINES_SHOWN);
    const span = context.spanOf(["exec", timedOut ? "timeout" : "command"]);
    if (timedOut)
      return {
        failure: { message: `the command did not end within ${renderDuration(timeout)}`, span },
        detail: lines
      };
    if (code !== 0 && !context.hasChecks)
      return { failure: { message: `the command ended with exit code ${code}`, span }, detail: lines };
    return {};
  }
});
function start(given, context) {
  const { command, env = {}, cwd, stdin } = given;
  const [program = "", ...args] = typeof command === "string" ? [command] : command;
  const added = Object.fromEntries(
    Object.entries(env).map(([name3, value]) => [name3, renderText(value)])
  );
  const child = spawn(program, args, {
    cwd: cwd ?? context.files.directory,
    env: { ...context.processEnv, ...added },
    shell: typeof command === "string",
    // A group of its own, so that all it starts can be ended with it.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"]
  });
  child.stdin?.on("error", () => void 0);
  child.stdin?.end(stdin === void 0 ? "" : renderText(stdin));
  return child;
}
__name(start, "start");
async function finish(child, timeoutMs, { clock, signal }) {
  var _stack = [];
  try {
    const outputs = { stdout: "", stderr: "" };
    for (const name3 of ["stdout", "stderr"]) {
      child[name3]?.setEncoding("utf8").on("data", (piece) => {
        if (outputs[name3].length < MOST_OUTPUT) outputs[name3] += piece;
      });
    }
    let timedOut = false;
    const end = /* @__PURE__ */ __name(() => endGroup(child), "end");
    const _timer = __using(_stack, clock.at(clock.nowMs() + timeoutMs, () => {
      timedOut = true;
      end();
    }));
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
    try {
      const code = await new Promise((resolved, rejected) => {
        child.on("error", rejected).on("close", resolved);
      });
      signal.throwIfAborted();
      return { code, ...outputs, timedOut };
    } catch (cause) {
      signal.throwIfAborted();
      throw new RunError("EXEC_NOT_STARTED", `the command could not be started: ${cause.message}`, {
        cause
      });
    } finally {
      signal.removeEventListener("abort", end);
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
__name(finish, "finish");
function endGroup({ pid }) {
  if (pid === void 0) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (cause) {
    if (cause.code !== "ESRCH") throw cause;
  }
}
__name(endGroup, "endGroup");
function parsedOutput(stdout) {
  try {
    return { json: JSON.parse(stdout) };
  } catch {
    return {};
  }
}
__name(parsedOutput, "parsedOutput");

// src/tasks/group.ts
var text10 = external_exports.string().min(1);
var DEFAULT_WITHIN_MS = 3e4;
var LOOK_EVERY_MS2 = 100;
var spec4 = external_exports.strictObject({
  id: input(text10).describe("the consumer group"),
  cluster: clusterName.optional(),
  topics: external_exports.array(input(text10)).min(1).optional().describe("that it must be assigned; for lag: default all of its own"),
  lag: input(external_exports.int().min(0)).optional().describe("it has at most so many records left to commit"),
  state: input(external_exports.enum(["stable", "empty", "dead"])).optional().describe("default stable with members; with lag alone any"),
  members: input(external_exports.int().min(0)).optional().describe("exactly so many members"),
  within: input(duration).optional().describe("how long to wait for it; default 30s")
});
var group = defineTask({
  kind: "group",
  summary: "waits until a consumer group is there, or has caught up",
  emits: "result",
  spec: spec4,
  async run(given, context) {
    const wanted = wantedOf(await resolve2(given, () => context.expressionContext(), context.jq));
    const { within: within2 = DEFAULT_WITHIN_MS } = wanted;
    const untilMs = context.clock.nowMs() + within2;
    for (; ; ) {
      const seen = await look(wanted, context);
      const missing = whatIsMissing(wanted, seen);
      if (missing === void 0 || context.clock.nowMs() >= untilMs) {
        await context.publish([{ what: "result", value: seen, atMs: context.clock.nowMs() }]);
        return missing === void 0 ? {} : fail2(missing, wanted, context);
      }
      await sleep(context.clock, LOOK_EVERY_MS2, context.signal);
    }
  }
});
function fail2(missing, { id, within: within2 = DEFAULT_WITHIN_MS }, context) {
  return {
    failure: {
      message: `consumer group "${id}" ${missing} within ${renderDuration(within2)}`,
      span: context.spanOf(["group", "id"])
    }
  };
}
__name(fail2, "fail");
function wantedOf({ cluster, ...wanted }) {
  const { id, topics } = wanted;
  return {
    ...wanted,
    id: qualifiedName(cluster, id),
    topics: topics?.map((topic) => qualifiedName(cluster, topic))
  };
}
__name(wantedOf, "wantedOf");
async function look({ id, topics }, { kafka, signal }) {
  const found = (await kafka.describeGroups([id], signal)).find((one) => one.id === id);
  if (!found) return { id, state: "dead", members: 0, topics: [], lag: null };
  const assigned = new Set(found.members.flatMap(({ assignments }) => assignments.map(({ topic }) => topic)));
  return {
    id,
    state: found.state.toLowerCase(),
    members: found.members.length,
    topics: [...assigned].toSorted(),
    lag: await lagOf(found, topics, { kafka, signal })
  };
}
__name(look, "look");
async function lagOf({ committed }, topics, { kafka, signal }) {
  const own = committed.filter(({ topic }) => topics?.includes(topic) ?? true);
  if (own.length === 0) return null;
  const names2 = topics ?? [...new Set(own.map(({ topic }) => topic))];
  const ends = await kafka.offsets(names2, "end", signal);
  const starts = await kafka.offsets(names2, "start", signal);
  let lag = 0n;
  for (const [topic, offsets] of ends) {
    for (const [partition, end] of offsets.entries()) {
      const position = own.find((one) => one.topic === topic && one.partition === partition)?.offset;
      lag += end - (position ?? starts.get(topic)?.[partition] ?? 0n);
    }
  }
  return exactNumber(lag);
}
__name(lagOf, "lagOf");
function whatIsMissing(wanted, seen) {
  const asksForMore = wanted.lag !== void 0 || wanted.members !== void 0;
  const state = wanted.state ?? (asksForMore ? void 0 : "stable");
  if (state !== void 0 && seen.state !== state) return `was not ${state} (it is ${seen.state})`;
  if (wanted.state === void 0 && !asksForMore && seen.members === 0) return "had no members";
  if (wanted.members !== void 0 && seen.members !== wanted.members)
    return `had not ${wanted.members} members (it has ${seen.members})`;
  const unassigned = wanted.lag === void 0 ? wanted.topics?.find((topic) => !seen.topics.includes(topic)) : void 0;
  if (unassigned !== void 0 && state === "stable") return `was not assigned topic "${unassigned}"`;
  if (wanted.lag === void 0) return void 0;
  if (seen.lag === null) return `had committed nothing`;
  return Number(seen.lag) <= wanted.lag ? void 0 : `had not caught up (lag ${seen.lag})`;
}
__name(whatIsMissing, "whatIsMissing");

// src/tasks/http.ts
import { readFile as readFile2 } from "node:fs/promises";

// src/tasks/expected-error.ts
var expectedError = external_exports.strictObject({
  contains: external_exports.string().min(1).optional().describe("a part of its sentence, whatever the letter case"),
  code: external_exports.string().min(1).optional().describe("its code, such as KAFKA_RECORD_TOO_LARGE")
});
async function expectError(expected, {
  kind,
  context,
  act: act2
}) {
  const outcome = /* @__PURE__ */ __name((actual, message) => ({
    allowsNone: true,
    checks: [checkOf(expected, { actual, message, span: context.spanOf([kind, "expect", "error"]) })]
  }), "outcome");
  try {
    await act2();
  } catch (cause) {
    if (!(cause instanceof FlowproofError) || context.signal.aborted) throw cause;
    return outcome(`${cause.code}: ${cause.message}`, faultOf4(expected, cause));
  }
  return outcome(null, "expected an error, but it went well");
}
__name(expectError, "expectError");
function faultOf4({ contains: contains2, code }, error) {
  if (code !== void 0 && error.code !== code)
    return `expected the error code ${code}, got ${error.code}: ${error.message}`;
  if (contains2 !== void 0 && !error.message.toLowerCase().includes(contains2.toLowerCase()))
    return `expected an error with "${contains2}", got "${error.message}"`;
  return void 0;
}
__name(faultOf4, "faultOf");
function checkOf(expected, {
  actual,
  message,
  span
}) {
  return {
    name: "an error is expected",
    status: message === void 0 ? "passed" : "failed",
    operator: "error",
    expected: expected.contains ?? expected.code ?? "any error",
    actual,
    evaluated: 1,
    failed: message === void 0 ? 0 : 1,
    ...compact({ message, span })
  };
}
__name(checkOf, "checkOf");

// src/tasks/http/read-response.ts
var MOST_BYTES = 16 << 20;
async function readResponse({ status, headers: headers2, body: body2 }, { method, url }) {
  const pieces = [];
  let sizeBytes = 0;
  try {
    for await (const piece of body2) {
      sizeBytes += piece.length;
      if (sizeBytes > MOST_BYTES)
        throw new RunError("HTTP_FAILED", `the answer has more than ${MOST_BYTES >> 20} MiB`);
      pieces.push(piece);
    }
  } catch (cause) {
    throw new RunError("HTTP_FAILED", `${method} ${url} failed: ${describeError(cause)}`, { cause });
  }
  const text14 = Buffer.concat(pieces).toString("utf8");
  return {
    status,
    headers: headersOf(headers2),
    body: parseBody(text14, headers2["content-type"]),
    text: text14,
    sizeBytes
  };
}
__name(readResponse, "readResponse");
function headersOf(headers2) {
  return Object.fromEntries(
    Object.entries(headers2).map(([name3, value]) => [
      name3,
      Array.isArray(value) ? value.join(", ") : value ?? null
    ])
  );
}
__name(headersOf, "headersOf");
function parseBody(text14, type) {
  if (!/\bjson\b/.test(type ?? "") && !/^\s*[[{]/.test(text14)) return text14;
  try {
    return parseJson(text14);
  } catch {
    return text14;
  }
}
__name(parseBody, "parseBody");

// src/tasks/http/spec.ts
var text11 = external_exports.string().min(1);
var body = external_exports.strictObject({
  json: freeform().optional().describe("any value, sent as JSON"),
  text: freeform().optional().describe("text as it is"),
  form: external_exports.record(text11, freeform()).optional().describe("fields, sent as application/x-www-form-urlencoded"),
  html: freeform().optional().describe("text, sent as text/html"),
  xml: freeform().optional().describe("text, sent as application/xml"),
  file: input(text11).optional().describe("the bytes of a file")
}).superRefine((written, context) => {
  const kinds2 = Object.keys(written);
  if (kinds2.length === 1) return;
  context.addIssue({
    code: "custom",
    message: kinds2.length === 0 ? "a body of no kind" : `a body of ${kinds2.length} kinds: ${kinds2.join(", ")}`,
    params: { hint: "write one of json, text, form, html, xml and file" }
  });
});
var auth = external_exports.strictObject({
  basic: external_exports.strictObject({ username: input(external_exports.string()), password: input(external_exports.string()) }).optional(),
  bearer: input(text11).optional().describe("a token"),
  header: external_exports.strictObject({ name: input(text11), value: input(external_exports.string()) }).optional().describe("a header of its own")
}).superRefine((written, context) => {
  if (Object.keys(written).length === 1) return;
  context.addIssue({
    code: "custom",
    message: "not exactly one way to log in",
    params: { hint: "write one of basic, bearer and header" }
  });
});
var tls = external_exports.strictObject({
  skipVerify: external_exports.boolean().optional().describe("accept any certificate"),
  ca: input(text11).optional().describe("a PEM file with the authorities to trust"),
  cert: input(text11).optional().describe("a PEM file with our own certificate"),
  key: input(text11).optional().describe("a PEM file with its key")
});
var retry = external_exports.strictObject({
  until: conditionList.min(1).describe("all must hold for the answer to be taken"),
  every: input(duration).optional().describe("pause between requests; default 500ms"),
  for: input(duration).optional().describe("how long to go on; default 10s")
});
var httpSpec = external_exports.strictObject({
  method: external_exports.enum(["GET", "POST", "DELETE", "HEAD", "PUT", "PATCH", "OPTIONS"]).optional().describe("default GET, or POST with a body"),
  url: input(external_exports.string().regex(/^https?:\/\//, { error: "a URL begins with http:// or https://" })),
  query: external_exports.record(text11, freeform()).optional().describe("added to the URL; a list gives the name several times"),
  headers: external_exports.record(text11, freeform()).optional(),
  body: body.optional(),
  auth: auth.optional(),
  tls: tls.optional(),
  timeout: input(duration).optional().describe("of one request; default 30s"),
  followRedirects: external_exports.boolean().optional().describe("default true"),
  retry: retry.optional().describe("asks again until the answer is as wanted"),
  expect: external_exports.strictObject({ error: expectedError.describe("nobody must answer; what the error says") }).optional()
});

// src/tasks/http.ts
var DEFAULT_TIMEOUT_MS2 = 3e4;
var DEFAULT_RETRY = { every: 500, for: 1e4 };
var http = defineTask({
  kind: "http",
  summary: "sends an HTTP request; checks see its .response",
  emits: "response",
  spec: httpSpec,
  files: /* @__PURE__ */ __name(({ body: body2, tls: tls2 }) => [
    { file: body2?.file, path: ["body", "file"] },
    ...["ca", "cert", "key"].map((name3) => ({ file: tls2?.[name3], path: ["tls", name3] }))
  ].flatMap(({ file, path }) => typeof file === "string" ? [{ file, path }] : []), "files"),
  async run(given, context) {
    const { expect, retry: retry2 } = given;
    const act2 = /* @__PURE__ */ __name(() => retry2 ? ask(given, retry2, context) : sendOnce(given, context), "act");
    return expect ? expectError(expect.error, { kind: "http", context, act: act2 }) : act2();
  }
});
async function sendOnce(given, context) {
  const response = await exchange3(given, context);
  await context.publish([{ what: "response", value: response, atMs: context.clock.nowMs() }]);
  return {};
}
__name(sendOnce, "sendOnce");
async function ask(given, retry2, context) {
  const { clock, jq, signal } = context;
  const times = await resolve2({ every: retry2.every, for: retry2.for }, () => context.expressionContext(), jq);
  const { every = DEFAULT_RETRY.every, for: lasting = DEFAULT_RETRY.for } = times;
  const untilMs = clock.nowMs() + lasting;
  for (let index = 0; ; index++) {
    const tried = await tryOnce(given, { retry: retry2, index, context });
    if (tried.why === void 0 && tried.response) {
      await context.publish([{ what: "response", value: tried.response, atMs: clock.nowMs() }]);
      return {};
    }
    if (clock.nowMs() + every > untilMs) {
      if (tried.response)
        await context.publish([{ what: "response", value: tried.response, atMs: clock.nowMs() }]);
      return {
        failure: {
          message: `retry.until was not met within ${renderDuration(lasting)}, after ${index + 1} request${index === 0 ? "" : "s"}: ${tried.why}`,
          span: context.spanOf(["http", "retry", "until"])
        },
        allowsNone: true
      };
    }
    await sleep(clock, every, signal);
  }
}
__name(ask, "ask");
async function tryOnce(given, {
  retry: retry2,
  index,
  context
}) {
  try {
    const response = await exchange3(given, context);
    const contexts = context.expressionContexts([{ response, index }]);
    for (const condition2 of retry2.until) {
      const [judgement] = await judge(condition2, contexts, context);
      if (!judgement?.passed)
        return { response, why: `${condition2.name}: ${judgement?.message ?? "it does not hold"}` };
    }
    return { response };
  } catch (cause) {
    if (!(cause instanceof RunError) || cause.code !== "HTTP_FAILED") throw cause;
    return { why: cause.message };
  }
}
__name(tryOnce, "tryOnce");
async function exchange3(given, context) {
  const { clock } = context;
  const request = await prepare(given, context);
  const startedAtMs = clock.nowMs();
  const response = await readResponse(await sendRequest(request, context.signal), request);
  return { ...response, durationMs: roundMs(clock.nowMs() - startedAtMs) };
}
__name(exchange3, "exchange");
async function prepare(given, context) {
  const { retry: _retry, ...own } = given;
  const evaluated = await resolve2(own, () => context.expressionContext(), context.jq);
  const { url, query = {}, headers: headers2 = {}, auth: auth2, tls: tls2, timeout, followRedirects, method } = evaluated;
  const body2 = await bodyOf(evaluated.body, context);
  const written = Object.entries(headers2).map(
    ([name3, value]) => [name3.toLowerCase(), renderText(value)]
  );
  const readPem = /* @__PURE__ */ __name(async (file) => file === void 0 ? void 0 : readFile2(resolveFile(file, context.files)), "readPem");
  return {
    method: method ?? (body2 ? "POST" : "GET"),
    url: addQuery(url, query),
    headers: {
      "user-agent": "flowproof",
      accept: "*/*",
      "accept-encoding": "gzip, deflate, br",
      ...body2 ? { "content-type": body2.type, "content-length": String(body2.bytes.length) } : {},
      ...authHeader(auth2),
      ...Object.fromEntries(written)
    },
    body: body2?.bytes,
    timeoutMs: timeout ?? DEFAULT_TIMEOUT_MS2,
    followRedirects: followRedirects ?? true,
    tls: tls2 && {
      rejectUnauthorized: tls2.skipVerify !== true,
      ca: await readPem(tls2.ca),
      cert: await readPem(tls2.cert),
      key: await readPem(tls2.key)
    }
  };
}
__name(prepare, "prepare");
var TEXT_TYPES = { text: "text/plain", html: "text/html", xml: "application/xml" };
async function bodyOf(body2, context) {
  if (!body2) return void 0;
  if (body2.file !== void 0)
    return { type: "application/octet-stream", bytes: await readFile2(resolveFile(body2.file, context.files)) };
  if (body2.json !== void 0) return { type: "application/json", bytes: Buffer.from(renderJson(body2.json)) };
  if (body2.form !== void 0) {
    const fields = new URLSearchParams(pairsOf(body2.form));
    return { type: "application/x-www-form-urlencoded", bytes: Buffer.from(fields.toString()) };
  }
  const kind = ["text", "html", "xml"].find((one) => body2[one] !== void 0) ?? "text";
  return { type: `${TEXT_TYPES[kind]}; charset=utf-8`, bytes: Buffer.from(renderText(body2[kind] ?? "")) };
}
__name(bodyOf, "bodyOf");
function addQuery(url, query) {
  const whole = new URL(url);
  for (const [name3, value] of pairsOf(query)) whole.searchParams.append(name3, value);
  return whole.href;
}
__name(addQuery, "addQuery");
function pairsOf(fields) {
  return Object.entries(fields).flatMap(([name3, value]) => {
    const values = Array.isArray(value) ? value : [value];
    return values.map((one) => [name3, renderText(one)]);
  });
}
__name(pairsOf, "pairsOf");
function authHeader({ basic, bearer, header: header2 } = {}) {
  if (bearer !== void 0) return { authorization: `Bearer ${bearer}` };
  if (header2) return { [header2.name.toLowerCase()]: header2.value };
  if (!basic) return {};
  const pair = Buffer.from(`${basic.username}:${basic.password}`);
  return { authorization: `Basic ${pair.toString("base64")}` };
}
__name(authHeader, "authHeader");

// src/formats/record/writer.ts
async function openWriter(format2, topic, sources) {
  const codecs = {
    key: await openFormat(format2?.key, "key", sources),
    value: await openFormat(format2?.value, "value", sources)
  };
  return {
    prepare(records, signal) {
      const pending = PARTS2.flatMap(
        (part) => codecs[part].prepareEncode === void 0 ? [] : records.flatMap((given) => prepareOne(codecs[part], { part, topic, given, signal }) ?? [])
      );
      return pending.length === 0 ? void 0 : Promise.all(pending).then(() => void 0);
    },
    write(given, spanOf) {
      const headers2 = given.headers.map(writeHeader);
      const [key, value] = PARTS2.map((part) => {
        if (given[part] === null) return void 0;
        const encode2 = /* @__PURE__ */ __name(() => codecs[part].encode(given[part], { part, topic, headers: headers2 }), "encode");
        return rescue(encode2, { part, format: nameFormat(format2?.[part]), spanOf });
      });
      return {
        key: key?.bytes ?? null,
        value: value?.bytes ?? null,
        headers: [...headers2, ...key?.headers ?? [], ...value?.headers ?? []]
      };
    }
  };
}
__name(openWriter, "openWriter");
var PARTS2 = ["key", "value"];
function prepareOne(codec, { part, topic, given, signal }) {
  const value = given[part];
  return value === null ? void 0 : codec.prepareEncode?.(value, { part, topic, headers: [] }, signal);
}
__name(prepareOne, "prepareOne");
function writeHeader({ key, value }) {
  return { key, value: value === null ? null : encodeUnframed(value) };
}
__name(writeHeader, "writeHeader");
function rescue(encode2, { part, format: format2, spanOf }) {
  try {
    return encode2();
  } catch (cause) {
    if (!(cause instanceof Unfit)) throw cause;
    const span = spanOf(part);
    throw new RunError("FORMAT_ENCODE", `cannot write the ${part} as ${format2}: ${cause.message}`, {
      ...span ? { span } : {},
      hint: cause.hint,
      cause
    });
  }
}
__name(rescue, "rescue");

// src/tasks/produce/given-records.ts
import { createReadStream as createReadStream2 } from "node:fs";
import { readFile as readFile3 } from "node:fs/promises";
import { createInterface } from "node:readline";

// src/tasks/produce/spec.ts
var text12 = external_exports.string().min(1);
var charsets = Object.keys(CHARSETS);
var headers = external_exports.union([external_exports.record(external_exports.string(), freeform()), external_exports.array(external_exports.strictObject({ key: external_exports.string(), value: freeform() }))]).describe("a map, or a list of {key, value} when a name repeats; a value may be null");
var parts = {
  key: freeform().optional().describe("null, a scalar or structured; default null"),
  value: freeform().optional().describe("null is a tombstone"),
  headers: input(headers).optional(),
  partition: input(external_exports.int().min(0)).optional().describe("one that does not exist is an error; default: by the key, as the Java client does"),
  timestamp: input(instant).optional().describe("epoch milliseconds or ISO 8601; default now")
};
var record = external_exports.strictObject(parts);
var dataRecord = external_exports.strictObject({
  key: external_exports.unknown().optional(),
  value: external_exports.unknown().optional(),
  headers: headers.optional(),
  partition: external_exports.int().min(0).optional(),
  timestamp: instant.optional()
});
var computedRecords = external_exports.array(external_exports.unknown()).min(1);
var randomText2 = external_exports.strictObject({
  charset: external_exports.enum(charsets).optional().describe("default alphanumeric"),
  length: input(external_exports.int().min(0).max(1e6)).optional().describe("how many characters; default 8")
});
var randomPart = external_exports.union([
  randomText2,
  external_exports.strictObject({ schema: external_exports.literal(true).describe("a value that the schema of its format allows") })
]);
var stop2 = external_exports.strictObject({
  records: input(external_exports.int().min(1)).optional().describe("ends after this many records"),
  after: input(duration).optional().describe("ends so long after the task's start")
});
var produceSpec = external_exports.strictObject({
  topic: input(text12),
  cluster: clusterName.optional(),
  ...parts,
  keyFile: input(text12).optional().describe("a file whose bytes are the key, as they are"),
  valueFile: input(text12).optional().describe("a file whose bytes are the value, as they are"),
  format: recordFormat.optional().describe("default: maps and lists json, other scalars string"),
  records: external_exports.union([input(computedRecords).options[0], external_exports.array(record).min(1)]).optional().describe(
    "a batch, instead of `value`; what stands beside it applies to each record that has none of its own"
  ),
  file: input(text12).optional().describe("a batch from a file: one JSON text a line, each a map like an entry of `records`"),
  random: external_exports.strictObject({ key: randomPart.optional(), value: randomPart.optional() }).optional().describe("a key or value drawn anew for every record"),
  repeat: input(external_exports.int().min(0)).optional().describe("how often; the expressions are evaluated again each time. Default 1, or until `stop`"),
  interval: input(duration).optional().describe("a stream: pause between records, or batches"),
  jitter: input(duration).optional().describe("at most this much is added to each pause"),
  batch: input(external_exports.int().min(1)).optional().describe("records a request"),
  acks: external_exports.enum(["all", "leader", "none"]).optional().describe("default all"),
  idempotent: external_exports.boolean().optional().describe("default true with acks all"),
  compression: external_exports.enum(["none", "gzip", "snappy", "lz4", "zstd"]).optional(),
  transaction: external_exports.enum(["commit", "abort"]).optional().describe("all records of the task in one transaction that ends like this"),
  stamp: external_exports.boolean().optional().describe("traceparent and flowproof-run headers; default true"),
  stop: stop2.optional().describe("when the task ends, whichever comes first"),
  fail: external_exports.strictObject({ after: input(duration).describe("since the task's start") }).optional().describe("by when all must be acknowledged"),
  expect: external_exports.strictObject({ error: expectedError.describe("the broker must refuse it; what the error says") }).optional()
}).superRefine((written, context) => {
  for (const { message, path = [], hint } of faultsOf(written))
    context.addIssue({ code: "custom", message, path: [...path], params: { hint } });
});
var SOURCES = ["value", "valueFile", "records", "file"];
function faultsOf(written) {
  const sources = SOURCES.filter((name3) => written[name3] !== void 0);
  const random = written.random;
  return [...sourceFaults(sources, random?.value !== void 0), ...pairFaults(written, random)];
}
__name(faultsOf, "faultsOf");
function sourceFaults(sources, isRandom) {
  const all2 = [...sources, ...isRandom ? ["random.value"] : []];
  const [first, second] = all2;
  if (first === void 0)
    return [
      {
        message: "nothing to produce: no value, records or file",
        hint: 'write "value: null" for a tombstone'
      }
    ];
  if (second === void 0 || isRandom && ["records", "file"].includes(first)) return [];
  const path = first === "value" ? ["value"] : [second.split(".")[0] ?? ""];
  const batches = [first, second].filter((one) => one === "records" || one === "file");
  const inBatch = batches.length === 1;
  const hint = inBatch ? "give each of the records its own value" : "say once what the value is";
  return [{ message: `"${first}" beside "${second}"`, path, hint }];
}
__name(sourceFaults, "sourceFaults");
function pairFaults(written, random) {
  const { key, keyFile, transaction, interval, jitter } = written;
  const faults = [];
  const keys = [key, keyFile, random?.key].filter((one) => one !== void 0);
  if (keys.length > 1)
    faults.push({ message: "the key is given twice", hint: "write one of key, keyFile and random.key" });
  if (transaction !== void 0 && interval !== void 0)
    faults.push({
      message: '"interval" beside "transaction"',
      path: ["interval"],
      hint: "a transaction is sent as a whole: leave the interval out"
    });
  if (jitter !== void 0 && interval === void 0)
    faults.push({ message: '"jitter" without "interval"', path: ["jitter"], hint: 'add "interval: 100ms"' });
  return faults;
}
__name(pairFaults, "pairFaults");

// src/tasks/produce/given-records.ts
var PART_NAMES = /* @__PURE__ */ new Set(["key", "value", "headers", "partition", "timestamp"]);
var BATCH3 = 500;
async function* givenRecords(options2) {
  const { given, rounds, batch = BATCH3 } = options2;
  const bytes2 = await readBytes(given, options2.context);
  let index = 0;
  const evaluate = /* @__PURE__ */ __name(async (records) => {
    const evaluated = await evaluateBatch(records, { ...options2, bytes: bytes2, index });
    index += records.length;
    return evaluated;
  }, "evaluate");
  let waiting = [];
  for (let round = 0; round < rounds; round++) {
    for await (const record2 of writtenRecords(options2)) {
      waiting.push(record2);
      if (waiting.length < batch) continue;
      yield await evaluate(waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) yield await evaluate(waiting);
}
__name(givenRecords, "givenRecords");
async function* writtenRecords({ given, context }) {
  const { records, file } = given;
  const shared = ownParts(given);
  if (file !== void 0) {
    const name3 = await resolve2(file, () => context.expressionContext(), context.jq);
    for await (const record2 of readLines2(name3, context))
      yield { record: { ...shared, ...record2 }, path: ["produce", "file"] };
  } else if (records instanceof Template) {
    const computed = await resolve2(
      records,
      () => context.expressionContext(),
      context.jq
    );
    for (const one of computed)
      yield {
        record: { ...shared, ...asRecord(one, `an entry of ${records.source}`) },
        path: ["produce", "records"]
      };
  } else if (records) {
    for (const [index, record2] of records.entries())
      yield { record: { ...shared, ...record2 }, path: ["produce", "records", index] };
  } else yield { record: shared, path: ["produce"] };
}
__name(writtenRecords, "writtenRecords");
function ownParts({ key, value, headers: headers2, partition, timestamp }) {
  return Object.fromEntries(
    Object.entries({ key, value, headers: headers2, partition, timestamp }).filter(([, one]) => one !== void 0)
  );
}
__name(ownParts, "ownParts");
function asRecord(value, where) {
  const keys = isJsonObject(value) ? Object.keys(value) : [];
  const isRecord = keys.some((key) => key === "value" || key === "key") && keys.every((key) => PART_NAMES.has(key));
  if (!isRecord) return { value };
  const read = readResult(dataRecord, value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new RunError("FORMAT_ENCODE", `${where} is no record: ${issue?.path.join(".")}: ${issue?.message}`, {
    hint: "a record has key, value, headers, partition and timestamp"
  });
}
__name(asRecord, "asRecord");
async function* readLines2(file, context) {
  const lines = createInterface({
    input: createReadStream2(resolveFile(file, context.files)),
    crlfDelay: Infinity
  });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    yield asRecord(parseLine(line, number, file), `${file}:${number}`);
  }
}
__name(readLines2, "readLines");
function parseLine(line, number, file) {
  try {
    return parseJson(number === 1 ? line.replace(/^\ufeff/, "") : line);
  } catch (cause) {
    throw new RunError("FILE_NOT_READABLE", `${file}:${number} is no JSON: ${describeError(cause)}`, {
      hint: 'write one JSON text a line, such as {"key": "a", "value": {"id": 1}}',
      cause
    });
  }
}
__name(parseLine, "parseLine");
async function readBytes({ keyFile, valueFile }, context) {
  const names2 = await resolve2({ keyFile, valueFile }, () => context.expressionContext(), context.jq);
  const read = /* @__PURE__ */ __name((file) => readFile3(resolveFile(file, context.files)), "read");
  return {
    ...names2.keyFile === void 0 ? {} : { key: await read(names2.keyFile) },
    ...names2.valueFile === void 0 ? {} : { value: await read(names2.valueFile) }
  };
}
__name(readBytes, "readBytes");
async function evaluateBatch(written, {
  context,
  random,
  bytes: bytes2,
  rounds,
  index: first
}) {
  const isSame = written.every(({ record: record2 }) => record2 === written[0]?.record);
  const isSingle = rounds === 1 && written.length === 1 && first === 0;
  const contexts = written.map(
    (_, index) => () => context.expressionContext(isSingle ? {} : { index: first + index })
  );
  const evaluated = isSame ? await resolveEach(written[0]?.record ?? {}, contexts, context.jq) : await Promise.all(
    written.map(({ record: record2 }, index) => resolve2(record2, contexts[index] ?? {}, context.jq))
  );
  return evaluated.map((record2, index) => ({
    key: random.key() ?? (record2.key ?? null),
    // freeform() let nothing else in
    value: random.value() ?? (record2.value ?? null),
    headers: headerList(record2.headers),
    partition: record2.partition,
    timestamp: record2.timestamp,
    bytes: bytes2,
    path: written[index]?.path ?? ["produce"]
  }));
}
__name(evaluateBatch, "evaluateBatch");
function headerList(written) {
  if (written === void 0) return [];
  if (Array.isArray(written)) return written;
  return Object.entries(written).map(([key, value]) => ({ key, value }));
}
__name(headerList, "headerList");

// src/tasks/produce/random-parts.ts
async function openRandomParts({ random, format: format2 }, topic, context) {
  const open = /* @__PURE__ */ __name(async (part) => {
    const wanted = random?.[part];
    if (wanted === void 0) return () => void 0;
    if ("schema" in wanted) return openSample(format2?.[part], { part, topic, context });
    return () => randomText(context.random, wanted.length, wanted.charset);
  }, "open");
  return { key: await open("key"), value: await open("value") };
}
__name(openRandomParts, "openRandomParts");
async function openSample(format2, { part, topic, context }) {
  const codec = await openFormat(format2, part, context.formats);
  const site = { part, topic, headers: [] };
  const { sample } = codec;
  if (!sample) {
    throw new RunError(
      "FORMAT_ENCODE",
      `the format "${nameFormat(format2)}" has no schema to draw a ${part} from`,
      {
        hint: `write a format with a schema, such as "format: { ${part}: { avro: { file: order.avsc } } }"`
      }
    );
  }
  await codec.prepareEncode?.({}, site, context.signal);
  return () => sample.call(codec, context.random, site);
}
__name(openSample, "openSample");

// src/tasks/produce/stored-record.ts
function writeRecord2(record2, {
  topic,
  writer,
  context,
  stamp
}) {
  const own = new Set(record2.headers.map(({ key }) => key));
  const headers2 = [...record2.headers, ...stamp().filter(({ key }) => !own.has(key))];
  const written = writer.write({ ...record2, headers: headers2 }, (part) => context.spanOf([...record2.path, part]));
  const { timestamp } = record2;
  return {
    ...written,
    ...record2.bytes,
    topic,
    partition: record2.partition,
    timestampMs: timestamp === void 0 ? void 0 : BigInt(timestamp)
  };
}
__name(writeRecord2, "writeRecord");
function viewStored(record2, {
  outgoing,
  stored,
  context
}) {
  if (!outgoing || !stored)
    throw new RunError("KAFKA_PROTOCOL", "the broker acknowledged fewer records than were sent");
  return {
    topic: stored.topic,
    partition: stored.partition,
    offset: exactNumber(stored.offset),
    timestamp: exactNumber(stored.timestampMs),
    key: viewBytes(record2.bytes.key) ?? record2.key,
    value: viewBytes(record2.bytes.value) ?? record2.value,
    headers: viewHeaders(outgoing.headers),
    momentMs: context.sinceRunStart(stored.acknowledgedAtMs)
  };
}
__name(viewStored, "viewStored");
function viewBytes(bytes2) {
  return bytes2 && (readUtf8(bytes2) ?? renderBase64(bytes2));
}
__name(viewBytes, "viewBytes");

// src/tasks/produce.ts
var produce = defineTask({
  kind: "produce",
  summary: "stores records in a topic",
  emits: "record",
  spec: produceSpec,
  topics: /* @__PURE__ */ __name(({ topic, cluster }) => ({ consumed: [], produced: [topicAt(cluster, topic)] }), "topics"),
  files: /* @__PURE__ */ __name(({ file, keyFile, valueFile, format: format2 }) => [
    ...Object.entries({ file, keyFile, valueFile }).flatMap(
      ([name3, value]) => typeof value === "string" ? [{ file: value, path: [name3] }] : []
    ),
    ...filesOfFormat(format2)
  ], "files"),
  async run(given, context) {
    const act2 = /* @__PURE__ */ __name(() => produceAll(given, context), "act");
    return given.expect ? expectError(given.expect.error, { kind: "produce", context, act: act2 }) : act2();
  }
});
async function produceAll(given, context) {
  var _stack = [];
  try {
    const { clock, startedAtMs } = context;
    const pace = await readPace(given, context);
    const written = topicAt(given.cluster, given.topic);
    const topic = await resolve2(written, () => context.expressionContext(), context.jq);
    if (context.createTopics && given.topic instanceof Template)
      await context.kafka.createTopics([{ name: topic }], context.signal);
    const late = new AbortController();
    const { failAfterMs } = pace;
    const _deadline = __using(_stack, failAfterMs === void 0 ? void 0 : clock.at(startedAtMs + failAfterMs, () => late.abort(late)));
    const signal = AbortSignal.any([context.signal, late.signal]);
    try {
      await sendAll(given, { topic, pace, context: { ...context, signal } });
      return { allowsNone: pace.rounds === 0 };
    } catch (cause) {
      context.signal.throwIfAborted();
      if (!late.signal.aborted || failAfterMs === void 0) throw cause;
      const message = `Producer reached the Timeout fail condition: not all was acknowledged within ${renderDuration(failAfterMs)}`;
      return { failure: { message, span: context.spanOf(["produce", "fail", "after"]) } };
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
__name(produceAll, "produceAll");
async function readPace(given, context) {
  const { repeat, interval, jitter, batch, stop: stop3, fail: fail3, transaction } = given;
  const read = await resolve2(
    { repeat, interval, jitter, batch, stop: stop3, fail: fail3 },
    () => context.expressionContext(),
    context.jq
  );
  const streams = read.interval !== void 0 && given.records === void 0 && given.file === void 0;
  return {
    rounds: read.repeat ?? (read.stop ? Number.POSITIVE_INFINITY : 1),
    batch: transaction ? Number.POSITIVE_INFINITY : read.batch ?? (streams ? 1 : void 0),
    intervalMs: read.interval,
    jitterMs: read.jitter ?? 0,
    mostRecords: read.stop?.records ?? Number.POSITIVE_INFINITY,
    stopsAtMs: context.startedAtMs + (read.stop?.after ?? Number.POSITIVE_INFINITY),
    failAfterMs: read.fail?.after
  };
}
__name(readPace, "readPace");
async function sendAll(given, { topic, pace, context }) {
  const { clock, signal, random: draw } = context;
  const random = await openRandomParts(given, plainTopic(topic), context);
  const send = await openSender(given, topic, context);
  const batches = givenRecords({ given, context, random, rounds: pace.rounds, batch: pace.batch });
  let sent = 0;
  for await (const batch of batches) {
    if (sent > 0 && pace.intervalMs !== void 0) {
      const pauseMs = pace.intervalMs + draw() * pace.jitterMs;
      await sleep(clock, Math.min(pauseMs, pace.stopsAtMs - clock.nowMs()), signal);
    }
    if (sent > 0 && clock.nowMs() >= pace.stopsAtMs) return;
    context.reach(await send(batch.slice(0, pace.mostRecords - sent)));
    sent += batch.length;
    if (sent >= pace.mostRecords) return;
  }
}
__name(sendAll, "sendAll");
async function openSender(given, topic, context) {
  const { kafka, signal, clock } = context;
  const { acks, idempotent, compression, transaction } = given;
  const writer = await openWriter(given.format, plainTopic(topic), context.formats);
  return async (records) => {
    await writer.prepare(records, signal);
    const stamp = given.stamp === false ? () => [] : context.stamp;
    const outgoing = records.map((record2) => writeRecord2(record2, { topic, writer, context, stamp }));
    const stored = await kafka.produce(outgoing, { acks, idempotent, compression, transaction, signal });
    const views = records.map(
      (record2, index) => viewStored(record2, { outgoing: outgoing[index], stored: stored[index], context })
    );
    const ackedAtMs = /* @__PURE__ */ __name((index) => stored.at(index)?.acknowledgedAtMs ?? clock.nowMs(), "ackedAtMs");
    for (const record2 of views) context.emit({ type: "record-produced", record: record2 });
    await context.publish(
      views.map((view, index) => ({ what: "record", value: recordContext(view), atMs: ackedAtMs(index) }))
    );
    return ackedAtMs(-1);
  };
}
__name(openSender, "openSender");

// src/tasks/service.ts
var name2 = input(external_exports.string().min(1)).optional();
var actions = ["pause", "resume", "stop", "kill", "start", "restart"];
var UNDONE_BY = {
  pause: "resume",
  stop: "start",
  kill: "start"
};
var spec5 = external_exports.strictObject({
  pause: name2.describe("it stands still, as a process that gets no time"),
  resume: name2.describe("it goes on after a pause"),
  stop: name2.describe("it is asked to end"),
  kill: name2.describe("it ends at once, without being asked"),
  start: name2.describe("it starts, and is waited for until it is ready"),
  restart: name2.describe("it is stopped and started"),
  for: input(duration).optional().describe("how long: then a paused service goes on, a stopped or killed one starts")
}).superRefine((written, context) => {
  const given = actions.filter((action) => written[action] !== void 0);
  const [first] = given;
  if (given.length !== 1) {
    context.addIssue({
      code: "custom",
      message: given.length === 0 ? "nothing to do with a service" : `${given.length} things to do: ${given.join(", ")}`,
      params: { hint: `write one of ${actions.join(", ")}, each in a task of its own` }
    });
  } else if (written.for !== void 0 && first && UNDONE_BY[first] === void 0) {
    context.addIssue({
      code: "custom",
      path: ["for"],
      message: `"for" beside "${first}", which nothing undoes`,
      params: { hint: "use it with pause, stop or kill" }
    });
  }
});
var service = defineTask({
  kind: "service",
  summary: "pauses, stops, kills or starts a service under test",
  emits: void 0,
  disturbs: true,
  spec: spec5,
  async run(given, context) {
    const evaluated = await resolve2(given, () => context.expressionContext(), context.jq);
    const action = actions.find((one) => evaluated[one] !== void 0) ?? "resume";
    const target = evaluated[action] ?? "";
    await act(action, target, context);
    const undo = evaluated.for === void 0 ? void 0 : UNDONE_BY[action];
    if (undo === void 0) return {};
    try {
      await sleep(context.clock, evaluated.for ?? 0, context.signal);
    } finally {
      if (!context.signal.aborted || undo === "resume") await act(undo, target, context);
    }
    return {};
  }
});
function act(action, target, { services: services2, signal }) {
  return action === "start" || action === "restart" ? services2[action](target, signal) : services2[action](target);
}
__name(act, "act");

// src/tasks/set.ts
var set = defineTask({
  kind: "set",
  summary: "gives values to variables, which later tasks see",
  emits: void 0,
  spec: external_exports.record(external_exports.string().min(1), freeform()),
  async run(values, context) {
    for (const [name3, value] of Object.entries(values)) {
      const resolved = await resolve2(value, () => context.expressionContext(), context.jq);
      context.setVariables({ [name3]: resolved });
    }
    return {};
  }
});

// src/tasks/wait.ts
var wait = defineTask({
  kind: "wait",
  summary: "lets time pass",
  emits: void 0,
  spec: input(duration),
  async run(given, { clock, signal, jq, expressionContext }) {
    await sleep(clock, await resolve2(given, () => expressionContext(), jq), signal);
    return {};
  }
});

// src/tasks/index.ts
var tasks = { produce, consume, http, csv, set, compare: compare2, wait, group, service, exec };

// src/tasks/scenario.ts
var TASK_ID = /^[A-Za-z_][A-Za-z0-9_-]*$/;
var taskId = external_exports.string().regex(TASK_ID, { error: 'a task id is letters, digits, "_" and "-", and starts with a letter' });
var text13 = external_exports.string().min(1);
var link = external_exports.union([
  text13.describe('the END of this task, or "start" for the start of the scenario'),
  external_exports.strictObject({
    task: text13.describe("the END of this task"),
    delay: duration.describe("how long to wait in between")
  })
]);
var kinds = Object.fromEntries(
  Object.entries(tasks).map(([kind, { spec: spec6, summary }]) => [kind, spec6.optional().describe(summary)])
);
var taskEntry = external_exports.strictObject({
  name: text13.optional().describe("shown in reports; default the id"),
  after: external_exports.union([link, external_exports.array(link).min(1)]).optional().describe("what it waits for; default: the END of the task written before it"),
  each: external_exports.union([text13, external_exports.array(text13).min(1)]).optional().describe(
    "runs once for every record, response or row of that task; of several: when each has a new one"
  ),
  if: condition.optional().describe("runs only when it holds; otherwise it counts as ended"),
  checks: conditionList.optional().describe("evaluated on every record of the task; all must hold"),
  stopOnFailedCheck: external_exports.boolean().optional().describe("a failed check skips what comes after this task"),
  continueOnError: external_exports.boolean().optional().describe("what comes after it runs even when it could not end; the scenario fails all the same"),
  ...kinds
});
var scenarioFile = external_exports.strictObject({
  scenario: text13.describe("its name, unique in its suite"),
  suite: text13.optional().describe("default: the name of the file's folder"),
  description: external_exports.string().optional().describe("shown in reports"),
  tags: external_exports.array(text13).optional(),
  timeout: duration.optional().describe("of the whole scenario; default 5m"),
  services: external_exports.array(text13).optional().describe("the services it needs; default all"),
  parallel: external_exports.boolean().optional().describe("may run beside scenarios that use the same topics; default false"),
  fresh: external_exports.boolean().optional().describe("restarts the services and empties the topics first; embedded and docker"),
  retries: external_exports.int().min(0).max(100).optional().describe("how often it is run again when it did not pass"),
  iterations: external_exports.int().min(1).max(1e5).optional().describe("how often it is run"),
  variables: external_exports.record(text13, variable.pipe(freeform())).optional().describe("values for `.variables`, evaluated once, in order"),
  stopOnFailedCheck: external_exports.boolean().optional().describe("a failed check skips what comes after its task"),
  stamp: external_exports.boolean().optional().describe("produced records carry traceparent and flowproof-run headers; default true"),
  tasks: external_exports.record(taskId, taskEntry).describe("ordered: a task without `after` starts at the END of the one before it")
});
var taskKindNames = Object.keys(tasks);
function kindsOf(entry) {
  return taskKindNames.filter((kind) => entry[kind] !== void 0);
}
__name(kindsOf, "kindsOf");
function kindOf(task) {
  return tasks[task.kind];
}
__name(kindOf, "kindOf");
function planTask(id, entry, about) {
  const [kind = "consume"] = kindsOf(entry);
  const spec6 = entry[kind];
  const definition = kindOf({ kind });
  return {
    id,
    name: entry.name ?? id,
    kind,
    spec: spec6,
    topics: definition.topics?.(spec6) ?? { consumed: [], produced: [] },
    links: linksOf(entry, about.previous),
    each: parentsOf(entry),
    condition: entry.if,
    files: [
      ...(definition.files?.(spec6) ?? []).map((one) => ({ ...one, path: [kind, ...one.path] })),
      ...listFiles(spec6, [kind]),
      ...listFiles(entry.checks, ["checks"]),
      ...listFiles(entry.if, ["if"])
    ],
    references: (definition.references?.(spec6) ?? []).map((one) => ({ ...one, path: [kind, ...one.path] })),
    checks: entry.checks ?? [],
    stopOnFailedCheck: entry.stopOnFailedCheck ?? about.stopOnFailedCheck,
    continueOnError: entry.continueOnError ?? false,
    disturbs: definition.disturbs ?? false,
    spanOf: about.spanOf
  };
}
__name(planTask, "planTask");
function parentsOf({ each = [] }) {
  return typeof each === "string" ? [{ task: each, path: ["each"] }] : each.map((task, index) => ({ task, path: ["each", index] }));
}
__name(parentsOf, "parentsOf");
function linksOf(entry, previous) {
  if (entry.after === void 0)
    return previous === void 0 || entry.each !== void 0 ? [] : [{ task: previous, delayMs: 0 }];
  const isList = Array.isArray(entry.after);
  const written = Array.isArray(entry.after) ? entry.after : [entry.after];
  return written.map((one, index) => {
    const path = isList ? ["after", index] : ["after"];
    return typeof one === "string" ? { task: one, delayMs: 0, path } : { task: one.task, delayMs: one.delay, path: [...path, "task"] };
  }).filter(({ task }) => task !== "start");
}
__name(linksOf, "linksOf");

// src/load/check-graph.ts
function checkGraph(tasks2, ids) {
  const unknown = tasks2.flatMap((task) => unknownIds(task, ids));
  if (unknown.length > 0) return unknown;
  const cycle = findCycle(tasks2);
  if (cycle) return [describeCycle(cycle)];
  return tasks2.flatMap((task) => [...checkEach(task, tasks2), ...checkReferences(task, tasks2)]);
}
__name(checkGraph, "checkGraph");
function unknownIds(task, ids) {
  const named = [...task.links, ...task.each, ...task.references].filter(({ path }) => path !== void 0);
  const unknown = named.filter(({ task: id }) => !ids.has(id)).map(({ task: id, path = [] }) => {
    const hint = didYouMean(id, ids) ?? `the tasks are ${[...ids].filter((one) => one !== task.id).join(", ") || "none"}`;
    return {
      code: "GRAPH_UNKNOWN_TASK",
      message: `unknown task "${id}"`,
      hint,
      path: ["tasks", task.id, ...path],
      at: "value"
    };
  });
  return task.id === "start" ? [reservedId(), ...unknown] : unknown;
}
__name(unknownIds, "unknownIds");
function reservedId() {
  return {
    code: "SCHEMA_BAD_VALUE",
    message: '"start" cannot be the id of a task',
    hint: 'in "after" it means the start of the scenario: use another id',
    path: ["tasks", "start"],
    at: "key"
  };
}
__name(reservedId, "reservedId");
function findCycle(tasks2) {
  const stuck = findStuck(tasks2);
  const trail = /* @__PURE__ */ new Map();
  for (let task = stuck.values().next().value; task; ) {
    if (trail.has(task)) return [...trail.values()].slice([...trail.keys()].indexOf(task));
    const link2 = parentsOf2(task).find(({ task: id }) => stuck.has(id));
    trail.set(task, { task, path: link2?.path });
    task = stuck.get(link2?.task ?? "");
  }
  return void 0;
}
__name(findCycle, "findCycle");
function findStuck(tasks2) {
  const ids = new Set(tasks2.map((task) => task.id));
  const waitedFor = new Map(
    tasks2.map((task) => [
      task.id,
      new Set(
        parentsOf2(task).map((one) => one.task).filter((id) => ids.has(id))
      )
    ])
  );
  const successors = Map.groupBy(
    tasks2.flatMap((task) => parentsOf2(task).map((one) => ({ from: one.task, to: task.id }))),
    ({ from: from2 }) => from2
  );
  const stuck = new Map(tasks2.map((task) => [task.id, task]));
  const ready = [...waitedFor].filter(([, parents]) => parents.size === 0).map(([id]) => id);
  for (let id = ready.pop(); id !== void 0; id = ready.pop()) {
    stuck.delete(id);
    for (const { to } of successors.get(id) ?? []) {
      const left = waitedFor.get(to);
      if (left?.delete(id) && left.size === 0) ready.push(to);
    }
  }
  return stuck;
}
__name(findStuck, "findStuck");
function describeCycle(cycle) {
  const start2 = Math.max(
    cycle.findIndex(({ path }) => path !== void 0),
    0
  );
  const ids = [...cycle.slice(start2), ...cycle.slice(0, start2 + 1)].map(({ task }) => task.id);
  return {
    code: "GRAPH_CYCLE",
    message: cycle.length === 1 ? `the task "${ids[0]}" waits for itself` : `tasks wait for each other: ${ids.map((id) => `"${id}"`).join(" for ")}`,
    hint: 'a task without "after" waits for the one written before it; "after: start" begins a branch of its own',
    path: ["tasks", ids[0] ?? "", ...cycle[start2]?.path ?? []],
    at: "value"
  };
}
__name(describeCycle, "describeCycle");
function parentsOf2({
  links,
  each
}) {
  return [...links, ...each];
}
__name(parentsOf2, "parentsOf");
function checkEach(task, tasks2) {
  return task.each.flatMap(({ task: id, path = [] }) => {
    const parent = tasks2.find((one) => one.id === id);
    if (!parent || kindOf(parent).emits !== void 0) return [];
    return [
      {
        code: "GRAPH_UNREACHABLE",
        message: `the task "${id}" (${parent.kind}) brings forth nothing that "${task.id}" could run for`,
        hint: `write "after: ${id}", or name a task with records, responses or rows`,
        path: ["tasks", task.id, ...path],
        at: "value"
      }
    ];
  });
}
__name(checkEach, "checkEach");
function checkReferences(task, tasks2) {
  return task.references.flatMap(({ task: id, path, needs }) => {
    const message = brokenReference({ task, id, needs, tasks: tasks2 });
    const hint = needs === "ended" ? `write "after: ${id}", or name another task` : "name a task that comes before";
    return message === void 0 ? [] : [
      {
        code: "GRAPH_UNREACHABLE",
        message,
        hint,
        path: ["tasks", task.id, ...path],
        at: "value"
      }
    ];
  });
}
__name(checkReferences, "checkReferences");
function brokenReference({
  task,
  id,
  needs,
  tasks: tasks2
}) {
  if (id === task.id) return `the task "${id}" names itself`;
  if (ancestorsOf(id, tasks2).has(task.id)) return `the task "${id}" starts only when "${task.id}" has ended`;
  if (needs === "ended" && !ancestorsOf(task.id, tasks2).has(id))
    return `the task "${id}" need not have ended when "${task.id}" starts`;
  return void 0;
}
__name(brokenReference, "brokenReference");
function ancestorsOf(id, tasks2) {
  const byId = new Map(tasks2.map((task) => [task.id, task]));
  const found = /* @__PURE__ */ new Set();
  const open = [id];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const task = byId.get(next);
    for (const link2 of task ? parentsOf2(task) : []) {
      if (found.has(link2.task)) continue;
      found.add(link2.task);
      open.push(link2.task);
    }
  }
  return found;
}
__name(ancestorsOf, "ancestorsOf");

// src/load/check-overlap.ts
import { isDeepStrictEqual as isDeepStrictEqual2 } from "node:util";
function checkOverlap(tasks2) {
  const consumers = tasks2.filter((task) => task.kind === "consume").map((task) => ({ task, spec: task.spec }));
  return consumers.flatMap((second, index) => {
    if (second.spec.from !== void 0) return [];
    const first = consumers.slice(0, index).find((one) => mayMatchTheSame(one, second));
    const topic = first && sharedTopic(first, second);
    if (!first || topic === void 0) return [];
    return [
      {
        code: "CONSUMERS_OVERLAP",
        message: `the tasks "${first.task.id}" and "${second.task.id}" match the same records of "${topic}"`,
        hint: `write "from: { behind: ${first.task.id} }" to go on behind it, or "from: scenario-start" if both are meant to`,
        path: ["tasks", second.task.id, "consume"]
      }
    ];
  });
}
__name(checkOverlap, "checkOverlap");
function mayMatchTheSame(first, second) {
  const conditions = [first.spec.where, second.spec.where];
  const isSame = conditions.some((one) => one === void 0) || isDeepStrictEqual2(...conditions);
  const { partitions: left } = first.spec;
  const { partitions: right } = second.spec;
  const sharesPartition = !left || !right || left.some((one) => right.includes(one));
  return isSame && sharesPartition && sharedTopic(first, second) !== void 0;
}
__name(mayMatchTheSame, "mayMatchTheSame");
function sharedTopic(first, second) {
  const names2 = new Set(second.task.topics.consumed.map(String));
  return first.task.topics.consumed.map(String).find((topic) => names2.has(topic));
}
__name(sharedTopic, "sharedTopic");

// src/load/plan-scenario.ts
function planScenario(document, reading) {
  const { root, source } = document;
  const { problems } = reading;
  const file = readSound(document, problems);
  if (file === void 0) return { warnings: [] };
  const locate2 = /* @__PURE__ */ __name((found, at2 = "value") => locateFinding({ ...found, at: at2 }, root, source), "locate");
  problems.add(...checkKinds(file).map((found) => locate2(found, "key")));
  const tasks2 = planTasks(file, document);
  const ids = new Set(root.entries?.get("tasks")?.node.entries?.keys());
  problems.add(...checkGraph(tasks2, ids).map((found) => locate2(found, found.at)));
  const files = { directory: dirname3(document.path), repository: document.repository };
  problems.add(...tasks2.flatMap((task) => checkFiles(task, files)).map((found) => locate2(found)));
  return {
    scenario: assemble(file, { tasks: tasks2, document, reading }),
    warnings: checkOverlap(tasks2).map((found) => locate2(found, "key"))
  };
}
__name(planScenario, "planScenario");
function readSound({ root, source }, problems) {
  const shaped = checkShape(scenarioFile, root, source);
  problems.add(...shaped.problems);
  if (shaped.value !== void 0) return shaped.value;
  const tasks2 = root.entries?.get("tasks");
  if (!tasks2?.node.entries) return void 0;
  const lines = new Set(shaped.problems.map(({ span }) => span?.line));
  const isSound = /* @__PURE__ */ __name(({ keyRange: keyRange2, node: node2 }) => {
    const { line } = spanOfRange(source, keyRange2);
    const { endLine } = spanOfRange(source, node2.range);
    return !Array.from({ length: endLine - line + 1 }, (_, index) => line + index).some(
      (one) => lines.has(one)
    );
  }, "isSound");
  const sound = new Map([...tasks2.node.entries].filter(([, entry]) => isSound(entry)));
  if (sound.size === 0) return void 0;
  const node = { ...mapOf(sound), range: tasks2.node.range };
  const entries = new Map(root.entries).set("tasks", { ...tasks2, node });
  return checkShape(scenarioFile, { ...mapOf(entries), range: root.range }, source).value;
}
__name(readSound, "readSound");
function checkKinds({ tasks: tasks2 }) {
  const entries = Object.entries(tasks2);
  if (entries.length === 0) {
    const hint = 'write at least one, such as "first: { wait: 1s }"';
    return [{ code: "SCHEMA_BAD_VALUE", message: "a scenario without tasks", hint, path: ["tasks"] }];
  }
  return entries.flatMap(([id, entry]) => {
    const kinds2 = kindsOf(entry);
    if (kinds2.length === 1) return [];
    const hint = kinds2.length === 0 ? `add one of ${listWords(taskKindNames, "or")}` : "make two tasks of it, one after the other";
    const message = kinds2.length === 0 ? `the task "${id}" does nothing: it has no kind` : `the task "${id}" has ${kinds2.length} kinds: ${listWords(kinds2, "and")}`;
    const path = kinds2[1] === void 0 ? ["tasks", id] : ["tasks", id, kinds2[1]];
    return [{ code: "SCHEMA_KIND_COUNT", message, hint, path }];
  });
}
__name(checkKinds, "checkKinds");
function checkFiles(task, files) {
  return task.files.flatMap(({ file, path }) => {
    const message = faultOfFile(file, files);
    if (message === void 0) return [];
    const code = message.endsWith("outside of the repository") ? "FILE_OUTSIDE" : "FILE_NOT_READABLE";
    const hint = "paths are relative to this file, and stay inside the repository";
    return [{ code, message, hint, path: ["tasks", task.id, ...path] }];
  });
}
__name(checkFiles, "checkFiles");
function planTasks(file, { root, source }) {
  const entries = Object.entries(file.tasks);
  const planned = entries.filter(([, entry]) => kindsOf(entry).length > 0);
  return planned.map(
    ([id, entry], index) => planTask(id, entry, {
      previous: planned[index - 1]?.[0],
      stopOnFailedCheck: file.stopOnFailedCheck ?? false,
      spanOf: /* @__PURE__ */ __name((path) => spanOfPath({ path: ["tasks", id, ...path], at: path.length === 0 ? "key" : "value" }, root, source), "spanOf")
    })
  );
}
__name(planTasks, "planTasks");
function assemble(file, {
  tasks: tasks2,
  document: { root, source, path, repository },
  reading
}) {
  const written = root.entries?.get("variables")?.node;
  const found = readVariables(written, source, reading);
  const isReference = /* @__PURE__ */ __name((name3) => isJsonObject(written?.value) && isEnvironmentReference(written.value[name3]), "isReference");
  return {
    name: file.scenario,
    suite: file.suite ?? basename2(dirname3(path)),
    description: file.description,
    tags: file.tags ?? [],
    timeoutMs: file.timeout,
    services: file.services,
    parallel: file.parallel ?? false,
    fresh: file.fresh ?? false,
    retries: file.retries,
    iterations: file.iterations,
    variables: Object.fromEntries(
      Object.entries(file.variables ?? {}).map(([name3, value]) => [
        name3,
        isReference(name3) ? found[name3] : value
      ])
    ),
    tasks: tasks2,
    stamp: file.stamp ?? true,
    files: { directory: dirname3(path), repository },
    span: spanOfPath({ path: ["scenario"], at: "value" }, root, source)
  };
}
__name(assemble, "assemble");

// src/load/read-source.ts
import { isUtf8 } from "node:buffer";
import { readFile as readFile4, stat as stat2 } from "node:fs/promises";
var MAX_FILE_BYTES = 1 << 20;
async function readSource(path, file) {
  const bytes2 = await readBytes2(path, file);
  const text14 = new TextDecoder().decode(bytes2);
  const source = createSourceText(file, text14);
  if (!isUtf8(bytes2)) throw notUtf8(source, bytes2);
  refuseControlCharacters(source);
  return source;
}
__name(readSource, "readSource");
async function readBytes2(path, file) {
  const span = spanOfStart(file);
  try {
    const stats = await stat2(path);
    if (!stats.isFile()) {
      const what = stats.isDirectory() ? "it is a folder" : "it is not a regular file";
      throw new ScenarioError("FILE_NOT_READABLE", `cannot read the file: ${what}`, { span });
    }
    if (stats.size > MAX_FILE_BYTES) throw tooLarge(file, stats.size);
    return await readFile4(path);
  } catch (cause) {
    if (cause instanceof ScenarioError) throw cause;
    throw new ScenarioError("FILE_NOT_READABLE", `cannot read the file: ${reason(cause)}`, { span, cause });
  }
}
__name(readBytes2, "readBytes");
var REASONS = {
  ENOENT: "it does not exist",
  EACCES: "permission denied",
  ENOTDIR: "it does not exist"
};
function reason(cause) {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return REASONS[code] ?? describeError(cause);
}
__name(reason, "reason");
function tooLarge(file, sizeBytes) {
  const size = (sizeBytes / (1 << 20)).toFixed(1);
  return new ScenarioError("FILE_TOO_LARGE", `the file has ${size} MiB, more than the 1 MiB allowed`, {
    span: spanOfStart(file),
    hint: 'put large data into files of their own, and name them with "file"'
  });
}
__name(tooLarge, "tooLarge");
function notUtf8(source, bytes2) {
  const utf16 = /^(?:\xff\xfe|\xfe\xff)/.test(bytes2.toString("latin1", 0, 2));
  const [at2, byte] = findBadByte(source.text, bytes2);
  const what = utf16 ? "the file is UTF-16" : `byte 0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return new ScenarioError("FILE_NOT_UTF8", utf16 ? `${what}, not UTF-8` : `${what} is not UTF-8 text`, {
    span: spanOfRange(source, utf16 ? [0, 1] : [at2, at2 + 1]),
    hint: "save the file with the encoding UTF-8"
  });
}
__name(notUtf8, "notUtf8");
function findBadByte(text14, bytes2) {
  const markBytes = bytes2.toString("latin1", 0, 3) === "ï»¿" ? 3 : 0;
  let offset = markBytes;
  let from2 = 0;
  for (let at2 = text14.indexOf("�"); at2 !== -1; at2 = text14.indexOf("�", at2 + 1)) {
    offset += Buffer.byteLength(text14.slice(from2, at2));
    if (bytes2.toString("latin1", offset, offset + 3) !== "ï¿½") return [at2, bytes2[offset] ?? 0];
    offset += 3;
    from2 = at2 + 1;
  }
  return [0, bytes2[0] ?? 0];
}
__name(findBadByte, "findBadByte");
var NOT_PRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;
function refuseControlCharacters(source) {
  const at2 = source.text.search(NOT_PRINTABLE);
  if (at2 === -1) return;
  const code = source.text.charCodeAt(at2);
  const span = spanOfRange(source, [at2, at2 + 1]);
  if (code === 0) {
    throw new ScenarioError("FILE_NOT_UTF8", "a NUL byte is no text", {
      span,
      hint: "save the file with the encoding UTF-8; UTF-16 without a byte order mark looks like this"
    });
  }
  const name3 = code.toString(16).toUpperCase().padStart(4, "0");
  throw new ScenarioError("YAML_SYNTAX", `the control character U+${name3} is not allowed in YAML`, {
    span,
    hint: code < 256 ? `in a text in double quotes write \\x${name3.slice(2)}` : "remove it"
  });
}
__name(refuseControlCharacters, "refuseControlCharacters");
function spanOfStart(file) {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
__name(spanOfStart, "spanOfStart");

// src/load/problem-list.ts
var ProblemList = class {
  static {
    __name(this, "ProblemList");
  }
  #problems = [];
  #sources = /* @__PURE__ */ new Map();
  add(...problems) {
    this.#problems.push(...problems);
  }
  get isEmpty() {
    return this.#problems.length === 0;
  }
  /** Reads a file and keeps its text for error frames; undefined, and a problem, when it cannot be read. */
  async read(path, file) {
    try {
      const source = await readSource(path, file);
      this.#sources.set(file, source.text);
      return source;
    } catch (cause) {
      if (!(cause instanceof ScenarioError)) throw cause;
      this.add(cause);
      return void 0;
    }
  }
  /** @throws ScenarioProblems with every problem in the order of files and places, none twice; nothing when there is none */
  throwIfAny() {
    if (this.isEmpty) return;
    const seen = new Map(
      this.#problems.map((problem) => [JSON.stringify([problem.span, problem.message]), problem])
    );
    throw new ScenarioProblems([...seen.values()].toSorted(byFileAndPlace), this.#sources);
  }
};
function byFileAndPlace(a, b) {
  const [left = "", right = ""] = [a.span?.file, b.span?.file];
  if (left !== right) return left < right ? -1 : 1;
  return byPlace(a, b);
}
__name(byFileAndPlace, "byFileAndPlace");

// src/load/shard.ts
function takeShard(scenarios, { index, of }, earlier2) {
  const durationOf = earlier2 ? durationsIn(earlier2) : () => 1;
  const loads = Array.from({ length: of }, () => 0);
  const parts2 = /* @__PURE__ */ new Map();
  for (const scenario of scenarios.toSorted((a, b) => durationOf(b) - durationOf(a))) {
    const part = loads.indexOf(Math.min(...loads));
    loads[part] = (loads[part] ?? 0) + durationOf(scenario);
    parts2.set(scenario, part);
  }
  return scenarios.filter((scenario) => parts2.get(scenario) === index - 1);
}
__name(takeShard, "takeShard");
function durationsIn({ scenarios }) {
  const durations = /* @__PURE__ */ new Map();
  for (const { suite, name: name3, durationMs } of scenarios) {
    const title = JSON.stringify([suite, name3]);
    durations.set(title, (durations.get(title) ?? 0) + durationMs);
  }
  const total = durations.values().reduce((sum, ms) => sum + ms, 0);
  const average = durations.size > 0 ? total / durations.size : 1;
  return ({ suite, name: name3 }) => durations.get(JSON.stringify([suite, name3])) ?? average;
}
__name(durationsIn, "durationsIn");

// src/load/select-scenarios.ts
function selectScenarios(scenarios, { tags = [], grep, shard, earlier: earlier2 }) {
  const pattern = grep === void 0 ? void 0 : parsePattern2(grep);
  const part = shard === void 0 ? void 0 : parseShard(shard);
  const found = scenarios.filter((scenario) => hasTags(scenario, tags)).filter(({ suite, name: name3 }) => pattern?.test(`${suite} › ${name3}`) ?? true);
  if (found.length === 0) throw nothingSelected(scenarios, { tags, grep });
  return part ? takeShard(found, part, earlier2) : found;
}
__name(selectScenarios, "selectScenarios");
function hasTags({ tags: own }, wanted) {
  const excluded = wanted.filter((tag) => tag.startsWith("!")).map((tag) => tag.slice(1));
  const included = wanted.filter((tag) => !tag.startsWith("!"));
  return !own.some((tag) => excluded.includes(tag)) && (included.length === 0 || own.some((tag) => included.includes(tag)));
}
__name(hasTags, "hasTags");
function parsePattern2(grep) {
  try {
    return new RegExp(grep, "iu");
  } catch (cause) {
    throw new UsageError("USAGE_BAD_VALUE", `"${grep}" is no regular expression`, {
      hint: "put a backslash before characters such as ( and [",
      cause
    });
  }
}
__name(parsePattern2, "parsePattern");
function parseShard(shard) {
  const [index = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(shard) ?? []).slice(1).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw new UsageError("USAGE_BAD_VALUE", `"${shard}" is no shard`, {
    hint: "write which part of how many: 1/4 to 4/4"
  });
}
__name(parseShard, "parseShard");
function nothingSelected(scenarios, { tags, grep }) {
  const asked = [
    ...(tags ?? []).map((tag) => `tag "${tag}"`),
    ...grep === void 0 ? [] : [`pattern "${grep}"`]
  ];
  const known = [...new Set(scenarios.flatMap((scenario) => scenario.tags))].toSorted();
  return new UsageError("USAGE_NOTHING_SELECTED", `no scenario has ${listWords(asked, "and")}`, {
    hint: known.length > 0 ? `the tags are ${listWords(known, "and")}` : `no scenario has tags`
  });
}
__name(nothingSelected, "nothingSelected");

// src/load/unknown-names.ts
function unknownNames({ scenario, document: { root, source } }, config) {
  const services2 = (scenario.services ?? []).map((name3, index) => ({
    kind: "service",
    name: name3,
    path: ["services", index]
  }));
  const clusters = scenario.tasks.flatMap(({ id, kind, spec: spec6 }) => {
    const { cluster } = spec6;
    return typeof cluster === "string" ? [{ kind: "cluster", name: cluster, path: ["tasks", id, kind, "cluster"] }] : [];
  });
  const known = {
    service: Object.keys(config.services ?? {}),
    cluster: [...clustersOf(config.kafka ?? {}).keys()]
  };
  return [...services2, ...clusters].filter(({ kind, name: name3 }) => !known[kind].includes(name3)).map(({ kind, name: name3, path }) => {
    const all2 = known[kind].length > 0 ? `the ${kind}s are ${known[kind].join(", ")}` : "flowproof.yaml has none";
    const hint = didYouMean(name3, known[kind]) ?? all2;
    const span = spanOfPath({ path, at: "value" }, root, source);
    return new ScenarioError("SCHEMA_BAD_VALUE", `unknown ${kind} "${name3}"`, { span, hint });
  });
}
__name(unknownNames, "unknownNames");

// src/load/load-project.ts
async function loadProject(options2) {
  var _stack = [];
  try {
    const { cwd, env } = options2;
    const overrides = parseOverrides(options2.variables);
    const problems = new ProblemList();
    const reading = { env, problems, secretNames: /* @__PURE__ */ new Set() };
    const loaded = await loadConfig({
      ...reading,
      cwd,
      file: options2.config,
      environment: options2.environment
    });
    const { directory, config, environment } = loaded;
    const paths = await selectPaths(options2, { directory, scenarios: config.scenarios, problems });
    const documents = (await Promise.all(paths.map((path) => readDocuments(path, cwd, problems)))).flat();
    const planned = documents.map((document) => ({ document, ...planScenario(document, reading) }));
    const sound = planned.flatMap(({ document, scenario }) => scenario ? [{ document, scenario }] : []);
    const scenarios = sound.map(({ scenario }) => scenario);
    problems.add(...repeatedNames(scenarios));
    problems.add(...sound.flatMap((one) => unknownNames(one, config)));
    const own = __using(_stack, createJq(), true);
    problems.add(...await checkPrograms(sound, loaded.written, options2.jq ?? own));
    problems.throwIfAny();
    if (scenarios.length === 0) throw nothingIn(paths, cwd);
    const variables2 = { ...loaded.variables, ...environment.variables };
    return {
      directory,
      config: chooseKafka(config, options2),
      environment,
      variables: variables2,
      overrides,
      secrets: secretTexts(reading.secretNames, [
        loaded.variables,
        environment.variables,
        overrides,
        ...scenarios.map((scenario) => scenario.variables)
      ]),
      scenarios: selectScenarios(scenarios, options2),
      warnings: planned.flatMap(({ warnings }) => warnings)
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(loadProject, "loadProject");
async function selectPaths({ cwd, files }, {
  directory,
  scenarios,
  problems
}) {
  try {
    return await selectFiles({ cwd, files, directory, scenarios });
  } catch (cause) {
    problems.throwIfAny();
    throw cause;
  }
}
__name(selectPaths, "selectPaths");
async function readDocuments(path, cwd, problems) {
  const source = await problems.read(path, relative4(cwd, path));
  if (!source) return [];
  const parsed = parseDocuments(source);
  problems.add(...parsed.problems);
  const repository = findRepository(dirname4(path));
  return parsed.documents.map((root) => ({ root, source, path, repository }));
}
__name(readDocuments, "readDocuments");
function repeatedNames(scenarios) {
  const byName = Map.groupBy(scenarios, ({ suite, name: name3 }) => JSON.stringify([suite, name3]));
  return [...byName.values()].flatMap(
    ([first, ...others]) => others.map(
      ({ suite, name: name3, span }) => new ScenarioError("SCENARIO_DUPLICATE_NAME", `a second scenario "${name3}" in the suite "${suite}"`, {
        span,
        hint: first && `the first is at ${renderLocation(first.span)}: give each its own name`
      })
    )
  );
}
__name(repeatedNames, "repeatedNames");
function nothingIn(paths, cwd) {
  const files = paths.map((path) => `"${relative4(cwd, path)}"`).join(", ");
  return new UsageError("USAGE_NOTHING_SELECTED", `no scenario in ${files}`, {
    hint: 'a scenario begins with "scenario: <name>"'
  });
}
__name(nothingIn, "nothingIn");

export {
  nearest,
  didYouMean,
  Template,
  freeform,
  qualifiedName,
  selectTopics,
  patternOf,
  selects,
  resolve2 as resolve,
  matchingTopics,
  followTopics,
  TaskSkipped,
  MOST_KEPT2 as MOST_KEPT,
  RecordCollection,
  judge,
  CheckTally,
  describeFailedCheck,
  clustersOf,
  readyConfig,
  parsePattern,
  serviceConfig,
  isContainer,
  projectConfig,
  resolveFile,
  scenarioFile,
  kindOf,
  createJq,
  loadProject
};
