const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digits = new Map(Array.from(alphabet, (letter, digit) => [letter, digit]));

/** Encodes bytes as base64url without padding (RFC 4648, §5). */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 3) {
    const count = Math.min(3, bytes.length - start);
    const word = (bytes[start]! << 16) | ((bytes[start + 1] ?? 0) << 8) | (bytes[start + 2] ?? 0);
    for (let letter = 0; letter <= count; letter++) text += alphabet[(word >> (18 - 6 * letter)) & 63];
  }
  return text;
}

/** Decodes base64url; null if the text contains any other character. */
export function fromBase64Url(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let count = 0;
  for (const letter of text) {
    const digit = digits.get(letter);
    if (digit === undefined) return null;
    word = ((word << 6) | digit) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[count++] = (word >> bits) & 255;
  }
  return bytes.subarray(0, count);
}
