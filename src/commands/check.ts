// Stage: command. `npm run check`: the office's files → every problem, one a line; exit code 1 if there is any.
import { officeFolders, readOffice } from '../authoring/read-office.ts';
import { checkOffice } from './check-office.ts';

if (!(await checkOffice(readOffice(officeFolders())))) process.exitCode = 1;
