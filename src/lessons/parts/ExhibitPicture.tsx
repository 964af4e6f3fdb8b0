import type { ExhibitName } from '../exhibits/index.ts';
import { useLesson } from './LessonContext.ts';

interface ExhibitPictureProps {
  readonly name: ExhibitName;
  readonly alt: string;
  /** On phones a picture of the exhibit as it is there. */
  readonly adapts?: boolean;
}

/** The stored picture of an exhibit, in the theme of the page; nothing where there is none. Its size is set by a style sheet. */
export function ExhibitPicture({ name, alt, adapts = false }: ExhibitPictureProps) {
  const { sources } = useLesson();
  if (!sources.hasPicture(name)) return null;
  return ['light', 'dark'].map((theme) => (
    <picture key={theme}>
      {adapts && <source media="(max-width: 760px)" srcSet={`/lessons/narrow/${theme}/${name}.webp`} />}
      <img className={`picture-${theme}`} src={`/lessons/${theme}/${name}.webp`} alt={alt} loading="lazy" />
    </picture>
  ));
}
