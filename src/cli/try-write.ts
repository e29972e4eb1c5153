import { describeError, UsageError } from '../base/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file is in its place',
  EISDIR: 'a folder is in its place',
};

/**
 * Does what writes a file or makes a folder at `path`.
 * @throws UsageError USAGE_CANNOT_WRITE when the machine does not let it
 */
export function tryWrite<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new UsageError(
      'USAGE_CANNOT_WRITE',
      `cannot write "${path}": ${REASONS[code] ?? describeError(cause)}`,
      {
        hint: 'choose a folder that can be written',
        cause,
      },
    );
  }
}
