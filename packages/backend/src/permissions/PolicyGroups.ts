import { Config } from '@backstage/config';

/** The Groups that the sample policy tells apart, as full refs in lower case. */
export interface PolicyGroups {
  /** Groups whose members waive checks and decide proposals: `pilot.decisions.approvers`. */
  readonly approvers: readonly string[];
  /**
   * Groups whose members look across all teams: they may record for a team that is not theirs, export
   * everything, see what is confidential, and add to the catalog by hand.
   */
  readonly platformLeads: readonly string[];
  /**
   * Groups of those who work here for a while. They see who is who, the systems, the pilots, the templates and
   * what their team owns, and record what their team needs, but not who else needs what.
   */
  readonly contractors: readonly string[];
  /** An entity with this annotation is for its owner and for platform leads. */
  readonly confidentialAnnotation: string | undefined;
}

/** Reads who is who from the configuration, so that the policy holds for any organisation. */
export function readPolicyGroups(config: Config): PolicyGroups {
  const refs = (key: string) =>
    (config.getOptionalStringArray(key) ?? []).map(ref =>
      ref.toLocaleLowerCase('en-US'),
    );
  return {
    approvers: refs('pilot.decisions.approvers'),
    platformLeads: refs('samplePolicy.platformLeads'),
    contractors: refs('samplePolicy.contractors'),
    confidentialAnnotation: config.getOptionalString(
      'samplePolicy.confidentialAnnotation',
    ),
  };
}
