import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { formatPoints, parsePoints } from '../datasets/csv.ts';
import { faultText } from './fields/faultText.ts';
import styles from './ImportDialog.module.css';
import panels from './panels.module.css';
import { usePlayground } from './playground.ts';

/** Points from a file, a drop or pasted text; what is wrong with them is said line by line, and nothing is lost. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { store, replacePoints } = usePlayground();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [text, setText] = useState(() => formatPoints(store.getState().points));
  const [faults, setFaults] = useState<readonly string[]>([]);
  useEffect(() => dialog.current?.showModal(), []);

  const read = async (file: File | undefined) => {
    if (!file) return;
    setText(await file.text());
    setFaults([]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void read(event.dataTransfer.files[0]);
  };
  const use = () => {
    const parsed = parsePoints(text);
    const wrong = 'faults' in parsed ? parsed.faults : replacePoints(parsed.points).map(faultText);
    setFaults(wrong);
    if (wrong.length === 0) dialog.current?.close();
  };

  return (
    <dialog ref={dialog} className={styles.import} aria-labelledby={`${id}title`} onClose={onClose}>
      <form
        method="dialog"
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        onSubmit={(event) => {
          event.preventDefault();
          use();
        }}
      >
        <h2 id={`${id}title`}>Points as CSV</h2>
        <p className={panels.hint} id={`${id}hint`}>
          One point a line: x, y. A line of names at the top is understood. Paste, drop a file here, or choose
          one. The data stay in this browser.
        </p>
        <textarea
          aria-label="Points, one a line"
          aria-describedby={`${id}hint`}
          aria-invalid={faults.length > 0}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div role="alert">
          <ul className={styles.faults}>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
        <div className={styles.actions}>
          <label className={`${panels.button} ${styles.file}`}>
            <span>Choose a file…</span>
            <input
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              title=""
              onChange={(event) => void read(event.target.files?.[0])}
            />
          </label>
          <button type="button" className={panels.button} onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" className={`${panels.button} ${panels.chief}`}>
            Use these points
          </button>
        </div>
      </form>
    </dialog>
  );
}
