import { inject } from 'vitest';

/**
 * The address of the run's one Apache Kafka, started when the first test asks. Topics and groups are everybody's: take
 * fresh names. A test that stops or reconfigures its broker starts one of its own (`ApacheKafka.start`).
 */
export async function sharedKafka(): Promise<string> {
  const response = await fetch(inject('sharedKafkaUrl'));
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
