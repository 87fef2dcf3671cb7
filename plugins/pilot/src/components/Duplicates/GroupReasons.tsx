import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { RiGitForkLine } from '@remixicon/react';
import type {
  FragmentationGroup,
  SimilarReason,
} from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { listTexts } from '../../texts/listTexts';
import { Instant } from '../shared/Instant';
import classes from './Fragmentation.module.css';

/** Lists why targets look alike, and which teams may build or buy again. */
export function GroupReasons({ group }: { group: FragmentationGroup }) {
  const { t } = usePilotTranslation();
  const list = new Intl.ListFormat(useLanguage());
  const textOf = (reason: SimilarReason): string => {
    switch (reason.code) {
      case 'capability':
        return t('fragmentation.capability', { capability: reason.capability });
      case 'words':
        return t('fragmentation.words', { words: list.format(reason.words) });
      default:
        return (reason as SimilarReason).code;
    }
  };
  return (
    <ul className={classes.lines}>
      {group.reasons.map(reason => (
        <li key={reason.code}>{textOf(reason)}</li>
      ))}
      {group.otherwise.map(({ interest, code, team, target, at }) => (
        <li key={interest} className={classes.warning}>
          <RiGitForkLine size={16} aria-hidden="true" />
          <span>
            {Object.hasOwn(listTexts.fragmentation.otherwise, code) ? (
              t(`fragmentation.otherwise.${code}`, {
                team: <Name of={team} />,
                target: <Name of={target} />,
                when: <Instant iso={at} />,
              })
            ) : (
              <>
                <Name of={team} />: {code} (<Name of={target} />)
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Name(props: { of: string }) {
  return <EntityDisplayName entityRef={props.of} hideIcon disableTooltip />;
}
