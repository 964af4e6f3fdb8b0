import { challengeLink, challenges } from '../experiment/challenges.ts';
import { decodeLink } from '../experiment/link.ts';
import { say } from '../words/index.ts';
import buttons from './buttons.module.css';
import styles from './ChallengeMenu.module.css';
import { Icon } from './icons.tsx';
import { Popover } from './Popover.tsx';
import { usePlayground } from './playground.ts';
import { Said } from './Said.tsx';

/** Ready-made challenges: each opens its experiment with goals that the page checks. */
export function ChallengeMenu({ named = false }: { readonly named?: boolean }) {
  return (
    <Popover
      label={say('Challenges')}
      title={say('Challenges: tasks that the page checks')}
      align="end"
      className={buttons.button}
      button={
        <>
          <Icon name="flag" />
          {named && say('Challenges')}
        </>
      }
    >
      <ChallengeList />
    </Popover>
  );
}

function ChallengeList() {
  const { loadExperiment } = usePlayground();
  return (
    <>
      <ul className={styles.list}>
        {Object.values(challenges).map((challenge) => (
          <li key={challenge.title}>
            <button
              type="button"
              className={buttons.button}
              onClick={() => loadExperiment(decodeLink(challengeLink(challenge)).experiment)}
            >
              {say(challenge.title)}
            </button>
            <p>{say(challenge.task)}</p>
          </li>
        ))}
      </ul>
      <p className={styles.own}>
        <Said
          text={say('One of your own: add <0>{goals}</0> to a link.', {
            goals: 'view.challenge=epistemic_0.5_below_0.1,points_below_3',
          })}
          elements={[<code key="goals" />]}
        />
      </p>
    </>
  );
}
