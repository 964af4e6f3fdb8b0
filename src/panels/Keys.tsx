import buttons from './buttons.module.css';
import { Icon } from './icons.tsx';
import { Popover } from './Popover.tsx';
import sheets from './sheets.module.css';

const keys = [
  ['Space', 'train or pause'],
  ['.', 'one step'],
  ['r', 'rewind'],
  ['Ctrl Z', 'undo a change of the points'],
  ['Ctrl Shift Z', 'redo it'],
] as const;

/** What the keyboard does when no control has it. */
export function Keys() {
  return (
    <Popover
      label="Keys"
      className={buttons.button}
      align="end"
      title="Keys"
      button={<Icon name="keyboard" />}
    >
      <dl className={sheets.keys}>
        {keys.map(([key, action]) => (
          <div key={key} className={sheets.key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
      <p className={sheets.sheetText}>In the plot: arrows move, Enter adds a point, Delete removes one.</p>
    </Popover>
  );
}
