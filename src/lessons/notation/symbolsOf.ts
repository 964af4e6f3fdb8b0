import { localSymbols, notation, type SymbolId } from './notation.ts';

/** Colours, sizes and spaces, which do not change what a formula says. */
const decoration =
  /\\(?:(?:prior|posterior|data|exact|epistemic|aleatoric|[bB]igg?[lr]?|left|right|textstyle|displaystyle|qquad|quad)(?![a-zA-Z])|[,;:! ])/g;
const words = /\\text\{[^}]*\}/g;

/** A symbol with an index, such as w_s. */
const indexed = /(\\[a-zA-Z]+|[a-zA-Z])_(?:[ijkst\dSGT]|\{[ijkstSGT\d\s,+=-]*\})/g;

/** Letters of another alphabet, commands, numbers, single characters. */
const token =
  /\\(?:mathrm|operatorname|mathbb|mathsf)\*?\s*(?:\{[\w ]+\}|\w)|\\[a-zA-Z]+|\\.|[a-zA-Z]|\d+|\S/g;

/** What is known from school, and commands that only place other symbols. */
const elementary = /^(?:\d+|[^a-zA-Z\\*]|\\(?:[dt]?frac|sqrt|underbrace|c?dots|cdot|times|approx|le|\|))$/;

/** The entries of the notation page that a formula uses, in the order of the page, and symbols that have none. */
export interface SymbolsOfFormula {
  readonly known: readonly SymbolId[];
  readonly unknown: readonly string[];
}

const names: readonly string[] = Object.values(notation).flatMap(({ tex }) => tex);
const entries = Object.entries(notation).flatMap(([id, { tex }]) =>
  tex.map((name) => ({ id: id as SymbolId, tokens: tokensOf(name) })),
);
/** The longest name first: σ_p before σ. */
const byLength = entries.toSorted((a, b) => b.tokens.length - a.tokens.length);

/** The symbols of a formula. tex: its source. page: the chapter that it stands in, whose own symbols are left out. */
export function symbolsOf(tex: string, page = ''): SymbolsOfFormula {
  const local = (localSymbols[page] ?? []).map(tokensOf);
  const tokens = tokensOf(tex);
  const known = new Set<SymbolId>();
  const unknown = new Set<string>();
  for (let place = 0; place < tokens.length; place++) {
    const starts = (name: readonly string[]) => name.every((part, offset) => tokens[place + offset] === part);
    const own = local.find(starts);
    const entry = own ? undefined : byLength.find((candidate) => starts(candidate.tokens));
    if (entry) known.add(entry.id);
    const name = own ?? entry?.tokens;
    // The symbols inside p(D | w) are looked up too; the p of σ_p is none.
    if (name && !name.includes('(')) place += name.length - 1;
    if (!name && !elementary.test(tokens[place] as string)) unknown.add(tokens[place] as string);
  }
  const order = Object.keys(notation) as SymbolId[];
  return { known: order.filter((id) => known.has(id)), unknown: [...unknown] };
}

/** A formula as a list of tokens, without decoration and indices: `p(D \mid w_s)` is that of `p(D \mid w)`. */
function tokensOf(tex: string): readonly string[] {
  const bare = tex
    .replaceAll(words, ' ')
    .replaceAll(decoration, ' ')
    .replaceAll(indexed, (all, base) => (names.includes(all) ? all : base));
  return (bare.match(token) ?? [])
    .filter((part) => part !== '{' && part !== '}')
    .map((part) =>
      part
        .replace(/operatorname\*?/, 'mathrm')
        .replaceAll(/ /g, '')
        .replace(/^(\\math(?:rm|bb|sf))\{?(\w+)\}?$/, '$1{$2}'),
    );
}
