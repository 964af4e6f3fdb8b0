import type { Fault } from '../../../experiment/document/fields.ts';

/** A fault as it stands beside its control, where the path need not be said: “0 is not between 1 and 64”. */
export function faultText({ path, message }: Pick<Fault, 'path' | 'message'>): string {
  const place = message.indexOf(': ');
  return message.startsWith(path) && place >= path.length ? message.slice(place + 2) : message;
}
