import { useState } from 'react';
import { pointsLeftBehind } from '../../experiment/link/link.ts';
import { t, tRich } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { stepOf } from '../../store/run.ts';
import styles from '../toolbar/Toolbar.module.css';
import buttons from '../ui/buttons.module.css';
import { lazyPart } from '../ui/lazyPart.tsx';
import { Part } from '../ui/Part.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import sheets from '../ui/sheets.module.css';
import { Downloads } from './Downloads.tsx';
import { EmbedButton } from './EmbedButton.tsx';
import { shareAddress } from './shareAddress.ts';
import { useCopy } from './useCopy.ts';

/** Time for which the button says “Copied”. */
const COPIED_MS = 1800;

const QrDialog = lazyPart(async () => (await import('./QrDialog.tsx')).QrDialog);

/** Whether a link can lead to this page: the document of an iframe's srcdoc has no address. */
const hasAddress = window.location.protocol !== 'about:';

/** Copies a link to this experiment. atStep: a link that trains to the step of now. */
export function CopyLink({ atStep }: { readonly atStep: boolean }) {
  const { store } = usePlayground();
  const { copied, copy } = useCopy(COPIED_MS);
  const result = copied?.result ?? null;
  const labels = { copied: t('Copied'), refused: t('Not allowed') };
  if (!hasAddress) return null;
  return (
    <>
      <button
        type="button"
        className={buttons.word}
        onClick={() => void copy(shareAddress(store.getState(), atStep))}
        title={t('Copy a link that reopens this experiment')}
      >
        <span className={styles.copyLabel}>
          <span data-shown={result === null}>{t('Copy link')}</span>
          <span data-shown={result !== null} aria-hidden="true">
            {result && labels[result]}
          </span>
        </span>
      </button>
      <span className="visually-hidden" role="status">
        {result === 'copied' && t('Link copied')}
        {result === 'refused' && t('The browser did not allow copying. The address is in the link options.')}
      </span>
    </>
  );
}

interface LinkOptionsProps {
  readonly atStep: boolean;
  readonly onAtStep: (atStep: boolean) => void;
}

/** Options of the link, and its text for browsers that refuse access to the clipboard. */
export function LinkOptions({ atStep, onAtStep }: LinkOptionsProps) {
  const step = usePlaygroundState(({ run, snapshot }) => stepOf(run, snapshot?.step ?? 0));
  const address = usePlaygroundState((state) => shareAddress(state, atStep));
  const leftBehind = usePlaygroundState(({ experiment }) => pointsLeftBehind(experiment) !== null);
  const [code, setCode] = useState(false);
  if (!hasAddress) return <Downloads />;
  return (
    <>
      <label className={sheets.choice}>
        <input type="checkbox" checked={atStep} onChange={(event) => onAtStep(event.target.checked)} />
        <span>{t('Open at step {step}', { step: formatWhole(step) })}</span>
      </label>
      <p className={sheets.sheetText}>{t('The page then trains to that step and pauses.')}</p>
      <input
        type="text"
        className={sheets.url}
        readOnly
        aria-label={t('Link')}
        value={address}
        onFocus={(event) => event.target.select()}
      />
      {leftBehind && (
        <p className={sheets.sheetText}>
          {t('These data are too many for a link: it carries everything else, and asks for the file.')}
        </p>
      )}
      <details className={sheets.more}>
        <summary>{t('For teachers: goals')}</summary>
        <p className={sheets.sheetText}>
          {tRich('Add {goals} to a link: the page shows the goals and checks them.', {
            goals: <code key="goals">&amp;view.challenge=epistemic_0.5_below_0.1,points_below_3</code>,
          })}
        </p>
      </details>
      <button type="button" className={buttons.button} onClick={() => setCode(true)}>
        {t('QR code…')}
      </button>
      {code && (
        <Part onClose={() => setCode(false)}>
          <QrDialog atStep={atStep} onClose={() => setCode(false)} />
        </Part>
      )}
      <EmbedButton />
      <Downloads />
    </>
  );
}
