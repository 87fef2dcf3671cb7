import { useId, useState } from 'react';
import { Button, Radio, RadioGroup, Text } from '@backstage/ui';
import { useAction } from '../../hooks/useAction';
import { useFirstBadField } from '../../hooks/useFirstBadField';
import { useFormDraft } from '../../hooks/useFormDraft';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { FailureAlert } from '../shared/FailureAlert';
import classes from './Adoption.module.css';

const scores = ['1', '2', '3', '4', '5'] as const;

/** Asks a team how well a Pilot works for it, 1 poor to 5 great. */
export function RateForm(props: {
  target: string;
  team: string;
  pilotName?: string;
  onRated: () => void;
}) {
  const { target, team, pilotName, onRated } = props;
  const { t } = usePilotTranslation();
  const { phases } = usePilotCache();
  const teamName = useName(team);
  const action = useAction();
  const form = useFormDraft<{ score: string | null }>(
    `rate ${target} ${team}`,
    { score: null },
  );
  const { score } = form.draft;
  const [isMissing, setIsMissing] = useState(false);
  const fields = useFirstBadField(['score']);
  const problem = useId();
  const question = pilotName
    ? t('adoption.askOf', { pilot: pilotName, team: teamName })
    : t('adoption.ask', { team: teamName });
  const save = () => {
    setIsMissing(!score);
    if (fields.refuse({ score: !score })) return;
    action.run(async () => {
      await phases.rate(target, { team, score: Number(score) });
      form.drop();
      onRated();
    });
  };
  return (
    <div className={classes.part}>
      <RadioGroup
        ref={fields.ref('score')}
        label={question}
        orientation="horizontal"
        className={classes.radios}
        value={score}
        isInvalid={isMissing && !score}
        aria-describedby={isMissing && !score ? problem : undefined}
        onChange={value => form.change({ score: value })}
      >
        {scores.map(each => (
          <Radio key={each} value={each}>
            {t(`adoption.score.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
      {isMissing && !score && (
        <Text as="p" id={problem} role="alert" className={classes.text}>
          {t('adoption.choose')}
        </Text>
      )}
      <div>
        <Button
          size="small"
          variant="secondary"
          isPending={action.isPending}
          aria-label={`${t('adoption.save')}, ${question}`}
          onPress={save}
        >
          {t('adoption.save')}
        </Button>
      </div>
      {action.error && (
        <FailureAlert
          error={action.error}
          attempt="change"
          onRetry={action.retry}
          onLatest={() => phases.adoption(target).reload()}
        />
      )}
    </div>
  );
}
