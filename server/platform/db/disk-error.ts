// Turns what the system or PostgreSQL says about a full, read-only or forbidden disk into one line an operator can act on.
import { StartError } from '#platform/start-error.ts';

const CAUSES: { code: string; pattern: RegExp; say: (folder: string) => string }[] = [
  {
    code: 'database.disk-full',
    pattern: /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i,
    say: (folder) => `The disk that holds ${folder} is full. Free some space and start again.`,
  },
  {
    code: 'database.read-only',
    pattern: /EROFS|read-only file system/i,
    say: (folder) => `${folder} is on a read-only disk. Choose another data folder, or mount the disk writable.`,
  },
  {
    code: 'database.forbidden',
    pattern: /EACCES|EPERM|permission denied|operation not permitted/i,
    say: (folder) =>
      `This user may not write in ${folder}. Give the folder to the user who runs Rida, or choose another one.`,
  },
  {
    code: 'database.no-folder',
    pattern: /ENOTDIR|not a directory/i,
    say: (folder) => `${folder} cannot be a folder: a part of its path is a file. Choose another data folder.`,
  },
];

/** The StartError for a known disk trouble named in `said`; otherwise undefined. */
export function diskError(said: string, folder: string, cause?: unknown): StartError | undefined {
  const known = CAUSES.find(({ pattern }) => pattern.test(said));
  return known && new StartError(known.code, known.say(folder), { exitCode: 75, cause });
}

/** Runs `work` and throws its disk troubles as StartErrors; other errors pass unchanged. */
export function withDiskErrors<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw (code && diskError(code, folder, error)) || error;
  }
}
