import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import type { Message } from './bitsBack.ts';
import styles from './Exchange.module.css';
import { Person, Picture } from './icons.tsx';

interface ExchangeProps {
  readonly message: Message;
  /** The three numbers as texts, rounded together: sent = returned + net. */
  readonly texts: Readonly<Record<keyof Message, string>>;
}

/** Bits of a strip of full width; the sliders reach 13. */
const LONGEST = 14;
const across = (bits: number) => `${(100 * bits) / LONGEST}%`;

/**
 * The sender, the receiver and one weight between them: the bits of its code word, those of them that a second message,
 * a picture, chose and that the receiver reads out again, and what is left.
 */
export function Exchange({ message: { sent, returned, net }, texts }: ExchangeProps) {
  const bits = (value: string) => t('{value} bits', { value });
  return (
    <div className={styles.exchange} role="group" aria-label={t('The message of one weight')}>
      <Side name={t('sender')} returned={returned} />
      <div className={styles.channel}>
        <Strip name={t('sent: w in the code of the prior')} value={bits(texts.sent)} arrow>
          <span className={styles.back} style={{ width: across(returned) }} />
          <span className={styles.net} style={{ width: across(net) }} />
        </Strip>
        <Strip name={t('got back: the bits of the picture that chose w')} value={`− ${bits(texts.returned)}`}>
          <span className={styles.back} style={{ width: across(returned) }} />
        </Strip>
        <Strip name={t('net price of the weight')} value={`= ${bits(texts.net)}`}>
          <span
            className={styles.net}
            style={{ width: across(net), marginInlineStart: across(sent - net) }}
          />
        </Strip>
      </div>
      <Side name={t('receiver')} returned={returned} receives />
    </div>
  );
}

interface SideProps {
  readonly name: string;
  /** Bits of the picture that are in the message. */
  readonly returned: number;
  readonly receives?: boolean;
}

/** A person above the picture; an arrow says which of them has the bits first. */
function Side({ name, returned, receives = false }: SideProps) {
  return (
    <div className={styles.side}>
      <Person />
      <span>{name}</span>
      <span className={styles.arrow} aria-hidden="true">
        {receives ? '↓' : '↑'}
      </span>
      <Picture marked={returned} />
      <span>{t('picture')}</span>
    </div>
  );
}

interface StripProps {
  readonly name: string;
  readonly value: string;
  /** Whether the bits travel from the sender to the receiver. */
  readonly arrow?: boolean;
  readonly children: ReactNode;
}

/** A row of bits, one square each, under its name and number. */
function Strip({ name, value, arrow = false, children }: StripProps) {
  return (
    <div className={styles.strip}>
      <p>
        <strong>{value}</strong> <span>{name}</span>
      </p>
      {arrow && <div className={styles.path} aria-hidden="true" />}
      <div className={styles.bits}>{children}</div>
    </div>
  );
}
