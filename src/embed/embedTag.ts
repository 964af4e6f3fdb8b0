/** The tag with which a host gives an address to a page loaded from source (srcdoc); `app/address.ts` reads it. */
export function embedTag(address: string): string {
  const text = address.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<meta name="bayes-playground" content="${text}">`;
}
