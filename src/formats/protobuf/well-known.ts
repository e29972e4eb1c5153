import type { DescFile } from '@bufbuild/protobuf';
import {
  type FileDescriptorProto,
  file_google_protobuf_any,
  file_google_protobuf_api,
  file_google_protobuf_descriptor,
  file_google_protobuf_duration,
  file_google_protobuf_empty,
  file_google_protobuf_field_mask,
  file_google_protobuf_source_context,
  file_google_protobuf_struct,
  file_google_protobuf_timestamp,
  file_google_protobuf_type,
  file_google_protobuf_wrappers,
} from '@bufbuild/protobuf/wkt';
import { COMMON_FILES } from './common-files.ts';
import { parseProto } from './source/parse-proto.ts';

const FILES: Readonly<Record<string, DescFile>> = {
  any: file_google_protobuf_any,
  api: file_google_protobuf_api,
  descriptor: file_google_protobuf_descriptor,
  duration: file_google_protobuf_duration,
  empty: file_google_protobuf_empty,
  field_mask: file_google_protobuf_field_mask,
  source_context: file_google_protobuf_source_context,
  struct: file_google_protobuf_struct,
  timestamp: file_google_protobuf_timestamp,
  type: file_google_protobuf_type,
  wrappers: file_google_protobuf_wrappers,
};

const PREFIX = 'google/protobuf/';

/** One of the files that every compiler or registry brings along: `google/protobuf/timestamp.proto`. */
export function wellKnownFile(path: string): FileDescriptorProto | undefined {
  const text = COMMON_FILES[path];
  return text === undefined ? FILES[nameOf(path)]?.proto : parseProto(path, text);
}

/** Is this one of the files that need not be there? */
export function isWellKnown(path: string): boolean {
  return path in COMMON_FILES || nameOf(path) in FILES;
}

function nameOf(path: string): string {
  return path.startsWith(PREFIX) ? path.slice(PREFIX.length, -'.proto'.length) : '';
}
