import { t } from '../i18n/index.ts';

let forbidden = false;

// The event of the document bubbles to the window.
addEventListener('securitypolicyviolation', (event) => {
  if ((event as SecurityPolicyViolationEvent).effectiveDirective === 'worker-src') forbidden = true;
});

/** Why no worker can start in this page, which may be a frame that inherits the policy of its host; null: it can. */
export function workerRefusal(): string | null {
  return forbidden
    ? t('Training cannot start: the content security policy of this page forbids its worker (worker-src).')
    : null;
}
