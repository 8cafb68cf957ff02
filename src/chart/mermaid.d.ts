// parse-mermaid.ts: the types of Mermaid's bundle for browsers are those of the package.
declare module 'mermaid/dist/mermaid.esm.min.mjs' {
  export { default } from 'mermaid';
}
