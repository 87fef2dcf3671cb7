// Writes openapi.json from the document that the backend serves.
const { writeFileSync } = require('node:fs');
const { resolve } = require('node:path');
const prettier = require('prettier');
const { openapiDocument } = require('../src/app/document');

writeFileSync(
  resolve(__dirname, '../openapi.json'),
  prettier.format(JSON.stringify(openapiDocument), { parser: 'json' }),
);
