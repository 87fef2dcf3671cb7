import { Text } from '@backstage/ui';
import {
  demandPartKeys,
  type Demand,
} from '@pilot-to-platform/plugin-pilot-common';
import { formatAsOf } from '../../format/formatInstant';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { CopyLink } from '../shared/CopyLink';
import { Panel } from '../shared/Panel';
import { DemandScore } from './DemandScore';
import classes from './DemandTab.module.css';
import { usePartSentences, HowScore } from './HowScore';
import { RollUp } from './RollUp';

/** The score, what it says in three sentences, and how it is made. */
export function ScorePanel(props: { demand: Demand; isPast: boolean }) {
  const { demand, isPast } = props;
  const { t } = usePilotTranslation();
  const demandLink = useDemandLink();
  const sentences = usePartSentences(demand.counts);
  const time = formatAsOf(demand.asOf, useLanguage());
  const { interests, internal } = demand.counts;
  const link = (query = '') =>
    new URL(`${demandLink(demand.target)}${query}`, window.location.origin)
      .href;
  return (
    <Panel
      title={t('demandTab.score')}
      actions={<Text variant="body-medium">{t('demand.asOf', { time })}</Text>}
    >
      <DemandScore demand={demand} />
      {interests > 0 ? (
        <dl className={classes.facts}>
          {demandPartKeys.map(key => (
            <div key={key} className={classes.fact}>
              <dt>{t(`demand.${key}`)}</dt>
              <dd>{sentences[key]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t(internal > 0 ? 'demand.onlyInternal' : 'demandTab.empty')}
        </Text>
      )}
      <RollUp demand={demand} />
      {interests > 0 && <HowScore demand={demand} />}
      <CopyLink
        label={t(
          interests > 0 || isPast
            ? 'demandTab.copyDateLink'
            : 'demandTab.copyLink',
        )}
        href={() =>
          interests > 0 || isPast
            ? link(`?asOf=${encodeURIComponent(demand.asOf)}`)
            : link()
        }
      />
    </Panel>
  );
}
