import { z } from 'zod';
import { withInputs } from '../expr/with-inputs.ts';
import { formatSpec } from '../formats/index.ts';

const part = withInputs(formatSpec).optional();

/** `format:` of a task, with expressions. A schema that stands in it is taken as it is. */
export const recordFormat = z.strictObject({ key: part, value: part });
