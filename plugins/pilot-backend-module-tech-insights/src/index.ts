/**
 * Answers readiness checks with the results of Tech Insights.
 *
 * @packageDocumentation
 */
export { pilotModuleTechInsights as default } from './module';
