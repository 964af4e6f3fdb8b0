import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { CompareButton } from '../compare/CompareButton.tsx';
import { PresentMenu } from '../present/PresentMenu.tsx';
import { ChallengeMenu } from '../views/challenge/ChallengeMenu.tsx';
import { LearnLink } from './LearnLink.tsx';
import { Masthead } from './Masthead.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { Readouts } from './Readouts.tsx';
import { ThemeButton } from './ThemeSwitch.tsx';
import styles from './Toolbar.module.css';
import { Transport } from './Transport.tsx';

interface ToolbarProps {
  /** Small screens and embeds: the links and menus of the page are in one menu. */
  readonly compact: boolean;
  /** Button that opens the controls drawer; null where controls are always visible. */
  readonly controls: ReactNode;
}

/** Top bar: name and sentence, transport, state of the run, and the links and menus of the page. */
export function Toolbar({ compact, controls }: ToolbarProps) {
  return (
    <header className={styles.bar}>
      <Masthead />
      <div className={styles.run}>
        <Transport />
        {controls}
        <Readouts />
        {compact && <MoreMenu compact />}
      </div>
      {!compact && (
        <div className={styles.doors} role="group" aria-label={t('Page')}>
          <LearnLink />
          <ChallengeMenu />
          <CompareButton />
          <PresentMenu />
          <MoreMenu />
          <ThemeButton />
        </div>
      )}
    </header>
  );
}
