import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';
import { summaryOf } from './checkLocale.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The module that reads the locale files; imported apart from Vite's configuration, which may not import JSON. */
async function importLocaleFiles(): Promise<typeof import('./localeFiles.ts')> {
  const file = fileURLToPath(new URL('localeFiles.ts', import.meta.url));
  const { module } = await runnerImport<typeof import('./localeFiles.ts')>(file, {
    configFile: false,
    root,
    logLevel: 'warn',
  });
  return module;
}

/** Vite plugin: a build warns about every offered locale that lacks messages or has invalid ones. */
export function localeWarnings(): Plugin {
  return {
    name: 'locale-warnings',
    apply: 'build',
    async buildStart() {
      const { checkLocales } = await importLocaleFiles();
      for (const { id, offered, check } of checkLocales()) {
        const summary = offered ? summaryOf(id, check) : null;
        if (summary !== null) this.warn(summary);
      }
    },
  };
}

/**
 * Vite plugin: provides `virtual:element-locales`, the offered locales by id with only the messages that the module of
 * `<bayes-playground>` uses. With all messages that module would be ten times as large.
 */
export function elementLocales(): Plugin {
  const id = '\0element-locales';
  return {
    name: 'element-locales',
    resolveId: (source) => (source === 'virtual:element-locales' ? id : null),
    async load(loaded) {
      if (loaded !== id) return null;
      const { readBundledLocales } = await importLocaleFiles();
      return `export const elementLocales = ${JSON.stringify(readBundledLocales('embed/define.ts'))};`;
    },
  };
}
