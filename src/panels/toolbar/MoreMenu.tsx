import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { BanditButton } from '../bandit/BanditButton.tsx';
import { CompareButton } from '../compare/CompareButton.tsx';
import { PresentChoices } from '../present/PresentMenu.tsx';
import { CopyLink, LinkOptions } from '../share/ShareMenu.tsx';
import { SlowButton } from '../slow/SlowButton.tsx';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { Popover } from '../ui/Popover.tsx';
import sheets from '../ui/sheets.module.css';
import { ChallengeList } from '../views/challenge/ChallengeMenu.tsx';
import { EngineChoices } from './EngineMenu.tsx';
import { HelpButton } from './HelpButton.tsx';
import { LanguageChoices } from './LanguageMenu.tsx';
import { LearnLink } from './LearnLink.tsx';
import { ThemeChoices } from './ThemeSwitch.tsx';
import { NewSeed, StepButton } from './Transport.tsx';

/** Everything that the top bar has no room for. compact: also what it shows as words on wider screens. */
export function MoreMenu({ compact = false }: { readonly compact?: boolean }) {
  const [atStep, setAtStep] = useState(false);
  return (
    <Popover
      label={t('More')}
      align="end"
      className={compact ? buttons.button : buttons.word}
      button={
        <>
          {t('More')}
          <Icon name="more" />
        </>
      }
    >
      <div className={sheets.list}>
        {compact && (
          <>
            <LearnLink />
            <CompareButton />
            <details className={sheets.more}>
              <summary>{t('Challenges')}</summary>
              <ChallengeList />
            </details>
            <details className={sheets.more}>
              <summary>{t('Present')}</summary>
              <PresentChoices />
            </details>
            <hr className={sheets.rule} />
          </>
        )}
        <StepButton />
        <SlowButton />
        <NewSeed />
        <hr className={sheets.rule} />
        <CopyLink atStep={atStep} />
        <details className={sheets.more}>
          <summary>{t('Share and download')}</summary>
          <div className={sheets.inside}>
            <LinkOptions atStep={atStep} onAtStep={setAtStep} />
          </div>
        </details>
        <hr className={sheets.rule} />
        <BanditButton />
        <HelpButton />
        <details className={sheets.more}>
          <summary>{t('Engine')}</summary>
          <div className={sheets.inside}>
            <EngineChoices />
          </div>
        </details>
        <details className={sheets.more}>
          <summary>{t('Language')}</summary>
          <div className={sheets.inside}>
            <LanguageChoices />
          </div>
        </details>
        <details className={sheets.more}>
          <summary>{t('Theme')}</summary>
          <div className={sheets.inside}>
            <ThemeChoices />
          </div>
        </details>
      </div>
    </Popover>
  );
}
