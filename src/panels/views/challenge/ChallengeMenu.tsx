import { challengeLink, challenges } from '../../../experiment/link/challenges.ts';
import { decodeLink } from '../../../experiment/link/link.ts';
import { t } from '../../../i18n/index.ts';
import buttons from '../../ui/buttons.module.css';
import { Popover, useClosePopover } from '../../ui/Popover.tsx';
import { usePlayground } from '../../ui/playgroundContext.ts';
import styles from './ChallengeMenu.module.css';

/** The menu of challenges. Each opens an experiment with goals that the page checks. */
export function ChallengeMenu() {
  return (
    <Popover
      label={t('Challenges')}
      title={t('Challenges: tasks that the page checks')}
      align="end"
      className={buttons.word}
      button={t('Challenges')}
    >
      <ChallengeList />
    </Popover>
  );
}

/** The list of challenges with their tasks. */
export function ChallengeList() {
  const { loadExperiment } = usePlayground();
  const closeMenu = useClosePopover();
  return (
    <ul className={styles.list}>
      {Object.values(challenges).map((challenge) => (
        <li key={challenge.title}>
          <button
            type="button"
            className={buttons.button}
            onClick={() => {
              closeMenu();
              loadExperiment(decodeLink(challengeLink(challenge)).experiment);
            }}
          >
            {t(challenge.title)}
          </button>
          <p>{t(challenge.task)}</p>
        </li>
      ))}
    </ul>
  );
}
