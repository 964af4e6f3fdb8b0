import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { methods } from '../../model/methods/index.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './Messages.module.css';
import { runErrorText } from './runErrorText.ts';

/** Message of a diverged or failed run, with a button that rewinds. */
export function RunError() {
  const { rewind } = usePlayground();
  const message = usePlaygroundState(({ run, experiment }) =>
    runErrorText(run, methods[experiment.inference.method]),
  );
  return (
    <div role="alert">
      {message !== null && (
        <div className={styles.trouble}>
          <p>{message}</p>
          <button type="button" className={styles.action} onClick={rewind}>
            {t('Rewind')}
          </button>
        </div>
      )}
    </div>
  );
}

/** Notices, newest first, in a reserved line. */
export function NoticeBar() {
  const { dismissNotice } = usePlayground();
  const count = usePlaygroundState(({ notices }) => notices.length);
  const notice = usePlaygroundState(({ notices }) => notices.at(-1));
  return (
    <footer className={styles.bar} data-empty={!notice}>
      <p role="status" className={styles.text}>
        {notice?.text}
      </p>
      {!notice && (
        <p className={styles.rest}>
          {t(
            'Bayes by Backprop, after Blundell et al. 2015. Everything runs in this browser; nothing is sent anywhere.',
          )}
        </p>
      )}
      {notice && (
        <>
          {notice.action && (
            <button type="button" className={buttons.button} onClick={notice.action.act}>
              {notice.action.label}
            </button>
          )}
          <span className={styles.count}>
            {count > 1 && t('1 of {count}', { count: formatWhole(count) })}
          </span>
          <button
            type="button"
            className={styles.dismiss}
            aria-label={t('Dismiss the notice')}
            title={t('Dismiss')}
            onClick={() => dismissNotice(notice.id)}
          >
            <Icon name="close" />
          </button>
        </>
      )}
    </footer>
  );
}
