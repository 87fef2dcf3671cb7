import { useId, useMemo } from 'react';
import { Link, Text } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import type { PilotCache } from '../../cache/PilotCache';
import { Resource } from '../../cache/Resource';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { RatePrompts } from '../Adoption/RatePrompts';
import classes from './MyNeeds.module.css';

/** A Pilot, and the reader's teams that were not heard about it in this quarter. */
interface DueRating {
  readonly target: string;
  readonly teams: readonly string[];
}

/** As many questions as one visit bears, and as many requests. */
const mostTargets = 10;

const isPilot = (ref: string) =>
  parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'pilot';

/** Asks how well it works what the reader's teams have adopted; absent when nothing is due. */
export function PleaseRate(props: {
  interests: readonly Interest[];
  team: string | undefined;
}) {
  const { interests, team } = props;
  const { t } = usePilotTranslation();
  const heading = useId();
  const due = useDueRatings(interests, team);
  if (due.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby={heading}>
      <Text as="h3" variant="body-large" weight="bold" id={heading}>
        {t('adoption.due')}
      </Text>
      <ul className={classes.rows}>
        {due.map(({ target, teams }) => (
          <RateRow key={target} target={target} teams={teams} />
        ))}
      </ul>
    </section>
  );
}

function RateRow(props: { target: string; teams: readonly string[] }) {
  const { target, teams } = props;
  const link = useDemandLink();
  const name = useName(target);
  return (
    <li className={classes.row}>
      <Link href={link(target)} weight="bold">
        {name}
      </Link>
      <RatePrompts target={target} due={teams} pilotName={name} />
    </li>
  );
}

/**
 * Lists what to ask the adopters among the reader's teams. It stays as it was
 * when the page was opened: an answer does not move the other questions.
 */
function useDueRatings(
  interests: readonly Interest[],
  team: string | undefined,
): readonly DueRating[] {
  const cache = usePilotCache();
  const key = JSON.stringify(adoptedTargets(interests));
  const resource = useMemo(
    () => new Resource(() => loadDue(cache, JSON.parse(key))),
    [cache, key],
  );
  const loaded = useResource(resource);
  if (loaded.state !== 'ready') return [];
  return loaded.value
    .map(({ target, teams }) => ({
      target,
      teams: teams.filter(ref => !team || ref === team),
    }))
    .filter(({ teams }) => teams.length > 0);
}

function adoptedTargets(interests: readonly Interest[]): string[] {
  const adopted = interests.filter(
    ({ status, targetGone }) => status === 'adopted' && !targetGone,
  );
  const targets = new Set(adopted.map(({ target }) => target));
  return [...targets].slice(0, mostTargets);
}

/** Loads the questions that are due, without those that cannot be had. */
async function loadDue(
  cache: PilotCache,
  targets: readonly string[],
): Promise<DueRating[]> {
  const found = await Promise.all(targets.map(ref => pilotsOf(cache, ref)));
  const pilots = [...new Set(found.flat())];
  return await Promise.all(
    pilots.map(async target => {
      const adoption = await cache.phases.adoption(target).settled();
      const isAsked =
        adoption.state === 'ready' && adoption.value.can.rate === true;
      return { target, teams: isAsked ? adoption.value.due : [] };
    }),
  );
}

/** Finds the Pilots of a target: itself, or those that it implements. */
async function pilotsOf(cache: PilotCache, target: string): Promise<string[]> {
  if (isPilot(target)) return [target];
  const entity = await cache.target(target).settled();
  if (entity.state !== 'ready') return [];
  return (entity.value.relations ?? [])
    .filter(
      ({ type, targetRef }) => type === 'implements' && isPilot(targetRef),
    )
    .map(({ targetRef }) => targetRef);
}
