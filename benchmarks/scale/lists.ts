import { World } from './World';

/** The lists that have a budget, as what follows `GET /demand?limit=50`. */
export function listsOf(world: World): Record<string, string> {
  return {
    'top 50': '',
    'by kind': '&kind=component',
    'by owner': `&owner=${encodeURIComponent(world.target(0).owner)}`,
    'by level': '&level=strong',
    'by phase': '&phase=demand',
    'Pilots by level': '&kind=pilot&level=strong',
  };
}
