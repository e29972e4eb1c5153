import { expect, it } from 'vitest';
import { composeModel, overrideFor } from '../../../../src/stack/docker/compose-override.ts';

const RUN = { runId: 'r1', network: 'flowproof-r1' };
const LABELS = { 'dev.flowproof.run': 'r1', 'dev.flowproof.service': 'shop' };
const options = { ...RUN, service: 'shop', directory: '/project' };

it('puts labels on all that is made, every service on the network of the run, and names what is built', () => {
  const model = composeModel.parse({
    services: {
      web: { build: { context: '/project' } },
      db: { image: 'postgres', build: { context: '/db' } },
      lonely: { image: 'x', network_mode: 'none' },
    },
    networks: { back: { driver: 'bridge' }, company: { external: true } },
    volumes: { data: null, shared: { external: true } },
  });
  expect(overrideFor(model, options)).toEqual({
    services: {
      web: { labels: LABELS, image: expect.stringMatching(/^flowproof\/shop-web:[0-9a-f]{12}$/), ...joined },
      db: { labels: LABELS, ...joined },
      lonely: { labels: LABELS },
    },
    networks: { back: { labels: LABELS }, flowproof: { external: true, name: 'flowproof-r1' } },
    volumes: { data: { labels: LABELS } },
  });
});

const joined = { networks: { flowproof: {} }, extra_hosts: ['host.docker.internal:host-gateway'] };
