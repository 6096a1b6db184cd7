// Jobs of the imports module: running one, and removing files and rows whose time is over.
import { forgetFilesJob, forgetFinishedJob } from './forget-files.ts';
import { runImportJob } from './run-import.ts';

export const jobs = [runImportJob, forgetFilesJob, forgetFinishedJob];
