import { Entity } from '@backstage/catalog-model';
import { documentedBy, SiteDocument, Sites } from '../documents';
import { isKind, isPlaceholder, nameOf, specOf, textOf } from '../entityFields';
import { Surroundings } from '../Surroundings';
import { Answer, Answerers, fail, pass } from './Answers';
import { isCalled, spellings } from './spellings';

/**
 * What published documentation tells.
 *
 * @param sites - those that are published, of all that may be asked about
 * @param pageOf - the page of a document in the portal, if its address is known
 */
export function techDocsAnswers(
  sites: Sites,
  pageOf: (site: string, document: SiteDocument) => string | undefined,
): Answerers {
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

/** What is known however documentation is published, and whether it can be read. */
export const answersWithoutSites: Readonly<
  Record<string, (subject: Surroundings) => Answer | undefined>
> = { 'docs.api-reference': definitionAnswer };

/** The definition of an API, which is a reference however it is documented. */
export function definitionAnswer({
  entity,
  parts,
  apis,
}: Surroundings): Answer | undefined {
  const api = [entity, ...parts, ...apis].find(isDefined);
  if (!api) {
    return undefined;
  }
  return pass(
    api === entity
      ? 'It is an API with a definition.'
      : `The API ${nameOf(api)} has a definition.`,
  );
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
): Answer {
  const called = spellings[check];
  const declared = documentedBy(subject);
  const published = declared.flatMap(ref => sites.get(ref) ?? []);
  for (const { ref, documents } of published) {
    const found = documents.find(({ title }) => isCalled(title, called));
    if (found) {
      const where =
        ref === subject.ref ? 'its TechDocs' : `the TechDocs of ${ref}`;
      return pass(
        `"${found.title.slice(0, 200)}" is in ${where}.`,
        pageOf(ref, found),
      );
    }
  }
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
