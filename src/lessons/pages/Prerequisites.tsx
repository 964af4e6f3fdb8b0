import { t } from '../../i18n/index.ts';

/** Free introductions to networks and backpropagation, in English. */
const introductions = [
  {
    work: 'Neural Networks and Deep Learning',
    by: 'Michael Nielsen, 2015',
    href: 'http://neuralnetworksanddeeplearning.com/',
  },
  {
    work: 'Neural Networks',
    by: '3Blue1Brown, 2017',
    href: 'https://www.3blue1brown.com/topics/neural-networks',
  },
  {
    work: 'CS231n: Backpropagation, Intuitions',
    by: 'Stanford',
    href: 'https://cs231n.github.io/optimization-2/',
  },
] as const;

/** What the chapters presuppose, and where to learn it. */
export function Prerequisites() {
  return (
    <div className="prerequisites">
      <p>
        {t(
          'You need derivatives, a little probability (mean, variance, conditional probability), and to know how a network is trained by backpropagation. Bayesian statistics is not needed.',
        )}
      </p>
      <p>
        {t('New to networks? Start with one of these (in English):')}{' '}
        {introductions.map(({ work, by, href }, index) => (
          <span key={href}>
            {index > 0 && '; '}
            <a href={href} lang="en" hrefLang="en">
              {work}
            </a>{' '}
            ({by})
          </span>
        ))}
        .
      </p>
    </div>
  );
}
