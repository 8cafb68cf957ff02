// Stage: components. The run bar of a procedure with decisions: an answer hides the branch not taken.
import { hiddenSteps } from '../../checklist/branches.ts';
import { CheckList } from './check-list.ts';

CheckList.hides = hiddenSteps;
// The element stood and was upgraded before this line.
for (const host of document.querySelectorAll<CheckList>('check-list')) host.use(host.run);
