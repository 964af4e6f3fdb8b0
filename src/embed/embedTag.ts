/** What a host writes into a page that has no address of its own; `app/address.ts` reads it there. */
export function embedTag(address: string): string {
  const text = address.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<meta name="bayes-playground" content="${text}">`;
}
