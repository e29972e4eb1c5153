import { RunError } from '../../base/errors.ts';
import type { Resolved } from '../../expr/template.ts';
import type { Part } from '../../formats/codec/codec.ts';
import { type FormatSpec, nameFormat, openFormat } from '../../formats/index.ts';
import { randomText } from '../../formats/random/random.ts';
import type { Json } from '../../model/json.ts';
import type { TaskContext } from '../define-task.ts';
import type { ProduceSpec } from './spec.ts';

/** Draws keys and values; undefined for a part that is not random. */
export interface RandomParts {
  key(): Json | undefined;
  value(): Json | undefined;
}

/** @throws RunError when a format has no schema to draw from */
export async function openRandomParts(
  { random, format }: Resolved<Pick<ProduceSpec, 'random' | 'format'>>,
  topic: string,
  context: TaskContext,
): Promise<RandomParts> {
  const open = async (part: Part): Promise<() => Json | undefined> => {
    const wanted = random?.[part];
    if (wanted === undefined) return () => undefined;
    if ('schema' in wanted) return openSample(format?.[part], { part, topic, context });
    return () => randomText(context.random, wanted.length, wanted.charset);
  };
  return { key: await open('key'), value: await open('value') };
}

async function openSample(
  format: FormatSpec | undefined,
  { part, topic, context }: { readonly part: Part; readonly topic: string; readonly context: TaskContext },
): Promise<() => Json> {
  const codec = await openFormat(format, part, context.formats);
  const site = { part, topic, headers: [] };
  const { sample } = codec;
  if (!sample) {
    throw new RunError(
      'FORMAT_ENCODE',
      `the format "${nameFormat(format)}" has no schema to draw a ${part} from`,
      {
        hint: `write a format with a schema, such as "format: { ${part}: { avro: { file: order.avsc } } }"`,
      },
    );
  }
  await codec.prepareEncode?.({}, site, context.signal);
  return () => sample.call(codec, context.random, site);
}
