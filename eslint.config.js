// npm run lint: every source file -> what breaks the rules of type, of layer and of naming.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * What a folder of src may import besides itself. Imports point one way:
 * pages -> layouts -> components -> {chart, search, source, checklist} -> model -> thai.
 * authoring and import read what people write: they stand beside the pages, not below them. render runs the pages' program.
 */
const DOMAIN = ['model', 'thai'];
const DERIVED = ['chart', 'search', 'source', 'checklist', ...DOMAIN];
const BELOW = {
  thai: [],
  model: ['thai'],
  source: DOMAIN,
  hosting: [],
  offline: [],
  folder: [],
  form: ['authoring', 'hosting', 'source', ...DOMAIN, 'styles'],
  sharing: ['chart', ...DOMAIN],
  paper: ['model'],
  checklist: DOMAIN,
  chart: DOMAIN,
  search: DOMAIN,
  directory: ['search', ...DOMAIN],
  portal: ['directory', 'components', 'hosting', 'search', 'styles', ...DOMAIN],
  authoring: ['source', ...DOMAIN],
  import: ['source', ...DOMAIN],
  render: ['authoring', 'hosting', 'model', 'offline', 'search', 'source'],
  'content.config.ts': ['authoring', 'source', ...DOMAIN],
  components: [...DERIVED, 'offline', 'styles'],
  layouts: ['components', 'hosting', 'sharing', 'offline', ...DERIVED, 'styles'],
  pages: ['layouts', 'components', 'authoring', 'sharing', 'offline', ...DERIVED, 'styles'],
  commands: [
    'authoring',
    'directory',
    'import',
    'hosting',
    'folder',
    'form',
    'paper',
    'render',
    'offline',
    'sharing',
    ...DERIVED,
    'styles',
  ],
};

const zones = Object.entries(BELOW).map(([layer, below]) => ({
  target: `./src/${layer}`,
  from: './src',
  except: [layer, ...below].map((allowed) => `./${allowed}`),
  message: `${layer} may import only from: ${[layer, ...below].join(', ')} (eslint.config.js).`,
}));

/** Folders that collect what nobody named, and modules that only pass others on. */
const naming = {
  rules: {
    'no-drawer': {
      meta: { type: 'problem', schema: [] },
      create: (context) => ({
        Program(node) {
          const parts = context.filename.slice(context.cwd.length).split(/[\\/]/);
          const drawer = parts.find((part) => /^(utils?|helpers?|common|lib)(\.|$)/i.test(part));
          if (drawer) {
            context.report({
              node,
              message: `"${drawer}" says nothing: name it after what it does.`,
            });
          }
        },
      }),
    },
    'no-barrel': {
      meta: { type: 'problem', schema: [] },
      create: (context) => ({
        Program(node) {
          const passesOn = (statement) =>
            statement.type === 'ExportAllDeclaration' ||
            (statement.type === 'ExportNamedDeclaration' && Boolean(statement.source));
          const only = node.body.every(
            (statement) => passesOn(statement) || statement.type === 'ImportDeclaration',
          );
          if (only && node.body.some(passesOn)) {
            context.report({ node, message: 'A barrel file: import from the modules themselves.' });
          }
        },
        ExportAllDeclaration(node) {
          if (!node.exported) context.report({ node, message: 'Name what is exported.' });
        },
      }),
    },
  },
};

export default defineConfig(
  {
    ignores: [
      // Other tools' projects, with packages that are installed for a benchmark only.
      'bench/peers/*/',
      'dist/',
      'dist-folder/',
      'dist-portal/',
      'dist-form/',
      '.dist*/',
      '.astro/',
      '.build/',
      '.cache/',
      'test-results/',
      'playwright-report/',
      'shots/',
      'seeds/',
      'tests/fixtures/',
      'src/content/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      // tsc asks for brackets where a type has only an index signature.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An environment variable that is set but empty counts as not set.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // node:test collects what test() starts; the promise is for tests inside tests.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  {
    // Astro's own check and tsc cover the names; the type rules do not know the template's types.
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.astro/*.js', '**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'off' },
  },
  {
    plugins: { 'import-x': importX, naming },
    settings: { 'import-x/resolver-next': [createNodeResolver()] },
    rules: {
      'naming/no-drawer': 'error',
      'naming/no-barrel': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-cycle': 'error',
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/content.config.ts', 'src/pages/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'astro:content', message: 'Only src/content.config.ts and src/pages may read it.' },
      ],
    },
  },
);
