import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useConsent } from '../../hooks/useConsent';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** One thing that a Pilot is built with; said where it does not count, to who sees it. */
export function PartLine({ pilot, part }: { pilot: string; part: string }) {
  const { t } = usePilotTranslation();
  const consent = useConsent(pilot, part);
  const link = <EntityRefLink entityRef={part} />;
  if (!consent || consent.counts) return link;
  const { owner } = consent;
  return (
    <>
      {link}{' '}
      {owner
        ? t('pilotCard.unconfirmed', {
            owner: <EntityRefLink entityRef={owner} defaultKind="group" />,
          })
        : t('pilotCard.unowned')}
    </>
  );
}
