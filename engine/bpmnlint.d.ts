// The door of the modelling rules that this code uses, one rule a file; their package has no types.
declare module 'bpmnlint/lib/linter.js' {
  type DiagramElement = import('./diagram-element.ts').DiagramElement;

  interface Report {
    readonly id?: string;
    readonly message: string;
  }

  class Linter {
    constructor(options: {
      readonly config: { readonly rules: Readonly<Record<string, 'warn'>> };
      readonly resolver: {
        resolveRule(packageName: string, rule: string): unknown;
        resolveConfig(packageName: string, config: string): unknown;
      };
    });
    lint(diagram: DiagramElement): Promise<Readonly<Record<string, readonly Report[]>>>;
  }
  export default Linter;
}

declare module 'bpmnlint/rules/*' {
  const rule: unknown;
  export default rule;
}
