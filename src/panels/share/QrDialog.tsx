import { Fragment, useState } from 'react';
import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { Dialog } from '../ui/Dialog.tsx';
import { usePlayground } from '../ui/playgroundContext.ts';
import styles from './QrDialog.module.css';
import { qrCode } from './qrCode.ts';
import { shareAddress } from './shareAddress.ts';
import { useCopy } from './useCopy.ts';

interface QrDialogProps {
  readonly atStep: boolean;
  readonly onClose: () => void;
}

/** QR code of the link with its text. If the link is too long, the code is that of the link without custom points. */
export function QrDialog({ atStep, onClose }: QrDialogProps) {
  const { store } = usePlayground();
  // Fixed while the dialog is open, because people may be scanning the code.
  const [whole] = useState(() => shareAddress(store.getState(), atStep));
  const [short] = useState(() => shareAddress(store.getState(), atStep, true));
  const wholeCode = qrCode(whole);
  const code = wholeCode ?? qrCode(short);
  const shown = wholeCode ? whole : short;
  return (
    <Dialog title={t('QR code')} onClose={onClose} wide>
      <div className={styles.qr}>
        {code ? (
          <>
            <svg
              className={styles.code}
              viewBox={`0 0 ${code.side} ${code.side}`}
              role="img"
              aria-label={t('QR code of the address below')}
            >
              <rect width={code.side} height={code.side} fill="#fff" />
              <path d={code.path} fill="#000" shapeRendering="crispEdges" />
            </svg>
            <p className={styles.address}>{withLineBreaks(shown)}</p>
          </>
        ) : (
          <p>{t('This address is too long for a code that can be read from a screen.')}</p>
        )}
        {!wholeCode && (
          <div className={styles.rest}>
            {code && (
              <p>{t('The points are too many for a code: who opens this one starts without them.')}</p>
            )}
            <p>{t('The link has all of it:')}</p>
            <CopyWhole address={whole} />
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** An address with line-break opportunities before its fields. */
function withLineBreaks(address: string) {
  return address.split(/(?=[#&])/).map((part) => (
    <Fragment key={part}>
      <wbr />
      {part}
    </Fragment>
  ));
}

function CopyWhole({ address }: { readonly address: string }) {
  const { copied, copy } = useCopy();
  return (
    <>
      <button type="button" className={buttons.button} onClick={() => void copy(address)}>
        {t('Copy link')}
      </button>
      <span role="status">
        {copied?.result === 'copied' && t('Link copied')}
        {copied?.result === 'refused' && t('The browser did not allow copying.')}
      </span>
    </>
  );
}
