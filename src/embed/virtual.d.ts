/** The whole playground as one page; the build of the element provides it. */
declare module 'virtual:embed-page' {
  export const page: string;
}
