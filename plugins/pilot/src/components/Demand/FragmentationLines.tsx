import { useState, type ReactElement, type ReactNode } from 'react';
import { RiGitForkLine } from '@remixicon/react';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Link } from '@backstage/ui';
import type {
  FragmentationGroup,
  SimilarReason,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRefLabel } from '../../hooks/useRefLabel';
import { listTexts } from '../../texts/listTexts';
import { ReasonDialog } from '../Duplicates/ReasonDialog';
import { Instant } from '../shared/Instant';
import classes from './DemandTab.module.css';

/** A group that a target is in: who, why, and where to look. */
export function FragmentationLines(props: {
  target: string;
  group: FragmentationGroup;
  onDismissed: (id: string) => void;
  onLatest: () => void;
}) {
  const { target, group, onDismissed, onLatest } = props;
  const { t } = usePilotTranslation();
  const api = useApi(pilotApiRef);
  const labelOf = useRefLabel();
  const demandLink = useDemandLink();
  const list = new Intl.ListFormat(useLanguage());
  const [isOpen, setIsOpen] = useState(false);
  const others = group.members.filter(member => member.target !== target);
  const names = others.map(other => other.title ?? labelOf(other.target));
  const nameOf = (ref: string) =>
    group.members.find(member => member.target === ref)?.title ?? labelOf(ref);
  const reasonOf = (reason: SimilarReason | undefined, name: ReactElement) => {
    switch (reason?.code) {
      case 'words':
        return t('duplicate.words', { name, words: list.format(reason.words) });
      case 'capability':
        return t('duplicate.capability', { name });
      default:
        return name;
    }
  };
  return (
    <li className={classes.lines}>
      {group.otherwise.map(({ interest, code, team, target: about, at }) => (
        <Line key={interest}>
          {Object.hasOwn(listTexts.fragmentation.otherwise, code) ? (
            t(`duplicate.${code}`, {
              team: <EntityRefLink entityRef={team} defaultKind="group" />,
            })
          ) : (
            <>
              <EntityRefLink entityRef={team} defaultKind="group" />: {code}
            </>
          )}{' '}
          {about !== target && (
            <>
              (<Link href={demandLink(about)}>{nameOf(about)}</Link>){' '}
            </>
          )}
          · <Instant iso={at} />
        </Line>
      ))}
      {others.map((other, index) => {
        const name = (
          <Link href={demandLink(other.target)}>{names[index]}</Link>
        );
        const [reason] = group.reasons;
        return <Line key={other.target}>{reasonOf(reason, name)}</Line>;
      })}
      {group.can.dismiss === true && (
        <div className={classes.line}>
          <Button
            size="small"
            variant="secondary"
            aria-label={[t('duplicate.dismiss'), ...names].join(', ')}
            onPress={() => setIsOpen(true)}
          >
            {t('duplicate.dismiss')}
          </Button>
        </div>
      )}
      <ReasonDialog
        form={`dismiss ${group.key}`}
        title={t('duplicate.dismiss')}
        label={t('duplicate.reason')}
        missing={t('duplicate.reasonMissing')}
        submit={t('duplicate.hide')}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        onLatest={() => {
          setIsOpen(false);
          onLatest();
        }}
        onSubmit={async reason => {
          const { key } = group;
          onDismissed((await api.dismissFragmentation({ key, reason })).id);
        }}
      >
        {t('duplicate.dismissHint')}
      </ReasonDialog>
    </li>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <div className={classes.marked}>
      <RiGitForkLine size={16} aria-hidden="true" />
      <span>{children}</span>
    </div>
  );
}
