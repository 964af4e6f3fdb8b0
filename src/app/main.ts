import { t } from '../i18n/index.ts';
import { keepOffline } from '../offline/keepOffline.ts';
import { applyLanguage } from './language.ts';
import { followLink, openAddress, startAfterPrior } from './link.ts';
import { showLoadFailure } from './loadFailure.ts';
import { nextTask } from './nextTask.ts';
import { openPlayground } from './openPlayground.ts';
import { pauseWhileHidden } from './visibility.ts';

// English starts in the next task; another locale once its messages are downloaded.
void (applyLanguage() ?? nextTask()).then(begin);

function begin(): void {
  const opened = openAddress();
  if (opened.experiment.view.embed) {
    void import('./openEmbed.ts').then(({ openEmbed }) => openEmbed(opened), showLoadFailure);
    return;
  }
  const { playground, pageShown } = openPlayground(opened);
  pauseWhileHidden(playground);
  followLink(playground, pageShown);
  startAfterPrior(playground, opened.experiment, pageShown);
  void pageShown.then(() =>
    keepOffline((use) =>
      playground.notify(t('A new version is ready – reload to use it.'), {
        label: t('Reload'),
        act: use,
      }),
    ),
  );
}
