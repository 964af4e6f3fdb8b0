import type { ComponentProps } from 'react';

/** A link in a text. Links to other pages of the site pass the theme on, as those around the text do. */
export function TextLink({ href = '', children, ...props }: ComponentProps<'a'>) {
  const isOwn = !/^(?:[a-z]+:|#)/.test(href);
  return (
    <a href={href} {...props} {...(isOwn ? { 'data-keeps-theme': true } : {})}>
      {children}
    </a>
  );
}
