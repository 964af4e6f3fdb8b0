/** The whole playground as one page, put in by the build of the element. */
declare module 'virtual:embed-page' {
  export const page: string;
}
