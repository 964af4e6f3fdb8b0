import type { ExhibitName } from '../exhibits/index.ts';
import { useLesson } from './LessonContext.ts';

interface ExhibitPictureProps {
  readonly name: ExhibitName;
  readonly alt: string;
}

/** The stored picture of an exhibit, in the theme of the page; nothing where there is none. Its size is set by a style sheet. */
export function ExhibitPicture({ name, alt }: ExhibitPictureProps) {
  const { sources } = useLesson();
  if (!sources.hasPicture(name)) return null;
  return ['light', 'dark'].map((theme) => (
    <img
      key={theme}
      className={`picture-${theme}`}
      src={`/lessons/${theme}/${name}.webp`}
      alt={alt}
      loading="lazy"
    />
  ));
}
