/** The engines: what they say depends on what they are given. Lint keeps them pure, and `npm run mutation` changes them. */
module.exports = ['src/{adoption,decisions,demand,readiness}/**/*.ts'];
