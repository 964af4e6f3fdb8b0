/** The whole playground as one HTML page, provided by the build of the element. */
declare module 'virtual:embed-page' {
  export const page: string;
}

/** The locales by id, each with only the messages that the element uses; provided by `config/i18n/plugins.ts`. */
declare module 'virtual:element-locales' {
  export const elementLocales: Readonly<Record<string, import('../i18n/index.ts').Locale>>;
}
