import { deepFreeze } from '../demand/__testUtils__/asks';
import { markdownTable, tablesOf } from '../__testUtils__/documentation';
import { dimensions } from '../model/vocabulary';
import { inputOfScore, inputOfVerdict } from './__testUtils__/inputs';
import { assessReadiness } from './assess';
import {
  scoreExamples,
  verdictExamples,
  type VerdictExample,
} from './readiness.examples';

describe('a verdict', () => {
  it.each(verdictExamples.map(example => [example.name, example] as const))(
    '%s',
    (_name, example) => {
      const { checks } = assessReadiness(deepFreeze(inputOfVerdict(example)));
      expect(checks.map(({ verdict }) => verdict)).toEqual([example.verdict]);
    },
  );

  const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
  const left = (count: number) =>
    count > 0 ? `${days(count)} left` : 'has lapsed';
  const cells = (example: VerdictExample) => {
    const { attested, reported, automatic, waived } = example;
    return [
      attested ? `${attested.verdict}, ${left(attested.daysLeft)}` : '',
      reported ? `${reported.verdict}, ${days(reported.daysOld)} old` : '',
      automatic ? `${automatic.verdict}, ${days(automatic.daysOld)} old` : '',
      waived ? left(waived.daysLeft) : '',
    ];
  };

  it('is as the documentation shows', () => {
    const table = markdownTable([
      ['Of one check', 'Attested', 'Reported', 'Automatic', 'Waived', 'Is'],
      ...verdictExamples.map(example => [
        example.name,
        ...cells(example),
        `\`${example.verdict}\``,
      ]),
    ]);
    expect(tablesOf('readiness', 'Of one check')).toEqual([table]);
  });
});

describe('a score', () => {
  const rounded = (score: number | null | undefined) =>
    typeof score === 'number' ? Number(score.toFixed(4)) : undefined;

  it.each(scoreExamples.map(example => [example.name, example] as const))(
    '%s',
    (_name, example) => {
      const readiness = assessReadiness(deepFreeze(inputOfScore(example)));
      const scores = readiness.dimensions.flatMap(({ dimension, score }) =>
        score === null ? [] : [[dimension, rounded(score)]],
      );
      expect(Object.fromEntries(scores)).toEqual(example.scores);
      expect(rounded(readiness.score)).toBe(example.overall);
      expect(readiness.weakest ?? undefined).toBe(example.weakest);
    },
  );

  it('is as the documentation shows', () => {
    const percent = (score: number | undefined) =>
      score === undefined ? '' : `${Math.round(score * 100)} %`;
    const table = markdownTable([
      [
        'Verdicts and weights',
        ...dimensions.map(dimension => `\`${dimension}\``),
        'Overall',
        'Weakest',
      ],
      ...scoreExamples.map(({ name, checks, scores, overall, weakest }) => [
        name,
        ...dimensions.map(dimension => {
          const given = (checks[dimension] ?? [])
            .map(([verdict, weight]) => `${verdict} ${weight}`)
            .join(', ');
          const score = percent(scores[dimension]);
          return score ? `${given}: ${score}` : given;
        }),
        percent(overall),
        weakest ? `\`${weakest}\`` : '',
      ]),
    ]);
    expect(tablesOf('readiness', 'Verdicts and weights')).toEqual([table]);
  });
});
