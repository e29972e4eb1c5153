import { type ProbeKind, poll } from './probe.ts';

/** `healthy`: the health check of the container's image is green. One that is red may turn green yet. */
export const healthy: ProbeKind<true> = {
  title: () => 'its health check is green',
  wait: (_config, context) => poll(context, () => context.unhealth()),
};
