import { Flex, Text } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useSimilarWords, type SimilarWords } from './useSimilarWords';
import { LooksAlike } from '../NeedDialog/LooksAlike';

/**
 * What looks like a Pilot that somebody is about to register, while they type.
 * It stops nobody.
 */
export function PilotSimilar(props: { words: SimilarWords }) {
  const { t } = usePilotTranslation();
  const items = useSimilarWords(props.words);
  return (
    <div role="status">
      {items === undefined && <Text as="p">{t('similar.hint')}</Text>}
      {items?.length === 0 && <Text as="p">{t('similar.nothing')}</Text>}
      {items && items.length > 0 && (
        <Flex direction="column" gap="4">
          <LooksAlike items={items} />
          <Text as="p">{t('similar.advice')}</Text>
        </Flex>
      )}
    </div>
  );
}
