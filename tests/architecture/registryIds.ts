import ts from 'typescript';
import { everyNode, parse, type Source } from '../../config/sourceFiles.ts';
import { panelIds } from '../../src/experiment/document/experiment.ts';
import { datasets } from '../../src/model/datasets/index.ts';
import { estimators, klSchedules } from '../../src/model/estimators/index.ts';
import { likelihoods } from '../../src/model/likelihoods/index.ts';
import { methods } from '../../src/model/methods/index.ts';
import { activations, cells, networks } from '../../src/model/networks/index.ts';
import { optimizers } from '../../src/model/optimizers/index.ts';
import { priors } from '../../src/model/priors/index.ts';

const registries = [
  activations,
  cells,
  datasets,
  estimators,
  klSchedules,
  likelihoods,
  methods,
  networks,
  optimizers,
  priors,
];
const ids = new Set<string>(registries.flatMap(Object.keys));
// A word that also names a panel (`step`) is not evidence of a registry id.
for (const panel of panelIds) ids.delete(panel);

/**
 * Comparisons with the id of a registry entry, one sentence each; the file should read a property of the entry
 * instead.
 */
export function comparedIds(source: Source): string[] {
  if (!/\.tsx?$/.test(source.file)) return [];
  return everyNode(parse(source))
    .filter((node) => ts.isStringLiteralLike(node) && ids.has(node.text) && isCompared(node))
    .map((node) => `${source.file} compares with a registry id: ${node.parent.getText()}`);
}

/** `x === 'id'`, `case 'id':`, `list.includes('id')`, `['id'].includes(x)`. */
function isCompared(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCaseClause(parent)) return true;
  if (ts.isBinaryExpression(parent)) return /^[!=]==?$/.test(parent.operatorToken.getText());
  const searched = ts.isArrayLiteralExpression(parent) ? parent.parent : parent;
  if (ts.isCallExpression(searched)) return /\.(includes|indexOf)$/.test(searched.expression.getText());
  return ts.isPropertyAccessExpression(searched) && /^(includes|indexOf)$/.test(searched.name.text);
}
