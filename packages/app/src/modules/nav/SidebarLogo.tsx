import { Link, useSidebarOpenState } from '@backstage/core-components';
import { Logo } from '../../brand';
import styles from './SidebarLogo.module.css';

/** The way home: the mark, and beside it the name while the bar is open. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/home"
      underline="none"
      className={styles.link}
      aria-label="Pilot to Platform, to the home page"
    >
      <Logo size={32} />
      {isOpen && <span className={styles.name}>Pilot to Platform</span>}
    </Link>
  );
}
