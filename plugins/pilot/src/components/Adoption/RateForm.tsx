import { useId } from 'react';
import { Button, Radio, RadioGroup, Text } from '@backstage/ui';
import { useForm } from '../../hooks/useForm';
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
  const form = useForm({
    name: `rate ${target} ${team}`,
    initial: { score: null as string | null },
    problems: ({ score }) => ({ score: !score && t('adoption.choose') }),
    send: ({ score }) => phases.rate(target, { team, score: Number(score) }),
  });
  const { ref, problem } = form.field('score');
  const problemId = useId();
  const question = pilotName
    ? t('adoption.askOf', { pilot: pilotName, team: teamName })
    : t('adoption.ask', { team: teamName });
  return (
    <div className={classes.part}>
      <RadioGroup
        ref={ref}
        label={question}
        orientation="horizontal"
        className={classes.radios}
        value={form.draft.score}
        isInvalid={problem !== undefined}
        aria-describedby={problem && problemId}
        onChange={value => form.change({ score: value })}
      >
        {scores.map(each => (
          <Radio key={each} value={each}>
            {t(`adoption.score.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
      {problem && (
        <Text as="p" id={problemId} role="alert" className={classes.text}>
          {problem}
        </Text>
      )}
      <div>
        <Button
          size="small"
          variant="secondary"
          isPending={form.isPending}
          aria-label={`${t('adoption.save')}, ${question}`}
          onPress={() => form.submit(onRated)}
        >
          {t('adoption.save')}
        </Button>
      </div>
      {form.error && (
        <FailureAlert
          error={form.error}
          attempt="change"
          onRetry={form.retry}
          onLatest={() => phases.adoption(target).reload()}
        />
      )}
    </div>
  );
}
