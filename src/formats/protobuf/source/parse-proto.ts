import { create } from '@bufbuild/protobuf';
import {
  Edition,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileOptionsSchema,
} from '@bufbuild/protobuf/wkt';
import { MessageParser } from './message-parser.ts';
import { featuresOf, type ProtoOption, readOptionStatement } from './options.ts';
import { parseEnum } from './parse-enum.ts';
import { TokenReader } from './token-reader.ts';

/**
 * Parses a .proto file (proto2, proto3, editions) into a descriptor whose type names are still as written. Services and
 * options that do not change the bytes are left out. @throws Unfit with the line
 */
export function parseProto(name: string, source: string): FileDescriptorProto {
  return new FileParser(source).parse(name);
}

class FileParser {
  readonly #reader: TokenReader;
  readonly #file = create(FileDescriptorProtoSchema);
  readonly #options: ProtoOption[] = [];

  constructor(source: string) {
    this.#reader = new TokenReader(source);
  }

  parse(name: string): FileDescriptorProto {
    this.#file.name = name;
    this.#readSyntax();
    while (this.#reader.peek().kind !== 'end') this.#readStatement();
    const features = featuresOf(this.#options);
    if (features) this.#file.options = create(FileOptionsSchema, { features });
    return this.#file;
  }

  #readSyntax(): void {
    const reader = this.#reader;
    if (reader.takeIf('syntax')) {
      reader.expect('=');
      const syntax = reader.text();
      if (syntax !== 'proto2' && syntax !== 'proto3') reader.fail(`unknown syntax "${syntax}"`);
      if (syntax === 'proto3') this.#file.syntax = syntax; // descriptors of proto2 leave it out
      reader.expect(';');
    } else if (reader.takeIf('edition')) {
      reader.expect('=');
      const edition = Edition[`EDITION_${reader.text()}` as keyof typeof Edition];
      if (edition === undefined) reader.fail('unknown edition');
      this.#file.syntax = 'editions';
      this.#file.edition = edition;
      reader.expect(';');
    }
  }

  #readStatement(): void {
    const reader = this.#reader;
    const messages = new MessageParser(reader, this.#file.syntax);
    if (reader.takeIf(';')) return;
    const word = reader.name();
    switch (word) {
      case 'package':
        this.#file.package = reader.typeName();
        reader.expect(';');
        break;
      case 'import':
        this.#readImport();
        break;
      case 'option':
        this.#options.push(readOptionStatement(reader));
        break;
      case 'message':
        this.#file.messageType.push(messages.message());
        break;
      case 'enum':
        this.#file.enumType.push(parseEnum(reader));
        break;
      case 'extend':
        messages.extensions({ extension: this.#file.extension, nestedType: this.#file.messageType });
        break;
      case 'service':
        reader.name();
        reader.skipBlock();
        break;
      default:
        reader.fail(`unexpected "${word}"`);
    }
  }

  #readImport(): void {
    const isPublic = this.#reader.takeIf('public');
    const isWeak = !isPublic && this.#reader.takeIf('weak');
    const index = this.#file.dependency.push(this.#reader.text()) - 1;
    if (isPublic) this.#file.publicDependency.push(index);
    if (isWeak) this.#file.weakDependency.push(index);
    this.#reader.expect(';');
  }
}
