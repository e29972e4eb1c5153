import { createRequire as createNodeRequire } from 'node:module';
const require = createNodeRequire(import.meta.url);
import {
  EmbeddedKafka
} from "./part-broker-groups-classic-group.js";
import "./part-base-clock.js";
import {
  RunError
} from "./part-base-errors.js";
import "./part-base-count.js";
import "./part-shared.js";
export {
  EmbeddedKafka,
  RunError
};
