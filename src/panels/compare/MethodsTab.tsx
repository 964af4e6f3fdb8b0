import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { pictureKindOf } from '../../experiment/document/pictureKind.ts';
import { t } from '../../i18n/index.ts';
import { hasPosterior, type MethodKind, methods } from '../../model/methods/index.ts';
import { methodColor } from '../../store/overlay.ts';
import type { OverlayMethod } from '../../store/state.ts';
import { useRefusals } from '../controls/fields/useRefusals.ts';
import buttons from '../ui/buttons.module.css';
import { Part } from '../ui/Part.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { isPosterior } from '../views/overlay/overlayText.ts';
import { pictureViews } from '../views/pictureViews.tsx';
import type { SmallPicture } from '../views/smallPicture.ts';
import { MethodCell } from './MethodCell.tsx';
import own from './Methods.module.css';
import { MethodTable } from './MethodTable.tsx';
import { comparedMethods, methodLabel, methodRows } from './methodRows.ts';

const methodKinds = Object.keys(methods) as MethodKind[];

/** The page's run beside other methods, which train one after another, as small multiples and as a table. */
export function MethodsTab() {
  const { compareMethods, cancelMethods } = usePlayground();
  const experiment = useExperiment((whole) => whole);
  const kind = pictureKindOf(experiment);
  const refusals = useRefusals('inference.method', methodKinds);
  const offered = useMemo(() => comparedMethods(experiment), [experiment]);
  const refusalOf = (by: OverlayMethod) => refusals[(methodKinds as readonly string[]).indexOf(by)] ?? null;
  const possible = offered.filter((by) => refusalOf(by) === null);
  const [left, setLeft] = useState<readonly OverlayMethod[]>([]);
  const shown = possible.filter((by) => !left.includes(by));
  const state = usePlaygroundState(
    useShallow(({ snapshot, methodRuns, points, xDomain, yDomain }) => ({
      snapshot,
      methodRuns,
      points,
      xDomain,
      yDomain,
    })),
  );
  const rows = methodRows({ experiment, ...state }, shown);
  // The exact posterior needs no training.
  const toTrain = rows
    .flatMap(({ by, own: isOwn }) => (isOwn ? [] : [by]))
    .sort((a, b) => Number(b === 'exact') - Number(a === 'exact'));
  const missing = rows.filter((row) => !row.own && (!row.run || row.run.kind === 'failed'));
  const busy = rows.some(({ run }) => run?.kind === 'running' || run?.kind === 'waiting');
  // Methods train as soon as the tab opens, unless the link asks for a page at rest; those that are added later follow.
  const [started, setStarted] = useState(experiment.view.autoplay);
  const wanted = toTrain.join(' ');
  useEffect(() => {
    if (started) compareMethods(wanted.split(' ').filter(Boolean) as OverlayMethod[]);
  }, [started, wanted, compareMethods]);
  useEffect(() => () => cancelMethods(), [cancelMethods]);
  const reference =
    rows.find(({ by, run }) => isPosterior(by) && run?.kind === 'done') ??
    rows.find(({ by, own: isOwn }) => isPosterior(by) && isOwn) ??
    null;
  const { points, xDomain, yDomain } = state;
  const pictureOf = (row: (typeof rows)[number]): Omit<SmallPicture, 'predictive'> => ({
    phase: row.by === 'exact' || hasPosterior(methods[row.by]) ? 'posterior' : 'fit',
    points,
    xDomain,
    yDomain,
    dataset: experiment.dataset,
    interval: experiment.prediction.interval,
    color: methodColor(row.by),
  });
  const { Small } = pictureViews[kind];
  return (
    <>
      <div className={own.bar}>
        <fieldset className={own.choices}>
          <legend className="visually-hidden">{t('Methods that are compared')}</legend>
          {offered.map((by) => (
            <label key={by} title={refusalOf(by) ?? (by === 'exact' ? undefined : t(methods[by].teaches))}>
              <input
                type="checkbox"
                checked={shown.includes(by)}
                disabled={refusalOf(by) !== null}
                onChange={({ target }) => {
                  setLeft(target.checked ? left.filter((other) => other !== by) : [...left, by]);
                  if (!target.checked) cancelMethods([by]);
                }}
              />
              <span className={own.swatch} style={{ background: `var(--color-method-${methodColor(by)})` }} />
              {methodLabel(by)}
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          className={`${buttons.button} ${missing.length > 0 && !busy ? buttons.primary : ''}`}
          disabled={!busy && missing.length === 0}
          onClick={() => {
            setStarted(!busy);
            if (busy) cancelMethods();
            else compareMethods(toTrain);
          }}
        >
          {busy ? t('Stop') : t('Train all')}
        </button>
      </div>
      <div className={own.body}>
        {Small && rows[0] && (
          <div className={own.legend}>
            <Part>
              <Small.Legend
                picture={{ ...pictureOf(rows[0]), predictive: rows[0].snapshot?.predictive ?? null }}
              />
            </Part>
          </div>
        )}
        <div className={own.cells} data-pictures={Small !== null}>
          {rows.map((row) => (
            <MethodCell key={row.by} row={row} reference={reference} kind={kind} picture={pictureOf(row)} />
          ))}
        </div>
        <MethodTable rows={rows} interval={experiment.prediction.interval} points={points} />
      </div>
    </>
  );
}
