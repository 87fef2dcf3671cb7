import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import type {
  Pilot,
  PilotEntityV1alpha1,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LoadingPart } from '../shared/LoadingPart';
import { Fact } from '../shared/FactList';
import { hasAdvice } from '../shared/hasAdvice';
import { UserText } from '../shared/UserText';
import { builtWith } from './builtWith';
import { ByHand } from './ByHand';
import { Choices } from './Choices';
import { Measures } from './Measures';
import { PartLine } from './PartLine';
import classes from './PilotCard.module.css';
import { Recommended } from './Recommended';

/** What a Pilot is about, row by row; a row that would say nothing is absent. */
export function PilotFacts(props: {
  entity: PilotEntityV1alpha1;
  pilot: Pilot | undefined;
  isLoading: boolean;
}) {
  const { entity, pilot, isLoading } = props;
  const { spec } = entity;
  const { t } = usePilotTranslation();
  const parts = builtWith(entity);
  return (
    <dl className={classes.facts}>
      {spec.problem && (
        <Fact name={t('pilotCard.problem')}>
          <UserText>{spec.problem}</UserText>
        </Fact>
      )}
      {(pilot ? hasAdvice(pilot) || pilot.proposal : isLoading) && (
        <Fact name={t('recommendation.title')}>
          {pilot ? (
            <Recommended pilot={pilot} />
          ) : (
            <LoadingPart
              thing={t('pilotCard.standing')}
              outline={<Skeleton width="12rem" height="1.5rem" />}
            />
          )}
        </Fact>
      )}
      {spec.manualSteps && spec.manualSteps.length > 0 && (
        <Fact name={t('pilotCard.byHand')}>
          <ByHand steps={spec.manualSteps} />
        </Fact>
      )}
      {spec.decisions && spec.decisions.length > 0 && (
        <Fact name={t('pilotCard.decisions')}>
          <Choices choices={spec.decisions} />
        </Fact>
      )}
      {spec.successMeasures && spec.successMeasures.length > 0 && (
        <Fact name={t('pilotCard.measures')}>
          <Measures measures={spec.successMeasures} />
        </Fact>
      )}
      {parts.length > 0 && (
        <Fact name={t('pilotCard.builtWith')}>
          <ul className={classes.names}>
            {parts.map(ref => (
              <li key={ref}>
                <PartLine pilot={stringifyEntityRef(entity)} part={ref} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {spec.platformScale && (
        <Fact name={t('pilotCard.platformScale')}>
          <UserText>{spec.platformScale.rationale}</UserText>
        </Fact>
      )}
      {spec.handOff && (
        <Fact name={t('pilotCard.handOff')}>
          <div>
            {t('pilotCard.handOffTo', {
              team: (
                <EntityRefLink
                  entityRef={spec.handOff.to}
                  defaultKind="group"
                />
              ),
            })}
          </div>
          <UserText>{spec.handOff.rationale}</UserText>
        </Fact>
      )}
    </dl>
  );
}
