import { useId } from 'react';
import { Button, Link, Text, Alert } from '@backstage/ui';
import type {
  Similar,
  SimilarReason,
  Otherwise,
} from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useKindLabel } from '../../hooks/useKindLabel';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { PhaseChip } from '../shared/chips/PhaseChip';
import classes from './NeedDialog.module.css';

/** One of the targets that look like the one of the dialog. */
export type SimilarItem = Similar['items'][number];

/** Lists what else may be meant, and why; absent until something is found. */
export function LooksAlike(props: {
  items: readonly SimilarItem[];
  isPending?: boolean;
  /** Asks for the other one; without it there is the link alone. */
  onInstead?: (target: string) => void;
}) {
  const { items, isPending = false, onInstead } = props;
  const { t } = usePilotTranslation();
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.similar}>
      <Text as="h3" id={id} variant="body-medium" weight="bold">
        {t('need.similar')}
      </Text>
      <ul className={classes.similarList}>
        {items.map(item => (
          <SimilarRow
            key={item.target}
            item={item}
            isPending={isPending}
            onInstead={onInstead && (() => onInstead(item.target))}
          />
        ))}
      </ul>
    </section>
  );
}

function SimilarRow(props: {
  item: SimilarItem;
  isPending: boolean;
  onInstead: (() => void) | undefined;
}) {
  const { item, isPending, onInstead } = props;
  const { t } = usePilotTranslation();
  const link = useDemandLink();
  const fallbackName = useName(item.target);
  const name = item.title ?? fallbackName;
  const kind = useKindLabel(item.kind);
  const reasonOf = (reason: SimilarReason): string => {
    switch (reason.code) {
      case 'capability':
        return t('need.sameCapability');
      case 'words':
        return t('need.sameWords', { words: reason.words.join(', ') });
      default:
        return (reason as SimilarReason).code;
    }
  };
  return (
    <li className={classes.ends}>
      <span className={classes.text}>
        <Link href={link(item.target)} target="_blank">
          {t('need.similarKind', { name, kind })}
        </Link>{' '}
        {item.reasons.map(reasonOf).join(' · ')}
      </span>
      {/* A retired Pilot is worth knowing of, and not worth asking for. */}
      {item.phase === 'retired' && <PhaseChip phase={item.phase} />}
      {item.phase !== 'retired' && onInstead && (
        <Button
          size="small"
          variant="secondary"
          aria-label={t('need.insteadOf', { name })}
          isPending={isPending}
          onPress={onInstead}
        >
          {t('need.instead')}
        </Button>
      )}
    </li>
  );
}

/** Says to whom builds their own that others look for the same. */
export function OthersLook(props: {
  otherwise: Otherwise | null;
  similar: readonly SimilarItem[];
}) {
  const { otherwise, similar } = props;
  const { t } = usePilotTranslation();
  const builds = otherwise === 'build-own' || otherwise === 'built-own';
  const names = similar.map(({ title, target }) => title ?? target).join(', ');
  // The region is there before its text, or the text would not be spoken.
  return (
    <div role="status">
      {builds && names && (
        <Alert status="info" icon title={t('need.othersLook', { names })} />
      )}
    </div>
  );
}
