import type { Problem } from '../experiment/problem/problem.ts';
import { linesOf, section } from './pythonLayout.ts';
import { noiseArgument } from './pythonLikelihood.ts';
import { pythonInteger, pythonNumber } from './pythonLiterals.ts';

/** Weight draws of the likelihood cost, as in the playground's snapshots. */
const COST_DRAWS = 32;
/** Number of inputs at which predictions are printed. */
const GRID = 11;
/** Rows per prediction batch, which bounds memory. */
const CHUNK = 200;

/** Prediction report of the script: a number among the results, or a table below them. */
function reportOf({ classes, inputCount, xDomain: [low, high] }: Problem): {
  readonly result: string | null;
  readonly table: boolean;
} {
  const chunks = `torch.tensor(X).split(${CHUNK})`;
  if (classes > 0)
    return {
      result: `    predicted = torch.cat([predict(rows)[0].argmax(-1) for rows in ${chunks}])
    results['accuracy'] = (predicted == targets).double().mean().item()`,
      table: false,
    };
  if (inputCount > 1)
    return {
      result: `    means = torch.cat([predict(rows)[:, 0] for rows in ${chunks}])
    results['rootMeanSquareError'] = (means - torch.tensor(Y)).square().mean().sqrt().item()`,
      table: false,
    };
  return {
    result: `    grid = torch.linspace(${pythonNumber(low)}, ${pythonNumber(high)}, ${pythonInteger(GRID)})
    columns = ['x', 'mean', 'epistemic', 'aleatoric', 'lower', 'upper']
    rows = torch.cat([grid.unsqueeze(-1), predict(grid)], -1).tolist()`,
    table: true,
  };
}

/** Command-line interface of the script: trains or loads parameters, then prints results. */
export function mainSection(problem: Problem): string {
  const noise = noiseArgument(problem);
  const hasNoise = noise !== '';
  const { result, table } = reportOf(problem);
  return section('Command line', [
    linesOf(
      'def main():',
      "    parser = argparse.ArgumentParser(description='Bayes by Backprop, one experiment.')",
      "    parser.add_argument('--steps', type=int, default=3000, help='steps of training (3000)')",
      "    parser.add_argument('--parameters', metavar='FILE.json', help='evaluate these, do not train')",
      "    parser.add_argument('--json', action='store_true', help='print one line of JSON')",
      '    options = parser.parse_args()',
      '    if options.parameters:',
      '        with open(options.parameters) as file, torch.no_grad():',
      '            given = json.load(file)',
      "            mu.copy_(torch.tensor(given['mu']))",
      "            rho.copy_(torch.tensor(given['rho']))",
      hasNoise ? "            log_noise.fill_(given['logNoise'])" : null,
      '    else:',
      '        train(options.steps)',
      `    costs = free_energy(mu, rho${noise}, ${pythonInteger(COST_DRAWS)})`,
      "    names = ['freeEnergy', 'complexityCost', 'likelihoodCost']  # nats",
      '    results = {name: cost.item() for name, cost in zip(names, costs)}',
      hasNoise ? "    results['noise'] = Y_SCALE * log_noise.exp().item()  # units of y" : null,
      result,
      '    if options.json:',
      '        results.update(mu=mu.tolist(), rho=rho.tolist())',
      hasNoise ? "        results['logNoise'] = log_noise.item()" : null,
      table ? "        results['predictions'] = [dict(zip(columns, row)) for row in rows]" : null,
      '        print(json.dumps(results))',
      '        return',
      '    for name, value in results.items():',
      "        print(f'{name:20}{value:12.5g}')",
      table ? "    print(''.join(f'{column:>12}' for column in columns))" : null,
      table ? '    for row in rows:' : null,
      table ? "        print(''.join(f'{value:12.5g}' for value in row))" : null,
    ),
    `if __name__ == '__main__':
    main()`,
  ]);
}
