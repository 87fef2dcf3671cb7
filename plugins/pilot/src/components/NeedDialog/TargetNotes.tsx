import {
  RELATION_OWNED_BY,
  parseEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { Text } from '@backstage/ui';
import { isAmong } from '@pilot-to-platform/plugin-pilot-common';
import { useConsent } from '../../hooks/useConsent';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import classes from './NeedDialog.module.css';

const endings = {
  'point-solution': 'need.keptAsPointSolution',
  retired: 'need.wasRetired',
} as const;

/** Lists what to know before recording, as far as it applies. */
export function TargetNotes(props: {
  target: string;
  team: string | undefined;
}) {
  const { target, team } = props;
  const { t } = usePilotTranslation();
  const entity = useResource(usePilotCache().target(target));
  if (entity.state !== 'ready') return null;
  const ending = endings[entity.value.spec?.phase as keyof typeof endings];
  const owners = relatedTo(entity.value, RELATION_OWNED_BY);
  return (
    <>
      {relatedTo(entity.value, 'implements')
        .filter(ref => isAmong(parseEntityRef(ref).kind, ['Pilot']))
        .map(pilot => (
          <RollUpNote key={pilot} pilot={pilot} part={target} />
        ))}
      {ending && <Note>{t(ending)}</Note>}
      {team && owners.includes(team) && <Note>{t('need.internal')}</Note>}
    </>
  );
}

/** Said only where it is so: the owner of the part may not have confirmed it. */
function RollUpNote({ pilot, part }: { pilot: string; part: string }) {
  const { t } = usePilotTranslation();
  const name = useName(pilot);
  const consent = useConsent(pilot, part);
  return consent?.counts ? (
    <Note>{t('need.rollUp', { pilot: name })}</Note>
  ) : null;
}

function Note({ children }: { children: string }) {
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      {children}
    </Text>
  );
}

function relatedTo(entity: Entity, type: string): string[] {
  const relations = entity.relations ?? [];
  return relations
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}
