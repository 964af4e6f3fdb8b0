import type { Catalogue } from '../index.ts';

/** The contextual bandit. */
export const panelsBandit: Catalogue = {
  Bandit: 'Bandit',
  'Bandit: mushrooms, eaten or left by Thompson sampling':
    'Bandit: Pilze, gegessen oder stehen gelassen nach Thompson-Sampling',
  'Bandit: eat it or leave it?': 'Bandit: essen oder stehen lassen?',
  'Thompson sampling with a Bayesian network (Blundell et al. 2015, §5.3)':
    'Thompson-Sampling mit einem bayesschen Netz (Blundell et al. 2015, §5.3)',
  Agents: 'Agenten',
  'Regret of each of the last {count} mushrooms on the right.':
    'Rechts das Bedauern je Pilz, über die letzten {count}.',
  'Never eats': 'Isst nie',
  'Prior width': 'Prior-Breite',
  'Of the weights of Thompson sampling. Wide: it goes on trying for longer; narrow: it hardly believes what it sees.':
    'Der Gewichte von Thompson-Sampling. Breit: Es probiert länger; schmal: Es glaubt kaum, was es sieht.',
  'Monte Carlo samples': 'Monte-Carlo-Stichproben',
  'Draws that each training step of Thompson sampling averages over. A decision takes one, however many there are.':
    'Ziehungen, über die jeder Trainingsschritt von Thompson-Sampling mittelt. Eine Entscheidung nimmt eine, wie viele es auch sind.',
  'Hidden units': 'Verdeckte Neuronen',
  'In each of two layers, of every agent. The article has 100.':
    'In jeder von zwei Schichten, bei jedem Agenten. Im Artikel sind es 100.',
  Seed: 'Startwert',
  'Another seed: another rule of what is edible, other mushrooms, other luck, other first weights.':
    'Ein anderer Startwert: eine andere Regel, was essbar ist, andere Pilze, anderes Glück, andere Anfangsgewichte.',
  'A change here begins anew.': 'Eine Änderung hier beginnt von vorn.',
  Mushrooms: 'Pilze',
  Play: 'Abspielen',
  'One mushroom': 'Ein Pilz',
  Reset: 'Zurücksetzen',
  'Reset: the same mushrooms, luck and first weights':
    'Zurücksetzen: dieselben Pilze, dasselbe Glück, dieselben Anfangsgewichte',
  Speed: 'Tempo',
  '1 a second': '1 je Sekunde',
  '10 a second': '10 je Sekunde',
  'Flat out': 'So schnell es geht',
  '{count, plural, one {# mushroom} other {# mushrooms}}': '{count, plural, one {# Pilz} other {# Pilze}}',
  ', all there are': ', alle, die es gibt',
  'Cumulative regret': 'Summiertes Bedauern',
  Axes: 'Achsen',
  Linear: 'Linear',
  'Log–log': 'Doppelt logarithmisch',
  'The numbers': 'Die Zahlen',
  'Cumulative regret, in rewards': 'Summiertes Bedauern, in Belohnung',
  mushrooms: 'Pilze',
  'Mushroom {number}': 'Pilz {number}',
  'The task': 'Die Aufgabe',
  'edible, as only the oracle knows': 'essbar, was nur das Orakel weiß',
  'poisonous, as only the oracle knows': 'giftig, was nur das Orakel weiß',
  'draws of q: reward expected of eating': 'Ziehungen aus q: vom Essen erwartete Belohnung',
  'the one draw that decides': 'die eine Ziehung, die entscheidet',
  'what it expects of leaving': 'was sie vom Stehenlassen erwartet',
  'what eating brings on average': 'was Essen im Mittel bringt',
  'The rule behind it': 'Die Regel dahinter',
  'Mushrooms come one at a time, with eight features each. Eating an edible one gives 5. A poisonous one gives −35 or 5, as likely. Leaving it gives 0. Nobody says which are edible: that takes trying, and trying costs. Regret is what an oracle would have gained on average, less what the agent’s choice gains.':
    'Pilze kommen einzeln, jeder mit acht Merkmalen. Einen essbaren zu essen bringt 5, einen giftigen −35 oder 5, gleich wahrscheinlich; ihn stehen zu lassen bringt 0. Niemand sagt, welche essbar sind: Das muss probiert werden, und Probieren kostet. Bedauern ist, was ein Orakel im Mittel gewonnen hätte, weniger dem, was die Wahl des Agenten gewinnt.',
  Features: 'Merkmale',
  'has:': 'hat:',
  'has not:': 'hat nicht:',
  'eats, at random': 'isst, zufällig',
  'leaves, at random': 'lässt stehen, zufällig',
  eats: 'isst',
  leaves: 'lässt stehen',
  'What each agent expected, did and got': 'Was jeder Agent erwartete, tat und bekam',
  agent: 'Agent',
  'expects of eating': 'erwartet vom Essen',
  'of leaving': 'vom Stehenlassen',
  does: 'tut',
  gets: 'bekommt',
  regret: 'Bedauern',
};
