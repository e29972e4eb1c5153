import { annotations } from './annotations.ts';
import { console } from './console.ts';
import { ctrf } from './ctrf.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { ndjson } from './ndjson.ts';
import { summary } from './summary.ts';

/** Every report that flowproof writes, by its name. */
export const reporters = { console, json, ndjson, summary, annotations, junit, ctrf, html } as const;
