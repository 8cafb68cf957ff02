// Stage: command. `npm run schemas`: the content's schemas → schemas/*.json, for editors.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { editorSchemas } from '../authoring/editor-schemas.ts';

const folder = path.resolve(import.meta.dirname, '../../schemas');
mkdirSync(folder, { recursive: true });
const schemas = editorSchemas();
for (const { name, text } of schemas) writeFileSync(path.join(folder, name), text);
console.log(`เขียน schemas/ แล้ว ${String(schemas.length)} แฟ้ม`);
