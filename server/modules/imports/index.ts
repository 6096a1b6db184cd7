// The door of the imports module: reading files of rows for modules that bring them in their own way, whether an import runs, and the sample.
export { importGoesOn } from './import-goes-on.ts';
export { readRowFile } from './read-row-file.ts';
export { formatOf, leaveBodiesAlone, receiveRowFile } from './receive-row-file.ts';
export { writeSampleImports } from './sample.ts';
