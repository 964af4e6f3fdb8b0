import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import buttons from './buttons.module.css';
import { Icon } from './icons.tsx';
import { Popover, useClosePopover } from './Popover.tsx';
import sheets from './sheets.module.css';

/** The menu of a panel: its tools, as words. panel: its title, part of the accessible name of the button. */
export function PanelMenu({ panel, children }: { readonly panel: string; readonly children: ReactNode }) {
  return (
    <Popover
      label={t('More: {panel}', { panel })}
      align="end"
      className={buttons.word}
      button={
        <>
          {t('More')}
          <Icon name="more" />
        </>
      }
    >
      <div className={sheets.list}>{children}</div>
    </Popover>
  );
}

interface MenuEntryProps {
  readonly label: string;
  readonly title?: string;
  readonly enabled?: boolean;
  readonly onChoose: () => void;
}

/** An entry of a panel's menu, which closes the menu. */
export function MenuEntry({ label, title, enabled = true, onChoose }: MenuEntryProps) {
  const close = useClosePopover();
  return (
    <button
      type="button"
      className={buttons.word}
      title={title}
      disabled={!enabled}
      onClick={() => {
        close();
        onChoose();
      }}
    >
      {label}
    </button>
  );
}
