import { Link } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  CheckResult,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';
import { useFixLink } from '../../hooks/useFixLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Approvers } from '../shared/EntityName';

/** Says how to put a check right, and links to the place. */
export function FixText(props: {
  target: string;
  fix: Pick<CheckResult['fix'], 'text' | 'link'>;
}) {
  const { target, fix } = props;
  const { t } = usePilotTranslation();
  const link = useFixLink(target)(fix.link);
  return (
    <>
      {fix.text}{' '}
      {link && (
        <Link
          href={link.href}
          {...(link.isElsewhere && {
            target: '_blank',
            rel: 'noopener noreferrer',
          })}
        >
          {t(`readiness.fixLink.${link.place}`)}
        </Link>
      )}
    </>
  );
}

/** Names who can put a check right, and whom to ask for a waiver. */
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
