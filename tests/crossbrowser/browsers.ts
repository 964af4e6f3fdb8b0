import type { Driver } from './driver.ts';
import { openFirefox } from './firefox.ts';
import { findProgram } from './programs.ts';
import { openWebKit } from './webkit.ts';

interface BrowserKind {
  readonly name: string;
  readonly open: () => Promise<Driver>;
  /** What has to be installed; null: all is there. */
  readonly missing: string | null;
}

const kinds: Readonly<Record<string, BrowserKind>> = {
  firefox: {
    name: 'Firefox',
    open: openFirefox,
    missing: findProgram('firefox-esr', 'firefox') ? null : 'Firefox (Debian: firefox-esr)',
  },
  webkit: {
    name: 'WebKit',
    open: openWebKit,
    missing:
      findProgram('WebKitWebDriver') && findProgram('xvfb-run')
        ? null
        : 'WebKitWebDriver and xvfb-run (Debian: webkit2gtk-driver, xvfb)',
  },
};

/** The browser of this Vitest project; see config/vitest.config.ts. */
export const browserKind: BrowserKind = kinds[process.env.CROSS_BROWSER ?? '']!;
