/*
 * A decider is one by its name: what it decides, composes, folds, words or shows depends on what it is given. Lint keeps
 * them pure (.eslintrc.js), and `npm run mutation` changes them to see whether the tables beside them notice.
 */
module.exports = {
  /** Decide, and are tested by a table of named rows beside them. */
  deciders: [
    'src/**/{changes,compose,decide,describe,fold,free,group,merge,messagesFor,parse,removed,repeated,stands,without}*.ts',
    'src/**/*{Entries,Event,Of}.ts',
    'src/interest/{confirmability,Decision,inOrder,KeyHolders,mostUseCases}.ts',
    'src/news/messages/{MessageFacts,ownedInterests,wording}.ts',
    'src/pilots/PhaseSituation.ts',
  ],
  /** Put into the shape of an answer what was decided; tested through the answers. */
  views: ['src/**/to*.ts', 'src/**/*{Error,View}.ts'],
  /** Named like them, and none of them. */
  others: ['**/*Routes.ts', '**/save*.ts', 'src/kernel/**'],
  /** Those of the kernel, one by one. */
  ofKernel: [
    'src/kernel/access/{ConditionalRight,interestRules}.ts',
    'src/kernel/announce/{Message,replaceWaiting}.ts',
    'src/kernel/http/describeIssue.ts',
  ],
};
