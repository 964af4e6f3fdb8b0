import { applyTheme } from './applyTheme.ts';

/** Before anything else is loaded: the theme that the link asks for, so that the page does not flash in another one. */
const theme = new URLSearchParams(window.location.hash.slice(1)).get('view.theme');
if (theme === 'light' || theme === 'dark') applyTheme(theme);
