import { type AnnotationOptions, renderAnnotations } from '../base/annotation.ts';
import { findingsOf } from './findings.ts';
import { defineReporter } from './reporter.ts';

/**
 * Workflow commands that mark the failing checks and deadlines in the scenario files: the most important ones first, and
 * one line for those that GitHub would not show.
 */
export const annotations = defineReporter<AnnotationOptions>({
  name: 'annotations',
  file: 'annotations.txt',
  start: (output, options) => ({
    on() {},
    end(result) {
      output.write(renderAnnotations(findingsOf(result), { ...NO_LIMITS, ...options }));
    },
  }),
});

const NO_LIMITS: AnnotationOptions = {
  maxErrors: Number.POSITIVE_INFINITY,
  maxCharacters: Number.POSITIVE_INFINITY,
  fileOf: (file) => file,
};
