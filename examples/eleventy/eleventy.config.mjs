/** URL of the playground, set by the script that builds the examples. */
const site = process.env.PLAYGROUND_SITE ?? 'https://playground.example/';

/**
 * A blog with playgrounds in its posts: `{% playground "dataset.id=cubic&prior.sigma=0.3", "predictive,weights" %}`. The link
 * is the part of the playground's URL after the #.
 */
export default function configure(eleventy) {
  eleventy.addGlobalData('site', site);
  eleventy.addShortcode('playground', (link, panels = 'predictive') => {
    const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `<bayes-playground experiment="${escaped(link)}" panels="${escaped(panels)}"></bayes-playground>`;
  });
}
