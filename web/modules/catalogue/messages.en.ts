// English texts of the catalogue module; its keys are the master for the other languages.
export const messages = {
  'catalogue.categories': 'Categories',
  'catalogue.products': 'Products and services',
  'catalogue.product-categories': 'Product categories',
  'problem.product.inactive': 'This product is out of use and is not sold any more. Choose another one.',
  'problem.product.code-taken': 'Another product has this code. Nothing was changed.',
  'problem.product-category.not-found':
    'This product category is no longer there. Reload the page to see the categories as they are now.',
  'problem.product-category.cycle':
    'A category cannot stand below itself. Nothing was changed; choose another one above it.',
  'problem.category.not-found':
    'This category is no longer there. Reload the page to see the categories as they are now.',
  'problem.category.cycle': 'A category cannot stand below itself. Nothing was changed; choose another one above it.',
  'problem.category.inactive': 'This category is out of use and takes no new cases. Choose another one.',
  'problem.product.not-found': 'This product is no longer there. Reload the page to see the products as they are now.',
} as const;

declare module '#web/lib/messages.ts' {
  interface Messages extends Record<keyof typeof messages, string> {}
}
