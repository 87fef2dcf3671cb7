import { useRef } from 'react';
import { Dialog } from '@backstage/ui';
import { toastApiRef, useApiHolder } from '@backstage/frontend-plugin-api';
import { useDemandLink } from '../../hooks/useDemandLink';
import { usePilotsLink } from '../../hooks/usePilotsLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { NeedDialogContent } from './NeedDialogContent';
import type { Recorded } from './NeedStep';

/** Long enough to be read twice; the toast says nothing that is not shown. */
const toastMs = 6_000;

/** The dialog that records, details, confirms and withdraws interests. */
export function NeedDialog(props: {
  entityRef: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const { entityRef, isOpen, onOpenChange } = props;
  const { t } = usePilotTranslation();
  const toastApi = useApiHolder().get(toastApiRef);
  const demandLink = useDemandLink();
  const pilotsLink = usePilotsLink();
  const latest = useRef<Recorded>();

  const change = (willBeOpen: boolean) => {
    const recorded = latest.current;
    if (!willBeOpen && recorded) {
      const demand = {
        label: t('need.toDemand'),
        href: demandLink(recorded.target),
      };
      const myNeeds = pilotsLink && {
        label: t('need.toMyNeeds'),
        href: pilotsLink('my-needs'),
      };
      toastApi?.post({
        title: t('need.recordedToast', { team: recorded.team }),
        status: 'success',
        links: myNeeds ? [myNeeds, demand] : [demand],
        timeout: toastMs,
      });
    }
    latest.current = undefined;
    onOpenChange(willBeOpen);
  };

  return (
    <Dialog isOpen={isOpen} onOpenChange={change} width={560}>
      <NeedDialogContent
        target={entityRef}
        onClose={() => change(false)}
        onRecorded={recorded => {
          latest.current = recorded;
        }}
      />
    </Dialog>
  );
}
