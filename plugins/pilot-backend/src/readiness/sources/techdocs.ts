import { Entity } from '@backstage/catalog-model';
import { documentedBy, SiteDocument, Sites, sitesOf } from '../facts/documents';
import {
  isKind,
  isPlaceholder,
  nameOf,
  specOf,
  textOf,
} from '../facts/entityFields';
import { Surroundings } from '../facts/Surroundings';
import { Answer, fail, pass } from './Answers';
import { isCalled, spellings } from './spellings';

/**
 * Answers from published documentation.
 *
 * @param sites - those that could be asked about; nothing where none is published
 * @param pageOf - the page of a document in the portal, if its address is known
 */
export function techDocsAnswers(
  sites: Sites,
  pageOf: (site: string, document: SiteDocument) => string | undefined,
): Readonly<Record<string, (subject: Surroundings) => Answer | undefined>> {
  const written = (check: string) => (subject: Surroundings) =>
    documentAnswer(subject, check, sites, pageOf);
  return {
    ...Object.fromEntries(
      Object.keys(spellings).map(check => [check, written(check)]),
    ),
    'docs.api-reference': subject =>
      definitionAnswer(subject) ?? written('docs.api-reference')(subject),
  };
}

/** The definition of an API, which is a reference however it is documented. */
export function definitionAnswer(subject: Surroundings): Answer | undefined {
  if (isDefined(subject.entity)) {
    return pass('It is an API with a definition.');
  }
  const api = subject.parts.find(isDefined) ?? subject.apis.find(isDefined);
  return api && pass(`The API ${nameOf(api)} has a definition.`);
}

function isDefined(entity: Entity): boolean {
  const definition = textOf(specOf(entity).definition);
  return (
    isKind(entity, 'api') &&
    definition !== undefined &&
    !isPlaceholder(definition)
  );
}

function documentAnswer(
  subject: Surroundings,
  check: string,
  sites: Sites,
  pageOf: (site: string, document: SiteDocument) => string | undefined,
): Answer | undefined {
  const called = spellings[check];
  for (const declared of sitesOf(subject)) {
    // Another entity's documentation tells of that entity.
    subject.find(declared);
    if (!sites.has(declared)) {
      // It could not be read, and may have what was not found so far.
      return undefined;
    }
    const { ref, documents } = sites.get(declared) ?? { ref: declared };
    const found = documents?.find(({ title }) => isCalled(title, called));
    if (found) {
      const where =
        ref === subject.ref ? 'its TechDocs' : `the TechDocs of ${ref}`;
      return pass(
        `"${found.title.slice(0, 200)}" is in ${where}.`,
        pageOf(ref, found),
      );
    }
  }
  const declared = documentedBy(subject);
  const published = declared.flatMap(ref => sites.get(ref) ?? []);
  if (declared.length === 0) {
    return fail(
      'It has no TechDocs: nothing has the annotation backstage.io/techdocs-ref.',
    );
  }
  return fail(
    published.length === 0
      ? `The TechDocs of ${declared.slice(0, 3).join(', ')} are not published.`
      : `Its TechDocs have no page and no heading called ${called.page}.`,
  );
}
