import { useEffect, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

/** Shows what is at an address, and says which address it has become. */
export function At(props: { search: string; children: ReactNode }) {
  const { search, children } = props;
  const navigate = useNavigate();
  const location = useLocation();
  const [isThere, setIsThere] = useState(false);
  useEffect(() => {
    navigate({ search }, { replace: true });
    setIsThere(true);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once
  }, []);
  return (
    <>
      <output aria-label="Address">
        {decodeURIComponent(location.search)}
      </output>
      <div data-testid="page">{isThere && children}</div>
    </>
  );
}
