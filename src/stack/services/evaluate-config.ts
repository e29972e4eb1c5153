import { RunError } from '../../base/errors.ts';
import { type ServiceConfig, serviceConfig } from '../../model/service-config.ts';

/**
 * A service's configuration with its templates evaluated.
 * @throws RunError SERVICE_NOT_STARTED when what they give does not fit its place
 */
export async function evaluateConfig(
  service: string,
  config: ServiceConfig,
  evaluate: (value: unknown) => Promise<unknown>,
): Promise<ServiceConfig> {
  const checked = serviceConfig.safeParse(await evaluate(config));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new RunError(
    'SERVICE_NOT_STARTED',
    `service "${service}" could not be started: the expressions in services.${[service, ...(issue?.path ?? [])].join('.')} give something else: ${issue?.message}`,
    { hint: 'every expression there must give a text, a number or a boolean' },
  );
}
