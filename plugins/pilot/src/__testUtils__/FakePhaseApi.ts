import type {
  CheckResult,
  Decision,
  PhaseApi,
  Pilot,
  Proposal,
  Readiness,
  ReadinessApi,
} from '@pilot-to-platform/plugin-pilot-common';
import { pageOf } from './pageOf';
import { proposalWith } from './decisionsWorld';
import { type Fake, unknown, UnknownApi } from './UnknownApi';
import { reader } from './world';

/**
 * The part of the API that is about readiness and phases. It knows what a test
 * puts in, and lets one reader change it; scores stay as they were put in.
 */
export class FakePhaseApi extends UnknownApi {
  readiness?: Readiness;
  pilot?: Pilot;
  decisions: readonly Decision[] = [];

  getReadiness: Fake<ReadinessApi['getReadiness']> = jest.fn(
    async () => this.readiness ?? unknown(),
  );
  getReadinessCsv: Fake<ReadinessApi['getReadinessCsv']> = jest.fn(
    async () => 'check,verdict\r\ngovernance.owner,pass\r\n',
  );
  collectReadiness: Fake<ReadinessApi['collectReadiness']> = jest.fn(
    async () => {
      const collectedAt = new Date().toISOString();
      this.readiness = { ...this.readiness!, collectedAt, silent: [] };
      return this.readiness;
    },
  );
  attestCheck: Fake<ReadinessApi['attestCheck']> = jest.fn(
    async (_target, { check, ...answer }) =>
      this.#answer(check, {
        verdict: answer.verdict,
        source: 'attestation',
        attestation: 'new',
        evidence: answer.evidence,
        note: answer.note ?? null,
        by: reader,
        at: new Date().toISOString(),
        lastAnswer: null,
      }),
  );
  revokeAttestation: Fake<ReadinessApi['revokeAttestation']> = jest.fn(
    async (_target, id) =>
      this.#answer(this.#idBy({ attestation: id }), {
        verdict: 'unknown',
        source: null,
        attestation: null,
        evidence: null,
        note: null,
        by: null,
      }),
  );
  waiveCheck: Fake<ReadinessApi['waiveCheck']> = jest.fn(
    async (_target, { check, reason, expiresAt }) =>
      this.#answer(check, {
        verdict: 'waived',
        source: 'waiver',
        waiver: 'new',
        note: reason,
        by: reader,
        at: new Date().toISOString(),
        expiresAt: `${expiresAt}T23:59:59.999Z`,
      }),
  );
  revokeWaiver: Fake<ReadinessApi['revokeWaiver']> = jest.fn(
    async (_target, id) =>
      this.#answer(this.#idBy({ waiver: id }), {
        verdict: 'unknown',
        source: null,
        waiver: null,
      }),
  );

  getPilot: Fake<PhaseApi['getPilot']> = jest.fn(
    async () => this.pilot ?? unknown(),
  );
  proposePhase: Fake<PhaseApi['proposePhase']> = jest.fn(
    async (_target, { to, reason, bypass = false }) =>
      this.#propose({
        ...proposalWith({ to, reason, bypass, by: reader, changed: [] }),
        can: { decide: 'ownProposal', withdraw: true },
      }),
  );
  decideProposal: Fake<PhaseApi['decideProposal']> = jest.fn(
    async (_target, _id, { decision }) => {
      const { to } = this.pilot!.proposal!;
      const isApproved = decision === 'approve' && to !== 'reopen';
      if (isApproved) this.pilot = { ...this.pilot!, phase: to, gate: null };
      return this.#propose(null);
    },
  );
  withdrawProposal: Fake<PhaseApi['withdrawProposal']> = jest.fn(async () =>
    this.#propose(null),
  );
  listDecisions: Fake<PhaseApi['listDecisions']> = jest.fn(
    async (_target, query = {}) => pageOf(this.decisions, query),
  );
  listDecisionsCsv: Fake<PhaseApi['listDecisionsCsv']> = jest.fn(
    async () => 'at,to\r\n2026-10-03T09:00:00.000Z,build-out\r\n',
  );

  #idBy(mark: Partial<CheckResult>): string {
    return this.readiness!.checks.find(check =>
      Object.entries(mark).every(
        ([key, value]) => check[key as keyof CheckResult] === value,
      ),
    )!.id;
  }

  /** Answers a check, and strikes it off what is left where it holds now. */
  #answer(id: string, part: Partial<CheckResult>): Readiness {
    const checks = this.readiness!.checks.map(check =>
      check.id === id ? { ...check, ...part } : check,
    );
    const isDone = part.verdict === 'pass' || part.verdict === 'waived';
    if (isDone && this.pilot?.gate) {
      const left = this.pilot.gate.left.filter(
        thing => thing.code !== 'check' || thing.check !== id,
      );
      const gate = { ...this.pilot.gate, left, open: left.length === 0 };
      this.pilot = { ...this.pilot, gate };
      this.readiness = { ...this.readiness!, gate };
    }
    this.readiness = { ...this.readiness!, checks };
    return this.readiness;
  }

  #propose(proposal: Proposal | null): Pilot {
    const { version } = this.pilot!;
    this.pilot = { ...this.pilot!, proposal, version: version + 1 };
    return this.pilot;
  }
}
