import { useState } from 'react';
import {
  RiCheckLine,
  RiHandHeartLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { Button, ButtonLink } from '@backstage/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { isHidden } from '../../api/errorStatus';
import { isWebAddress } from '../../format/isWebAddress';
import { useAllowedKind } from '../../hooks/useAllowedKind';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useCurrent, useResource } from '../../hooks/useResource';
import classes from './NeedButton.module.css';
import { NeedDialog } from './NeedDialog';
import { type NeedLook, useNeedLook } from './useNeedLook';

/** Annotations of own documentation, and of that of another entity. */
const docsAnnotations = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

const icons: Record<NeedLook['text'], RemixiconComponentType> = {
  button: RiHandHeartLine,
  asked: RiCheckLine,
  confirmDue: RiTimeLine,
};

/** Props of the button. @public */
export interface NeedButtonProps {
  /** Ref of the entity that is needed. */
  entityRef: string;
}

/**
 * The button **I need this** with its dialog. It renders nothing for a kind that
 * takes no interest and for an entity that the reader cannot see.
 * @public
 */
export function NeedButton(props: NeedButtonProps) {
  const target = stringifyEntityRef(parseEntityRef(props.entityRef));
  return useAllowedKind(target) ? <AllowedNeedButton target={target} /> : null;
}

function AllowedNeedButton({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const entity = useResource(cache.target(target));
  const demand = useCurrent(cache.demand(target));
  const { text, interest } = useNeedLook(target);
  const [isOpen, setIsOpen] = useState(false);
  useResource(cache.teams);
  useResource(cache.lastTeam);

  const isUnseen =
    entity.state === 'loading' ||
    (entity.state === 'failed' && isHidden(entity.error));
  const isForbidden =
    !interest &&
    demand.state === 'ready' &&
    demand.value.can.record === 'notAllowed';
  if (isUnseen || isForbidden) return null;

  const served = entity.state === 'ready' && isPlatform(entity.value);
  const Icon = icons[text];
  const status = interest && t(`status.${interest.status}`);
  return (
    <span className={classes.buttons}>
      {served && <GetStarted entity={entity.value} />}
      <Button
        size="small"
        variant={interest || served ? 'secondary' : 'primary'}
        iconStart={<Icon aria-hidden="true" />}
        aria-label={status && `${t(`need.${text}`)}, ${status}`}
        onPress={() => setIsOpen(true)}
      >
        {t(`need.${text}`)}
      </Button>
      <NeedDialog entityRef={target} isOpen={isOpen} onOpenChange={setIsOpen} />
    </span>
  );
}

/** True where an entity is a Pilot that has become a platform. */
function isPlatform(entity: Entity): boolean {
  const isPilot = entity.kind.toLocaleLowerCase('en-US') === 'pilot';
  return isPilot && entity.spec?.phase === 'platform';
}

/** The way into a platform: its documentation or else its first link, if any. */
function GetStarted({ entity }: { entity: Entity }) {
  const { t } = usePilotTranslation();
  const entityLink = useEntityRefLink();
  const { annotations, links } = entity.metadata;
  const look = { size: 'small', variant: 'primary' } as const;
  if (docsAnnotations.some(name => annotations?.[name])) {
    return (
      <ButtonLink
        {...look}
        href={`${entityLink(stringifyEntityRef(entity))}/docs`}
      >
        {t('need.getStarted')}
      </ButtonLink>
    );
  }
  const elsewhere = links?.map(({ url }) => url).find(isWebAddress);
  if (!elsewhere) return null;
  return (
    <ButtonLink
      {...look}
      href={elsewhere}
      target="_blank"
      rel="noopener noreferrer"
    >
      {t('need.getStarted')}
    </ButtonLink>
  );
}
