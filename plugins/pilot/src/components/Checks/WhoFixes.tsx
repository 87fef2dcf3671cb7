import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  CheckResult,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Approvers } from '../shared/Approvers';

/** Who can put a check right, and whom to ask where that has to wait. */
export function WhoFixes(props: { readiness: Readiness; check: CheckResult }) {
  const { readiness, check } = props;
  const { t } = usePilotTranslation();
  const { approvers } = readiness;
  const { waive } = check.can;
  const isOwn = waive === 'ownsIt' || waive === 'ownedIt';
  const mayAsk = approvers.length > 0 && waive !== true && !isOwn;
  return (
    <>
      {check.fix.by
        ? t('readiness.whoOwner', {
            owner: (
              <EntityRefLink entityRef={check.fix.by} defaultKind="group" />
            ),
          })
        : t('readiness.whoNobody')}{' '}
      {isOwn && t('readiness.askOthers')}
      {mayAsk &&
        t('readiness.askApprovers', {
          approvers: <Approvers approvers={approvers} isLink />,
        })}
    </>
  );
}
