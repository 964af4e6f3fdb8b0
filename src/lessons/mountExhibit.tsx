import { createRoot } from 'react-dom/client';
import { loadLocale, localeIds, locales } from '../i18n/locales.ts';
import { Part } from '../panels/ui/Part.tsx';
import { LessonsFolder } from '../plots/frame/LessonsFolder.ts';
import { type ExhibitName, exhibitEntry, exhibits } from './exhibits/index.ts';

/** Replaces the picture in the box by the live exhibit, in the language of the page, and focuses the box. */
export async function mountExhibit(box: HTMLElement, name: string): Promise<void> {
  if (!(name in exhibits)) throw new Error(`no such exhibit: ${name}`);
  await loadLocale(localeIds.find((id) => locales[id].tag === document.documentElement.lang) ?? 'en');
  const Live = await exhibitEntry(name as ExhibitName).load();
  box.replaceChildren();
  box.dataset.live = 'true';
  // React owns the text nodes of a live exhibit: a translator must not replace them.
  box.translate = false;
  box.tabIndex = -1;
  createRoot(box).render(
    <LessonsFolder value="">
      <Part>
        <Live />
      </Part>
    </LessonsFolder>,
  );
  box.focus({ preventScroll: true });
}
