import type { ReactNode } from 'react';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { formatDay } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { useAuthorName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Instant } from '../shared/Instant';
import { UserText } from '../shared/UserText';
import classes from './Inbox.module.css';

/** Everything that an interest says, and the latest answer to it. */
export function InboxFacts({ interest }: { interest: Interest }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const who = useAuthorName(interest);
  const { useCase, alternative, neededBy, expectedUsage, otherwise } = interest;
  return (
    <dl className={classes.facts}>
      {useCase && (
        <Fact name={t('inbox.useCase')}>
          <UserText>{useCase}</UserText>
        </Fact>
      )}
      {alternative && (
        <Fact name={t('inbox.alternative')}>
          <UserText>{alternative}</UserText>
        </Fact>
      )}
      {neededBy && (
        <Fact name={t('inbox.neededBy')}>{formatDay(neededBy, language)}</Fact>
      )}
      {expectedUsage && (
        <Fact name={t('inbox.usage')}>
          <UserText>{expectedUsage}</UserText>
        </Fact>
      )}
      {otherwise && (
        <Fact name={t('inbox.otherwise')}>{t(`otherwise.${otherwise}`)}</Fact>
      )}
      {interest.contribute && (
        <Fact name={t('inbox.contribution')}>{t('inbox.contributes')}</Fact>
      )}
      <Fact name={t('inbox.author')}>
        {t('inbox.authorWhen', {
          who,
          when: <Instant iso={interest.createdAt} />,
        })}
      </Fact>
      {interest.statusNote && (
        <Fact name={t('inbox.answer')}>
          <UserText>{interest.statusNote}</UserText>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
