// Bench: modules without types.
declare module 'lunr';
declare module 'lunr-languages/*';
