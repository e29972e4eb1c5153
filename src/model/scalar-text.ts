import { z } from 'zod';

/** A scalar where a text is wanted (an environment variable, a topic's configuration); numbers and booleans become their text. */
export const scalarText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
