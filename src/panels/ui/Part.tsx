import { Component, type ReactNode, Suspense } from 'react';
import { t } from '../../i18n/index.ts';
import buttons from './buttons.module.css';
import { Dialog } from './Dialog.tsx';
import { PartNotLoaded } from './lazyPart.tsx';
import styles from './Part.module.css';

interface PartProps {
  readonly children: ReactNode;
  /** While the part is loading. */
  readonly fallback?: ReactNode;
  /** Of a part that is a dialog: its failure is a dialog too, and this closes it. */
  readonly onClose?: () => void;
  /** Whether it is the page as a whole. */
  readonly isPage?: boolean;
}

interface PartState {
  readonly error: unknown;
  readonly failed: boolean;
}

/**
 * A part of the page that may fail on its own: where it cannot be loaded or throws, a message stands in its place, and the
 * rest of the page goes on.
 */
export class Part extends Component<PartProps, PartState> {
  override state: PartState = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): PartState {
    return { error, failed: true };
  }

  readonly #again = (): void => {
    if (this.state.error instanceof PartNotLoaded) this.state.error.renew();
    this.setState({ error: null, failed: false });
  };

  override render(): ReactNode {
    const { children, fallback, onClose, isPage = false } = this.props;
    const { error, failed } = this.state;
    if (!failed) return <Suspense fallback={fallback}>{children}</Suspense>;
    const failure = (
      <PartFailure text={isPage ? pageFailureText(error) : failureText(error)} onRetry={this.#again} />
    );
    if (!onClose) return failure;
    return (
      <Dialog title={t('This part is not available')} onClose={onClose}>
        {failure}
      </Dialog>
    );
  }
}

interface PartFailureProps {
  readonly text: string;
  readonly onRetry: () => void;
}

/** What failed, and what can be done. */
function PartFailure({ text, onRetry }: PartFailureProps) {
  return (
    <div className={styles.failure} role="alert">
      <p>{text}</p>
      <p className={styles.actions}>
        <button type="button" className={buttons.button} onClick={onRetry}>
          {t('Try again')}
        </button>
        <button type="button" className={buttons.button} onClick={() => window.location.reload()}>
          {t('Reload the page')}
        </button>
      </p>
    </div>
  );
}

function failureText(error: unknown): string {
  if (error instanceof PartNotLoaded)
    return t(
      'This part could not be loaded: there is no connection, or the site has a new version. The run goes on. The address keeps the experiment when you reload.',
    );
  return t('This part failed: {message} The rest of the page goes on.', { message: sentenceOf(error) });
}

function pageFailureText(error: unknown): string {
  return t('The page failed: {message} The address keeps the experiment when you reload.', {
    message: sentenceOf(error),
  });
}

function sentenceOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.?$/, '.');
}
