import type { ComponentType } from 'react';
import type { PictureKind } from '../../experiment/document/pictureKind.ts';
import { t } from '../../i18n/index.ts';
import { lazyPart } from '../ui/lazyPart.tsx';
import { CurveView } from './curve/CurveView.tsx';
import { SmallCurve, SmallCurveLegend } from './curve/SmallCurve.tsx';
import type { SmallPictureProps } from './smallPicture.ts';

/** What the page shows of one picture kind. */
interface PictureView {
  /** The prediction, with its tools. */
  readonly View: ComponentType;
  /**
   * The prediction in a comparison, and the legend of several; null: runs on such data are compared by their numbers alone,
   * and no other method is drawn over the prediction.
   */
  readonly Small: {
    readonly Plot: ComponentType<SmallPictureProps>;
    readonly Legend: ComponentType<SmallPictureProps>;
  } | null;
  /** Whether the plot shows the points, so that they can be added, moved and deleted there. */
  readonly pointsEditable: boolean;
  /** Whether the kind of network can be chosen: dense, convolutional or recurrent. */
  readonly networkKinds: boolean;
  /** Whether the input of the network is a window of the data, whose length can be chosen. */
  readonly windowed: boolean;
  /** A number of data: '3 points'. */
  readonly count: (count: number) => string;
  /** What custom data can show, an English message; null: custom data cannot have this kind. */
  readonly ownDataTeach: string | null;
}

const countPoints = (count: number) => t('{count, plural, one {# point} other {# points}}', { count });

/** What pictures of points share that are edited in the plot. */
const editedPoints = {
  pointsEditable: true,
  networkKinds: false,
  windowed: false,
  count: countPoints,
  ownDataTeach: 'Points you placed yourself: add some where the band is wide, and watch it close.',
} as const;

/** The views of every picture kind. All but the curve, which is the first to be shown, are loaded when they are needed. */
export const pictureViews: Readonly<Record<PictureKind, PictureView>> = {
  curve: {
    View: CurveView,
    Small: { Plot: SmallCurve, Legend: SmallCurveLegend },
    ...editedPoints,
  },
  plane: {
    View: lazyPart(async () => (await import('./plane/PlaneView.tsx')).PlaneView),
    Small: {
      Plot: lazyPart(async () => (await import('./plane/SmallPlane.tsx')).SmallPlane),
      Legend: lazyPart(async () => (await import('./plane/SmallPlane.tsx')).SmallPlaneLegend),
    },
    ...editedPoints,
  },
  images: {
    View: lazyPart(async () => (await import('./images/ImagesView.tsx')).ImagesView),
    Small: null,
    pointsEditable: false,
    networkKinds: true,
    windowed: false,
    count: (count) => t('{count, plural, one {# image} other {# images}}', { count }),
    ownDataTeach: 'Images of your own: which is the network unsure of, and rightly?',
  },
  sequence: {
    View: lazyPart(async () => (await import('./series/SequenceView.tsx')).SequenceView),
    Small: null,
    pointsEditable: false,
    networkKinds: true,
    windowed: true,
    count: countPoints,
    ownDataTeach: null,
  },
  table: {
    View: lazyPart(async () => (await import('./table/TableView.tsx')).TableView),
    Small: null,
    pointsEditable: false,
    networkKinds: true,
    windowed: false,
    count: (count) => t('{count, plural, one {# row} other {# rows}}', { count }),
    ownDataTeach: 'A table of your own: how sure is the network of rows that it never saw?',
  },
};
