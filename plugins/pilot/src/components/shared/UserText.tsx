import Linkify from 'linkify-react';
import { Text } from '@backstage/ui';
import classes from './UserText.module.css';

// Whatever else looks like a link, an e-mail address or a script, stays text.
const options = {
  rel: 'noopener noreferrer',
  target: '_blank',
  validate: (value: string) => /^https?:\/\//i.test(value),
};

/** Shows text of a person: line breaks and links, no markup. */
export function UserText({ children }: { children: string }) {
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      <Linkify options={options}>{children}</Linkify>
    </Text>
  );
}
