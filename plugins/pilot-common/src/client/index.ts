export * from './HttpClient';
export * from './PhaseApi';
export * from './PhaseClient';
export * from './PilotApi';
export * from './PilotClient';
export * from './PilotRequestOptions';
export * from './ReadinessApi';
export * from './ReadinessClient';
