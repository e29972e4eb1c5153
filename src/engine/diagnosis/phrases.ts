import { renderCount } from '../../base/count.ts';
import { shorten } from '../../base/shorten.ts';
import { type Json, renderJson } from '../../model/json.ts';
import { placeOf } from '../../model/record.ts';
import type { Facts, GroupFacts, ServiceFacts } from './facts.ts';

const LONGEST_VALUE = 80;
const LONGEST_LINE = 240;
const WORD_OF_TROUBLE =
  /(?:error|exception)\b|\b(?:fatal|panic|traceback|failed|failure|unhandled|refused|denied|timed out)\b/i;
const MAX_LINES = 5;

/** `"a", "b"`. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** A value as JSON, cut when it is long. */
export function shortJson(value: Json): string {
  return shorten(renderJson(value), LONGEST_VALUE);
}

/** `service "promotions"`, or the group when no service is known by it. */
export function ownerOf({ service, id }: GroupFacts): string {
  return service === undefined ? `the service of group "${id}"` : `service "${service}"`;
}

/** Who should have written: the one reader of the inputs, else the service in question in general. */
export function suspect({ readers, inputs }: Facts): string {
  const [only, second] = readers;
  if (only && !second) return ownerOf(only);
  return inputs.length > 0 ? `the service that reads ${quoted(inputs)}` : 'the service that writes it';
}

/** The service that is known by one of the groups that read the inputs. */
export function suspectService({ readers, services }: Facts): ServiceFacts | undefined {
  const names = new Set(readers.map((reader) => reader.service));
  return services.find((service) => names.has(service.name));
}

/** What a service said last, once what it said again; lines of trouble, where there are any, before all others. */
export function lastWords(service: ServiceFacts | undefined): string[] {
  if (!service) return [];
  const trouble = service.lines.filter(({ line }) => WORD_OF_TROUBLE.test(line));
  const said = Map.groupBy(trouble.length > 0 ? trouble : service.lines, ({ line }) => line.trim());
  return [...said].slice(-MAX_LINES).map(([line, [first, ...again]]) => {
    const times = again.length > 0 ? ` ${renderCount(again.length + 1, 'time')}, first` : '';
    return `${service.name} said${times} after ${Math.round(first?.atMs ?? 0)} ms: ${shorten(line, LONGEST_LINE)}`;
  });
}

/** Does a service's log speak of trouble? */
export function hasTrouble(service: ServiceFacts | undefined): boolean {
  return service?.lines.some(({ line }) => WORD_OF_TROUBLE.test(line)) ?? false;
}

/** Where to look: the service in question. */
export function lookAt(facts: Facts): string[] {
  const service = suspectService(facts);
  if (service) return [`the log of service "${service.name}" in the time of this scenario`];
  return facts.inputs.length > 0 ? [`the log of the service that reads ${quoted(facts.inputs)}`] : [];
}

const MAX_MOVED = 3;

/** Other topics that got records in the time of the scenario, one a line. */
export function describeMoved({ moved, readers, otherGroups, areGroupsKnown }: Facts): string[] {
  const read = new Set([...readers, ...otherGroups].flatMap(({ topics }) => topics));
  return moved.slice(0, MAX_MOVED).map(({ topic, records, sample }) => {
    const unread = areGroupsKnown && !read.has(topic) ? ', and no consumer group reads it' : '';
    const shown = sample ? `: ${placeOf(sample)} is ${shortJson(sample.value)}` : '';
    return `topic "${topic}" got ${renderCount(records, 'record')} in this time${unread}${shown}`;
  });
}

const MAX_SPANS = 3;

/** `; span "find a promotion" of promotions took 790 ms`, when spans were received; else nothing. */
export function slowestSpan({ spans }: Facts): string {
  const [slowest] = spans;
  return slowest
    ? `; span "${slowest.name}" of ${slowest.service} took ${Math.round(slowest.tookMs)} ms`
    : '';
}

/** The longest spans, one a line. */
export function slowSpans({ spans }: Facts): string[] {
  return spans.slice(0, MAX_SPANS).map(({ name, service, startedAtMs, tookMs, error }) => {
    const failed = error === undefined ? '' : `, failed: ${error}`;
    return `span "${name}" of ${service}: from ${Math.round(startedAtMs)} ms, took ${Math.round(tookMs)} ms${failed}`;
  });
}
