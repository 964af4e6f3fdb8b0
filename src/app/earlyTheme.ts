import { givenAddress, isEmbed, writtenIn } from './address.ts';
import { applyEmbed, applyTheme } from './applyTheme.ts';

/** Runs before everything else and applies the theme of the link, so that the page does not flash in another one. */
const address = givenAddress();
const theme = writtenIn(address.hash, 'view.theme');
if (theme === 'light' || theme === 'dark') applyTheme(theme);
applyEmbed(isEmbed(address));
