/** Contents of other files that pages show; the renderer's caller reads them. */
export interface LessonSources {
  /** The declaration of `name` in a file of src, with its doc comment, in pieces by syntax category. */
  readonly sourceOf: (
    file: string,
    name: string,
  ) => readonly { readonly text: string; readonly kind: string }[];
  /** Whether a picture of that exhibit is stored, in both themes. */
  readonly hasPicture: (exhibit: string) => boolean;
}

/** What the program that renders pages offers to whoever builds the site. */
export interface LessonRenderer {
  /** The files of all pages, in the folder `learn`. */
  readonly pages: () => readonly string[];
  /** A page as HTML, in its own language: what index.html is for the playground. */
  readonly renderPage: (file: string, sources: LessonSources) => string;
}
