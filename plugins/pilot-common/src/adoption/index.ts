export {
  assessAdoption,
  teamsToAsk,
  type AdoptingTeam,
  type AdoptionAssessment,
  type AdoptionInput,
  type TeamRating,
} from './assessAdoption';
export { quarterOf } from './calendar';
