import {
  Interest,
  statedDetails,
} from '@pilot-to-platform/plugin-pilot-common';
import { Columns } from '../kernel/http/answerCsv';

/** The details of an interest, of which the urgency has its place before its status. */
const details = statedDetails
  .filter(detail => detail !== 'urgency')
  .map(detail => [detail, (item: Interest) => item[detail]] as const);

/** The columns of a list of interests as CSV. */
export const interestColumns: Columns<Interest> = [
  ['id', item => item.id],
  ['target', item => item.target],
  ['targetTitle', item => item.targetTitle],
  ['team', item => item.team],
  ['author', item => item.author],
  ['onBehalf', item => item.onBehalf],
  ['useCaseKey', item => item.useCaseKey],
  ['urgency', item => item.urgency],
  ['status', item => item.status],
  ['statusNote', item => item.statusNote],
  ['statusAt', item => item.statusAt],
  ['statusBy', item => item.statusBy],
  ...details,
  ['specificity', item => item.specificity],
  ['internal', item => item.internal],
  ['confirmDue', item => item.confirmDue],
  ['createdAt', item => item.createdAt],
  ['confirmedAt', item => item.confirmedAt],
  ['updatedAt', item => item.updatedAt],
  ['targetGone', item => item.targetGone],
  ['movedAway', item => item.movedAway],
];
