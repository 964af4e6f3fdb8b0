import { createRoot } from 'react-dom/client';
import { languages, loadLocale } from '../i18n/languages.ts';
import { lessonLanguages } from './chapters.ts';
import { type ExhibitName, exhibitEntry, exhibits } from './exhibits/index.ts';

/**
 * Mounts an exhibit in its box in place of its picture, in the language of the page, and moves the focus to the box.
 */
export async function mountExhibit(box: HTMLElement, name: string): Promise<void> {
  if (!(name in exhibits)) throw new Error(`no such exhibit: ${name}`);
  const language = lessonLanguages.find((id) => languages[id].tag === document.documentElement.lang) ?? 'en';
  await loadLocale(language);
  const Live = await exhibitEntry(name as ExhibitName).load();
  box.replaceChildren();
  box.dataset.live = 'true';
  box.tabIndex = -1;
  createRoot(box).render(<Live />);
  box.focus({ preventScroll: true });
}
