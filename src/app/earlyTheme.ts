import { givenAddress, isEmbed, writtenIn } from './address.ts';
import { applyEmbed, applyTheme } from './applyTheme.ts';

/** Before anything else is loaded: the looks that the link asks for, so that the page does not flash in others. */
const address = givenAddress();
const theme = writtenIn(address.hash, 'view.theme');
if (theme === 'light' || theme === 'dark') applyTheme(theme);
applyEmbed(isEmbed(address));
