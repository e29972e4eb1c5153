import type { SchemaKind } from '../../model/schema-registry.ts';
import { avro } from './avro.ts';
import { json } from './json.ts';
import type { RegistryLanguage } from './language.ts';
import { protobuf } from './protobuf.ts';

/** What schemas may be written in, by the name that clients give. */
export const languages = { JSON: json, PROTOBUF: protobuf, AVRO: avro } as const satisfies Record<
  SchemaKind,
  RegistryLanguage
>;
