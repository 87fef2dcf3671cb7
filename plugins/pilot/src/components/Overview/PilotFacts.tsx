import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Skeleton, Link } from '@backstage/ui';
import type {
  Pilot,
  PilotEntityV1alpha1,
} from '@pilot-to-platform/plugin-pilot-common';
import { isWebAddress } from '../../format/isWebAddress';
import { useConsent } from '../../hooks/useConsent';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import { useReasonText } from '../../hooks/useReasonText';
import { Fact } from '../shared/FactList';
import { LoadingPart } from '../shared/LoadingPart';
import { UserText } from '../shared/UserText';
import { hasAdvice, WithReasons } from '../shared/Recommendation';
import { ByHand } from './ByHand';
import classes from './PilotCard.module.css';

/** Lists the facts of a Pilot; a row that would say nothing is absent. */
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

/** One thing that a Pilot is built with; said where it does not count, to who sees it. */
function PartLine({ pilot, part }: { pilot: string; part: string }) {
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

/** Shows the recommendation and its first reason; a press shows all. */
function Recommended({ pilot }: { pilot: Pilot }) {
  const { recommendation, proposal, target } = pilot;
  const { t } = usePilotTranslation();
  const textOf = useReasonText();
  const link = useReadinessLink();
  const [first] = recommendation.reasons;
  const name = t(`recommendation.${recommendation.code}`);
  return (
    <>
      <WithReasons pilot={pilot}>
        {first
          ? t('recommendation.line', {
              recommendation: name,
              reason: textOf(first),
            })
          : name}
      </WithReasons>
      {proposal && (
        <Link href={link(target)}>{t('portfolio.decisionWaits')}</Link>
      )}
    </>
  );
}

/** Technology choices with why, each with the way to read more. */
function Choices(props: {
  choices: NonNullable<PilotEntityV1alpha1['spec']['decisions']>;
}) {
  return (
    <ul className={classes.choices}>
      {props.choices.map(({ title, rationale, link }) => (
        <li key={title}>
          {link && isWebAddress(link) ? (
            <Link href={link} target="_blank" rel="noopener noreferrer">
              {title}
            </Link>
          ) : (
            title
          )}
          <UserText>{rationale}</UserText>
        </li>
      ))}
    </ul>
  );
}

/** "Partners served 7 of 20": where each measure stands, and where it aims. */
function Measures(props: {
  measures: NonNullable<PilotEntityV1alpha1['spec']['successMeasures']>;
}) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return (
    <ul className={classes.list}>
      {props.measures.map(({ title, target, current }) => (
        <li key={title}>
          {current === undefined
            ? t('pilotCard.measureUnset', {
                title,
                target: numbers.count(target),
              })
            : t('pilotCard.measure', {
                title,
                current: numbers.count(current),
                target: numbers.count(target),
              })}
        </li>
      ))}
    </ul>
  );
}

/** Full refs of what implements a Pilot, as its description says. */
function builtWith({ spec, metadata }: PilotEntityV1alpha1): string[] {
  const { namespace: defaultNamespace = 'default' } = metadata;
  return (spec.implementedBy ?? []).map(ref =>
    stringifyEntityRef(
      parseEntityRef(ref, { defaultKind: 'component', defaultNamespace }),
    ),
  );
}
