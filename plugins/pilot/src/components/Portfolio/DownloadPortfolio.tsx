import { ownToday } from '../../format/ownToday';
import { useApi } from '@backstage/frontend-plugin-api';
import { pilotApiRef } from '../../api/pilotApiRef';
import { DownloadCsv } from '../shared/DownloadCsv';
import {
  isOfPilots,
  toListDemand,
  toListPilots,
  type PortfolioQuery,
} from './PortfolioQuery';

/** Hands out all rows of a view as a file. */
export function DownloadPortfolio({ query }: { query: PortfolioQuery }) {
  const pilotApi = useApi(pilotApiRef);
  const ofPilots = isOfPilots(query);
  const fileName = () => {
    const day = query.asOf ?? ownToday();
    const kind = query.kind.toLocaleLowerCase('en-US');
    return ofPilots ? `pilots-${day}.csv` : `${kind}-demand-${day}.csv`;
  };
  return (
    <DownloadCsv
      load={() =>
        ofPilots
          ? pilotApi.listPilotsCsv(toListPilots(query))
          : pilotApi.listDemandCsv(toListDemand(query))
      }
      fileName={fileName}
    />
  );
}
