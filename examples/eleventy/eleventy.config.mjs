/** Where the playground is served; the script that builds the examples says so. */
const site = process.env.PLAYGROUND_SITE ?? 'https://playground.example/';

/**
 * A blog whose posts show playgrounds: `{% playground "dataset.id=cubic&prior.sigma=0.3", "predictive,weights" %}`. The link
 * is what the playground's own address says after its #.
 */
export default function configure(eleventy) {
  eleventy.addGlobalData('site', site);
  eleventy.addShortcode('playground', (link, panels = 'predictive') => {
    const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `<bayes-playground experiment="${escaped(link)}" panels="${escaped(panels)}"></bayes-playground>`;
  });
}
