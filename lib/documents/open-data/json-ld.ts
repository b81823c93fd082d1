import type { IndexWriter } from '@/lib/documents/open-data/index-writer';
import { addressOf, fileAddresses, type IndexEntry, type IndexHead } from '@/lib/domain/open-data';
import { documentKindNames, validityOf } from '@/lib/text/open-data';

// The vocabularies stand in the file itself: a reader need not fetch anything from anybody.
const context = {
  dcterms: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const mediaTypes: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
};

/** The index as linked data: Dublin Core terms for what libraries ask, schema.org for what search engines ask. */
export const indexJsonLd: IndexWriter = {
  mediaType: 'application/ld+json; charset=utf-8',
  head: (head) =>
    `{"@context":${JSON.stringify(context)},\n"@graph":[\n${[organisationOf(head), catalogueOf(head)].map((node) => JSON.stringify(node)).join(',\n')}`,
  entry: (entry, head) => `,\n${JSON.stringify(documentOf(entry, head))}`,
  tail: '\n]}\n',
};

const homeOf = ({ site, organisation: { slug } }: IndexHead) => `${site}/${slug}`;
const idOfOrganisation = (head: IndexHead) => ({ '@id': `${homeOf(head)}#organisation` });

function organisationOf(head: IndexHead) {
  const { name, officeName, address, phone, email } = head.organisation;
  return {
    ...idOfOrganisation(head),
    '@type': 'schema:GovernmentOrganization',
    'schema:name': name,
    'schema:url': { '@id': homeOf(head) },
    ...(address && { 'schema:address': address }),
    ...(officeName && {
      'schema:department': {
        '@type': 'schema:GovernmentOrganization',
        'schema:name': officeName,
        ...(phone && { 'schema:telephone': phone }),
        ...(email && { 'schema:email': email }),
      },
    }),
  };
}

function catalogueOf(head: IndexHead) {
  return {
    '@id': addressOf(head, { path: 'data' }),
    '@type': 'schema:DataCatalog',
    'dcterms:title': `${head.organisation.name}政府信息公开目录`,
    'schema:name': `${head.organisation.name}政府信息公开目录`,
    'dcterms:publisher': idOfOrganisation(head),
    'schema:publisher': idOfOrganisation(head),
    'dcterms:language': 'zh-CN',
    'schema:inLanguage': 'zh-CN',
    ...(head.updatedOn && { 'dcterms:modified': day(head.updatedOn), 'schema:dateModified': day(head.updatedOn) }),
    ...(head.terms && { 'dcterms:rights': head.terms, 'schema:usageInfo': head.terms }),
  };
}

const types: Record<IndexEntry['kind'], string> = {
  annual_report: 'schema:Report',
  item: 'schema:DigitalDocument',
  guide: 'schema:DigitalDocument',
};

function documentOf(entry: IndexEntry, head: IndexHead) {
  const { kind, title, indexNumber, documentNumber, node, formedOn, publishedOn, correctedOn, endedOn } = entry;
  const subjects = [node, entry.class].flatMap((each) => (each ? [each.label] : []));
  const files = Object.entries(fileAddresses(head, entry)).map(([extension, address]) => ({
    '@id': address,
    '@type': 'schema:MediaObject',
    'dcterms:format': mediaTypes[extension],
    'schema:encodingFormat': mediaTypes[extension],
    'schema:contentUrl': { '@id': address },
    ...(extension === 'json' && { 'schema:sha256': entry.sha256 }),
  }));
  return {
    '@id': addressOf(head, entry),
    '@type': types[kind],
    'dcterms:type': documentKindNames[kind],
    'dcterms:title': title,
    'schema:name': title,
    'dcterms:coverage': String(entry.year),
    ...(indexNumber && { 'dcterms:identifier': indexNumber, 'schema:identifier': indexNumber }),
    ...(documentNumber && { 'dcterms:bibliographicCitation': documentNumber }),
    ...(kind === 'guide' && { 'schema:about': serviceOf(head) }),
    ...(subjects.length > 0 && { 'dcterms:subject': subjects, 'schema:keywords': subjects }),
    ...(formedOn && { 'dcterms:created': day(formedOn), 'schema:dateCreated': day(formedOn) }),
    ...{ 'dcterms:issued': day(publishedOn), 'schema:datePublished': day(publishedOn) },
    ...(correctedOn && { 'dcterms:modified': day(correctedOn), 'schema:dateModified': day(correctedOn) }),
    ...(endedOn && { 'dcterms:valid': day(endedOn), 'schema:expires': day(endedOn) }),
    'schema:creativeWorkStatus': validityOf(entry.validity),
    'schema:version': entry.edition,
    ...{ 'dcterms:publisher': idOfOrganisation(head), 'schema:publisher': idOfOrganisation(head) },
    ...{ 'dcterms:language': 'zh-CN', 'schema:inLanguage': 'zh-CN' },
    ...{ 'dcterms:hasFormat': files.map((file) => ({ '@id': file['@id'] })), 'schema:encoding': files },
  };
}

/** What the guide is about: asking for information. */
const serviceOf = (head: IndexHead) => ({
  '@type': 'schema:GovernmentService',
  'schema:name': '政府信息公开申请',
  'schema:provider': idOfOrganisation(head),
});

const day = (value: string) => ({ '@type': 'xsd:date', '@value': value });
