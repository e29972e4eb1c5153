import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  findFreePort,
  startInDocker
} from "./part-stack-kafka-docker-cluster.js";
import "./part-stack-docker-container.js";
import "./part-readable-stream.js";
import "./part-stack-docker-labels.js";
import "./part-stack-docker-docker-error.js";
import "./part-stack-services-output.js";
import "./part-stack-services-lines.js";
import "./part-debug.js";
import "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  findFreePort,
  startInDocker
};
