/** Why a playground cannot start in a page: the directive of the page's content security policy, or a missing file. */
export type StartFault =
  | { readonly kind: 'script-src' | 'frame-src' | 'require-trusted-types-for' }
  | { readonly kind: 'load'; readonly reason: string };

/** Fault for developers, in English: the detail of an `error` event. hashes: of the inline scripts of the page. */
export function faultMessage(fault: StartFault, hashes: readonly string[] = []): string {
  const policy = 'the content security policy of this page';
  if (fault.kind === 'load') return `the playground could not be loaded: ${fault.reason}`;
  if (fault.kind === 'script-src')
    return `script-src: ${policy} forbids the script of the playground${hashes.length > 0 ? `, which has the hashes ${hashes.join(' ')}` : ''}`;
  if (fault.kind === 'frame-src')
    return `frame-src: ${policy} forbids the frame at the address in the attribute src`;
  return `require-trusted-types-for: ${policy} requires trusted types, and refuses the source of the frame; give its address in the attribute src instead`;
}

/** The hashes of the inline scripts that the policy of a page lists. */
export function scriptHashes(page: string): readonly string[] {
  const directive = /script-src ([^;"]*)/.exec(page)?.[1] ?? '';
  return directive.match(/'sha256-[^']+'/g) ?? [];
}

/**
 * Whether the policy of this page forbids the inline scripts with these hashes. A frame from source inherits that policy,
 * but has another origin, so that its violations cannot be seen from here: this adds a script to this page that does
 * nothing, and reads the policy from its violation.
 */
export function forbidsInlineScripts(hashes: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = document.createElement('script');
    probe.addEventListener('securitypolicyviolation', ({ originalPolicy }) => {
      probe.remove();
      resolve(hashes.length === 0 || !hashes.every((hash) => originalPolicy.includes(hash)));
    });
    probe.textContent = "document.currentScript.dataset.ran = ''";
    (document.head ?? document.documentElement).append(probe);
    // An inline script that is allowed has run by now.
    if (probe.dataset.ran === undefined) return;
    probe.remove();
    resolve(false);
  });
}

/**
 * Calls back when the policy of this page forbids a script, or a frame of the origin of `address`, until the function that it
 * returns is called. address: null for none.
 */
export function watchViolations(
  address: string | null,
  onViolation: (kind: 'script-src' | 'frame-src') => void,
): () => void {
  const origin = address === null ? null : originOf(address);
  const listen = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective.startsWith('script-src')) onViolation('script-src');
    else if (effectiveDirective === 'frame-src' && origin === originOf(blockedURI)) onViolation('frame-src');
  };
  document.addEventListener('securitypolicyviolation', listen);
  return () => document.removeEventListener('securitypolicyviolation', listen);
}

/** Origin of an address; null if it is none, such as 'inline'. */
function originOf(address: string): string | null {
  try {
    return new URL(address, document.baseURI).origin;
  } catch {
    return null;
  }
}
