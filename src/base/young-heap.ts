import v8 from 'node:v8';

/**
 * Keeps V8's space for young objects small. Records that pass by are garbage at once: without this the heap grows to more
 * than half as much again, and its collections stop the process for 10 to 20 ms each, which deadlines are measured against.
 * For the doors, before they load anything large.
 */
export function keepYoungHeapSmall(): void {
  v8.setFlagsFromString('--semi-space-growth-factor=1');
}
