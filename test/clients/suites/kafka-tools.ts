import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from '../../support/cache.ts';
import { fingerprint } from '../../support/fingerprint.ts';
import { mavenLibs } from '../../support/maven-libs.ts';

/** A folder like that of Kafka's distribution, with what other people's tests run of it: `bin` and `libs`. */
export async function kafkaTools(): Promise<string> {
  const pom = join(import.meta.dirname, 'kafka-tools/pom.xml');
  const libs = await mavenLibs(pom);
  return cachedFolder(`clients/kafka-tools-${fingerprint([readFileSync(pom)])}`, async (folder) => {
    symlinkSync(libs, join(folder, 'libs'));
    await mkdir(join(folder, 'bin'));
    for (const [name, program] of Object.entries(scripts))
      writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${program}\n`, { mode: 0o755 });
  });
}

const scripts = {
  'kafka-run-class.sh':
    'exec java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$CLASSPATH:${0%/bin/*}/libs/*" "$@"',
  'kafka-topics.sh': 'exec "${0%/*}/kafka-run-class.sh" org.apache.kafka.tools.TopicCommand "$@"',
};
