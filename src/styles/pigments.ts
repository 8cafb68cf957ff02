// Build: a stylesheet with all its imports in it → the same with each pigment (palette.css) as its value: shorter, and no
// component can come to read a pigment instead of a role.
import type { Plugin } from 'postcss';

export function pigmentsAsValues(): Plugin {
  return {
    postcssPlugin: 'pigments-as-values',
    OnceExit(root) {
      const pigments = new Map<string, string>();
      root.walkAtRules('layer', (layer) => {
        if (layer.params !== 'palette' || !layer.nodes) return;
        layer.walkDecls(({ prop, value }) => void pigments.set(prop, value));
        layer.remove();
      });
      root.walkDecls((decl) => {
        decl.value = decl.value.replace(
          /var\((--[\w-]+)\)/g,
          (as, name: string) => pigments.get(name) ?? as,
        );
      });
    },
  };
}
