import type { LessonLocale } from '../i18n/lessonLocales.ts';
import type { Slug } from './chapters.ts';

/** A piece of a program, and its syntax category. */
export interface SourcePiece {
  readonly text: string;
  readonly kind: string;
}

/** Contents of other files that pages show; the renderer's caller reads them. */
export interface LessonSources {
  /**
   * The declaration of `name` in a file of src, with its doc comment, in pieces by syntax category. only: the properties
   * of the object that is declared which are shown.
   */
  readonly sourceOf: (file: string, name: string, only?: readonly string[]) => readonly SourcePiece[];
  /** A whole Python program in src, in such pieces. */
  readonly programOf: (file: string) => readonly SourcePiece[];
  /** The MDX source of a chapter or an appendix. */
  readonly textOf: (slug: Slug, language: LessonLocale) => string;
  /** Whether stored pictures of that exhibit exist, in both themes and widths. */
  readonly hasPicture: (exhibit: string) => boolean;
}

/** What `render.tsx` exports for `config/lessons.ts`. */
export interface LessonRenderer {
  /** The files of all pages, relative to the folder `learn`. */
  readonly pages: () => readonly string[];
  /** Renders a page as HTML, in the language of its file name. */
  readonly renderPage: (file: string, sources: LessonSources) => string;
}
