import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  HOST_FROM_CONTAINERS
} from "./part-stack-services-launched.js";
import {
  EmbeddedKafka
} from "./part-broker-groups-classic-group.js";
import "./part-base-clock.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import {
  __name
} from "./part-shared.js";

// src/stack/kafka/embedded-cluster.ts
async function startEmbedded({ port }, servesContainers) {
  const broker = await EmbeddedKafka.start(port === void 0 ? {} : { port });
  const forContainers = servesContainers ? await broker.listen({ host: "0.0.0.0", advertisedHost: HOST_FROM_CONTAINERS }) : void 0;
  return {
    provider: "embedded",
    bootstrap: /* @__PURE__ */ __name((place) => place === "container" && forContainers ? forContainers : broker.bootstrap, "bootstrap"),
    [Symbol.asyncDispose]: () => broker[Symbol.asyncDispose]()
  };
}
__name(startEmbedded, "startEmbedded");
export {
  startEmbedded
};
