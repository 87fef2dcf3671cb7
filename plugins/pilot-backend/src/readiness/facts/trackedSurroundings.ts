import { MadeFrom } from '../../kernel/sight/Sight';
import { Surroundings } from './Surroundings';

/**
 * Surroundings that note what of them is looked at, so that an answer can say what
 * it was made from. Look at as little as decides it: who cannot see all of that
 * cannot read the answer.
 */
export function trackedSurroundings(surroundings: Surroundings): {
  readonly subject: Surroundings;
  readonly madeFrom: () => Required<Pick<MadeFrom, 'refs'>> & MadeFrom;
} {
  const { named } = surroundings;
  const refs = new Set<string>();
  let interest = false;
  const look = (...seen: Array<string | undefined>) => {
    seen.forEach(ref => ref && ref !== surroundings.ref && refs.add(ref));
  };
  const subject: Surroundings = {
    ref: surroundings.ref,
    entity: surroundings.entity,
    named,
    get owner() {
      look(surroundings.owner?.ref);
      return surroundings.owner;
    },
    get handOff() {
      look(surroundings.handOff?.ref);
      return surroundings.handOff;
    },
    get parts() {
      look(...named.parts);
      return surroundings.parts;
    },
    get apis() {
      look(...named.parts, ...named.apis);
      return surroundings.apis;
    },
    get system() {
      look(named.system);
      return surroundings.system;
    },
    find(ref) {
      look(ref);
      return surroundings.find(ref);
    },
    get adoption() {
      interest = true;
      look(...surroundings.adoption.refs);
      return surroundings.adoption;
    },
  };
  return {
    subject,
    madeFrom: () => ({
      refs: [...refs].sort(),
      ...(interest && { interest }),
    }),
  };
}
