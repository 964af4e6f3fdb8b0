import type { Fault } from '../../../experiment/document/fields.ts';

/** The text of a fault next to its control: without the path, and capitalised. */
export function faultText({ path, message }: Pick<Fault, 'path' | 'message'>): string {
  const place = message.indexOf(': ');
  const text = message.startsWith(path) && place >= path.length ? message.slice(place + 2) : message;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
