import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { DemandTab } from '../components/Demand/DemandTab';

/** The Demand tab at an address such as `?asOf=2026-03-01`, which it shows. */
export function TabAt({ address = '' }: { address?: string }) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const [hasArrived, setHasArrived] = useState(address === '');
  useEffect(() => {
    if (address !== '') navigate(address);
    setHasArrived(true);
  }, [address, navigate]);
  return (
    <main>
      <p>{`Address ${search}`}</p>
      {hasArrived && <DemandTab />}
    </main>
  );
}
