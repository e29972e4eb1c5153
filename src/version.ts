import manifest from '../package.json' with { type: 'json' };

/** flowproof's own version, of package.json. */
export const version: string = manifest.version;
