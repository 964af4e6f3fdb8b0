import { type ReactNode, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { BanditButton } from '../bandit/BanditButton.tsx';
import { CompareButton } from '../compare/CompareButton.tsx';
import { PresentChoices, PresentMenu } from '../present/PresentMenu.tsx';
import { CopyLink, LinkOptions, ShareMenu } from '../share/ShareMenu.tsx';
import { SlowButton } from '../slow/SlowButton.tsx';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { Popover } from '../ui/Popover.tsx';
import sheets from '../ui/sheets.module.css';
import { ChallengeList, ChallengeMenu } from '../views/challenge/ChallengeMenu.tsx';
import { EngineChoices, EngineMenu } from './EngineMenu.tsx';
import { HelpButton } from './HelpButton.tsx';
import { LanguageChoices, LanguageMenu } from './LanguageMenu.tsx';
import { LearnLink } from './LearnLink.tsx';
import { Readouts } from './Readouts.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import styles from './Toolbar.module.css';
import { NewSeed, StepButton, Transport } from './Transport.tsx';

interface ToolbarProps {
  /** Small screens: two rows, with less used items in a menu. */
  readonly compact: boolean;
  /** Button that opens the controls drawer; null where controls are always visible. */
  readonly controls: ReactNode;
}

/** Top bar: transport, state of the run, and page menus. */
export function Toolbar({ compact, controls }: ToolbarProps) {
  return (
    <header className={styles.bar}>
      <div className={styles.cluster}>
        <h1 className={styles.title}>{t('Bayes by Backprop')}</h1>
        <Transport />
        {!compact && <NewSeed />}
        {!compact && <SlowButton />}
      </div>
      {compact ? (
        <div className={styles.second}>
          {controls}
          <Readouts />
          <MoreMenu />
        </div>
      ) : (
        <>
          <div className={styles.readouts}>
            <Readouts />
            <EngineMenu />
          </div>
          <div className={styles.cluster}>
            <ShareMenu />
            <span className={`${buttons.joined} ${styles.icons}`}>
              <LearnLink />
              <ChallengeMenu />
              <CompareButton />
              <BanditButton />
              <PresentMenu />
              <HelpButton />
              <LanguageMenu />
            </span>
            <ThemeSwitch />
          </div>
        </>
      )}
    </header>
  );
}

/** Menu of link, engine, bandit and theme for small screens. */
function MoreMenu() {
  const [atStep, setAtStep] = useState(false);
  return (
    <Popover
      label={t('More: link, engine, theme')}
      align="end"
      className={buttons.button}
      button={<Icon name="dots" />}
    >
      <CopyLink atStep={atStep} />
      <LinkOptions atStep={atStep} onAtStep={setAtStep} />
      <hr className={sheets.rule} />
      <EngineChoices />
      <hr className={sheets.rule} />
      <StepButton />
      <NewSeed />
      <LearnLink named />
      <SlowButton named />
      <CompareButton named />
      <BanditButton named />
      <HelpButton named />
      <details className={sheets.more}>
        <summary>{t('Challenges')}</summary>
        <ChallengeList />
      </details>
      <details className={sheets.more}>
        <summary>{t('Present')}</summary>
        <PresentChoices />
      </details>
      <hr className={sheets.rule} />
      <LanguageChoices />
      <hr className={sheets.rule} />
      <ThemeSwitch />
    </Popover>
  );
}
